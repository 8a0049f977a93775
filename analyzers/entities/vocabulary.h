#pragma once

#include "analyzers/entities/gazetteer.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nutgraf::entities {

/// The words of names and lexicons, numbered from 1 in the order they come. Not thread-safe: one
/// per thread.
class Vocabulary {
public:
    /// A folded form and its number, which other forms may have too.
    struct Spelling {
        std::string folded;
        std::uint32_t number = 0;
    };

    /// Makes two words one, whatever they were before. Numbers given out before may end with it.
    void pair(std::string_view word, std::string_view other);

    /// The numbers of the words of a name, as the tokenizer takes them.
    std::vector<std::uint32_t> numbers(std::string_view name);

    void mark(std::uint32_t number, WordBit bit);

    /// In the order they came.
    const std::vector<Spelling>& spellings() const { return spellings_; }

    /// What each number may be, and 0 nothing.
    const std::vector<WordBits>& bits() const { return bits_; }

private:
    std::uint32_t number(std::string_view folded);

    std::vector<Spelling> spellings_;
    std::unordered_map<std::string, std::size_t> rows_;
    std::vector<WordBits> bits_ = std::vector<WordBits>(1);
};

}  // namespace nutgraf::entities
