#pragma once

#include "searchd/search/hit.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace nutgraf::search {

/// A state of an index.
struct IndexState {
    std::string uuid;
    std::uint64_t sequence = 0;  ///< Of the last change it holds.

    bool operator==(const IndexState&) const = default;
};

/// Which changes of an index are looked at, and how many of those that match are wanted.
struct ChangeRange {
    std::uint64_t after = 0;  ///< Changes with a sequence in (after, up_to].
    std::uint64_t up_to = 0;
    std::size_t limit = 100;       ///< Hits at most.
    bool is_newest_first = false;  ///< Else the oldest change comes first.
};

/// An article that matches, and the sequence of its last change.
struct ChangedHit {
    std::uint64_t sequence = 0;
    Hit hit;
};

/// The articles changed within a range that match; all from one state of the index. What an article
/// was before its last change cannot be found any more.
struct ChangedHits {
    IndexState state;         ///< The state that answered.
    std::uint64_t total = 0;  ///< Articles that match, exactly.
    std::vector<ChangedHit> hits;
};

}  // namespace nutgraf::search
