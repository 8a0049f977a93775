#pragma once

#include "searchd/search/text_diff.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nutgraf::search {

/// Which story, and which two of its articles to compare.
struct StoryRequest {
    std::string id;      ///< Of the story, or the key or id of an article of it.
    std::string before;  ///< A key or id; empty: the first article.
    std::string after;   ///< Likewise; empty: the latest that is not `before`.
};

/// An article of a story.
struct StoryCopy {
    std::string id;
    std::string key;
    std::string url;
    std::string title;
    std::string source;
    std::vector<std::string> byline;
    std::optional<archive::Published> published;
    std::string lang;
    std::size_t words = 0;  ///< Of its text.
};

/// How two articles of a story differ.
struct StoryDiff {
    std::size_t before = 0;  ///< Which of the copies.
    std::size_t after = 0;
    std::vector<DiffRow> rows;
};

/// How many articles of a story are shown.
constexpr std::size_t shown_copies = 200;

/// What there is to read about a story.
struct StoryView {
    std::string id;
    std::uint64_t revision = 0;     ///< Of the index.
    std::vector<StoryCopy> copies;  ///< In the order of their dates; at most `shown_copies`.
    std::uint64_t more = 0;         ///< Others that are not shown.
    std::string latest;             ///< The key of the last of all by date.
    std::size_t longest = 0;        ///< Which of the copies.
    std::optional<StoryDiff> diff;  ///< Empty where the story has one article.
};

}  // namespace nutgraf::search
