#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace nutgraf::query {

/// A word, to be compared with many others by its letters. Immutable: may be shared between
/// threads.
class Spelling {
public:
    /// A word of at most 64 bytes, as folding leaves them; what is longer is cut.
    explicit Spelling(std::string_view word);

    /// How many letters the word has.
    std::size_t size() const { return size_; }

    /// How many single letters must be inserted, left out, replaced or swapped with their
    /// neighbour to make one word of the other (optimal string alignment); empty when more than
    /// `most`.
    std::optional<std::size_t> distance(std::string_view other, std::size_t most) const;

private:
    static constexpr std::size_t max_letters = 64;
    using Row = std::array<std::size_t, max_letters + 1>;

    std::size_t distance(const Spelling& other, std::size_t most) const;

    std::array<char32_t, max_letters> letters_ = {};
    std::size_t size_ = 0;
    std::uint64_t letter_set_ = 0;  // A bit for each letter, by its number modulo 64.
};

}  // namespace nutgraf::query
