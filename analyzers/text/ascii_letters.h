#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace nutgraf::analyzers {

/// Eight bytes of a text, and how many letters and digits of ASCII they begin with.
///
/// All of them are looked at in one number, byte by byte without carries from one to the next: a
/// byte of less than 0x80 gets its highest bit by an addition exactly when it is large enough.
class AsciiLetters {
public:
    static constexpr std::size_t width = 8;

    /// Reads `width` bytes.
    explicit AsciiLetters(const char* bytes) {
        static_assert(std::endian::native == std::endian::little, "The first byte is the lowest.");
        std::uint64_t word = 0;
        std::memcpy(&word, bytes, width);
        const std::uint64_t low = word & ~high_bits;
        const std::uint64_t letter = in_range(low | each * 0x20, 'a', 'z') & ~word;
        const std::uint64_t digit = in_range(low, '0', '9') & ~word;
        const std::uint64_t others = ~(letter | digit) & high_bits;
        count_ = static_cast<std::size_t>(std::countr_zero(others)) / width;
        lower_ = word | letter >> 2U;  // 0x20, which makes a letter small.
    }

    /// 0 to `width`.
    std::size_t count() const { return count_; }

    /// Writes `width` bytes: as many as were counted, capitals made small, and then others.
    void write_lower(char* to) const { std::memcpy(to, &lower_, width); }

private:
    static constexpr std::uint64_t each = 0x0101'0101'0101'0101U;
    static constexpr std::uint64_t high_bits = each * 0x80;

    /// The highest bit of each byte, all of which are less than 0x80, from one value to another.
    static constexpr std::uint64_t in_range(std::uint64_t bytes, unsigned char first,
                                            unsigned char last) {
        const std::uint64_t is_enough = bytes + each * (0x80U - first);
        const std::uint64_t is_too_much = bytes + each * (0x7FU - last);
        return is_enough & ~is_too_much & high_bits;
    }

    std::size_t count_ = 0;
    std::uint64_t lower_ = 0;
};

}  // namespace nutgraf::analyzers
