#pragma once

#include "indexer/archive/article.h"
#include "indexer/index/document.h"

#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::index {

/// One change to the archive: what a journal record holds.
struct Change {
    ChangeInfo info;  ///< Its sequence is not part of the record: the journal's order gives it.
    std::string id;   ///< Of the article put in or removed.
    std::optional<archive::Article> article;  ///< Empty when the article is removed.
};

/// The change as one line of JSON.
std::string to_record(const Change& change);

/// Back from that line; an article that older rules have cleaned, or none, is cleaned anew. Throws
/// Error when it is not one.
Change change_from_record(std::uint64_t sequence, std::string_view record);

}  // namespace nutgraf::index
