#pragma once

#include "indexer/archive/clean/block.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace nutgraf::archive {

/// Finds what a text says a second time, word for word: headlines and captions, also where they are
/// glued to what follows, "at work.Engineers at work. The board". Lines that people may well say
/// twice, further down, do not count: short ones, questions, labels. Not thread-safe: one per
/// thread.
class Repeats {
public:
    /// Borrows the text, which must outlive it.
    explicit Repeats(std::string_view text) : text_(text) {}

    /// Takes down a line that stands elsewhere: the headline that an archive gives beside the text.
    void know(std::string_view line);

    /// The parts of a block that stood before, in their order: all of it, or lines that are glued
    /// to others. To be asked of the blocks of the text in their order.
    std::vector<TextRange> repeated(const Block& block);

private:
    void know(std::string_view line, std::string key);
    bool is_known(std::string_view line) const;
    bool is_repeat(std::string_view line, const std::string& key) const;
    std::size_t known_beginning(std::string_view line) const;
    void add_glued(const TextRange& block, std::vector<TextRange>& found);

    std::string_view text_;
    std::size_t blocks_ = 0;                 // Asked of so far.
    std::string_view last_block_;            // Of those.
    std::unordered_set<std::string> lines_;  // What is_known compares.
    std::unordered_map<std::string, std::vector<std::string>> by_beginning_;
};

}  // namespace nutgraf::archive
