#pragma once

#include "base/json.h"
#include "indexer/archive/article.h"
#include "indexer/archive/notice.h"

#include <xapian.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::index {

/// An article that a notice has hidden, and what is known of that. It is in no list, count or term
/// of the databases: what is kept is metadata, which no search looks at.
struct HeldArticle {
    std::string id;
    archive::NoticeKind kind = archive::NoticeKind::kill;  ///< Never a correction.
    std::chrono::sys_seconds at;                           ///< When the index took the notice in.
    std::string reason;   ///< In the archive's words; for those who keep the index only.
    std::string notice;   ///< Id of the notice, where it is an item of its own.
    std::string version;  ///< Of the version that is hidden, or of the notice.
    std::string digest;   ///< Of the item that said so, in hexadecimal digits: the same again
                          ///< changes nothing.
    std::string hidden;   ///< The digest, likewise, of the article that was hidden; empty for none.
    std::optional<std::chrono::sys_seconds> until;  ///< When an embargo ends; empty: when lifted.
    std::string until_text;                         ///< The same as the archive writes it.
    /// What comes in when the embargo ends.
    std::optional<archive::Article> article;
};

/// As a record, and back. Throws Error when it is none.
Json to_json(const HeldArticle& held);
HeldArticle held_from(const Json& record);

/// A whole sentence for those who ask for the article: what became of it, by which notice, and
/// when. Nothing of its text is in it, nor that it is there at all while it is under embargo: empty
/// then.
std::string sentence_of(const HeldArticle& held);

/// The metadata that has the record of a held article; the key is the article's.
std::string held_metadata(std::string_view key);

// What a database holds back. May throw what Xapian throws on reading.

/// The one with a key; empty when there is none.
std::optional<HeldArticle> held_with(const Xapian::Database& database, std::string_view key);

/// All of them, in the order of their keys.
std::vector<HeldArticle> all_held(const Xapian::Database& database);

}  // namespace nutgraf::index
