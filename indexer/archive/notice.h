#pragma once

#include "indexer/archive/article.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::archive {

/// What a notice does with the article it is about.
enum class NoticeKind {
    kill,        ///< Hides it for good.
    withhold,    ///< Hides it until a later version may be used.
    embargo,     ///< Hides it until a time.
    correction,  ///< Says that it differs from what was given before.
};

/// "kill", "withhold", "embargo" or "correction", and back; empty for another word.
std::string_view name_of(NoticeKind kind);
std::optional<NoticeKind> notice_kind_named(std::string_view name);

/// What an item of an archive says of the use of an article.
struct Notice {
    NoticeKind kind = NoticeKind::kill;
    std::string reason;   ///< In the archive's words; may be empty.
    std::string version;  ///< Of the item, by number or time; empty where it has none.
    std::optional<std::chrono::sys_seconds> until;  ///< Of an embargo; empty: until it is lifted.
    std::string until_text;  ///< The same as the archive writes it, with its zone.
    /// What it may call the article it is about, the likeliest first: ids and headlines. None: it
    /// is about the article of its own id.
    std::vector<std::string> names;
};

/// The notice that an item is, or that comes with the article it is; an embargo that is over by
/// `now` is none.
///
/// Items with a status ("canceled", "withheld"), a time of release ("embargoed") or the signal
/// "correction" are about the article of their id. A text is a notice when it opens, in capitals
/// and by itself or before a colon or a dash, with a word of the wires for one ("MANDATORY KILL",
/// "WITHHOLD", "CORRECTION", "EMBARGOED UNTIL ..."), and names an article; an article about
/// such a notice is none.
std::optional<Notice> notice_of(const Article& article, std::chrono::sys_seconds now);

/// Whether an item says by a status that its article is not to be used; it need not have a text.
bool withdraws_article(const Article& article);

/// Whether an item says by a status or a signal that it is the last word on an article that was
/// given before.
bool is_later_word(const Article& article);

/// Whether a version is later than another, both as `Notice::version` has them; false where one of
/// them is not known.
bool is_later_version(std::string_view version, std::string_view than);

/// The version of an item, as `Notice::version` has it.
std::string version_of(const Article& article);

}  // namespace nutgraf::archive
