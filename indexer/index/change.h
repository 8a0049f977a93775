#pragma once

#include "indexer/archive/article.h"
#include "indexer/index/document.h"
#include "indexer/index/held.h"

#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::index {

/// One change to the archive: what a journal record holds.
struct Change {
    ChangeInfo info;  ///< Its sequence is not part of the record: the journal's order gives it.
    std::string id;   ///< Of the article; empty where a record has kept its key alone.
    std::optional<archive::Article> article;  ///< Empty when the article is removed or hidden.
    std::string key = {};                     ///< Of the article; empty: it is that of the id.
    std::optional<HeldArticle> held = {};     ///< The article is hidden by a notice, not removed.
};

/// The key of the article that a change is about.
std::string key_of(const Change& change);

/// The change as one line of JSON.
std::string to_record(const Change& change);

/// Back from that line; an article that older rules have cleaned, or none, is cleaned anew. Throws
/// Error when it is not one.
Change change_from_record(std::uint64_t sequence, std::string_view record);

// What a takedown asks of a record. All throw Error when it is none.

/// The id of the article that a record is about; empty where it has the key alone.
std::string id_in_record(std::uint64_t sequence, std::string_view record);

/// Whether it has more of the article than that it was removed.
bool has_article(std::uint64_t sequence, std::string_view record);

/// What remains of a record when its article is taken out: that one of this key was removed then.
std::string blanked_record(std::uint64_t sequence, std::string_view record);

}  // namespace nutgraf::index
