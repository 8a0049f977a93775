#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace nutgraf::search {

/// The runs of three words of a text, by which a near copy of it is told. Immutable: may be shared
/// between threads.
class TextRuns {
public:
    explicit TextRuns(std::string_view text);

    /// Whether the shorter of this text and another one is mostly the same: half of its different
    /// runs stand in the longer one too. False where either has no three words.
    bool are_mostly_those_of(std::string_view text) const;

private:
    std::vector<std::uint64_t> runs_;  // Their hashes, in order, each once.
};

}  // namespace nutgraf::search
