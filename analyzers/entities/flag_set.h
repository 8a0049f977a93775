#pragma once

namespace nutgraf::entities {

/// A set of the values of an enumeration that counts from 0, one bit of `Bits` each.
template <class Flag, class Bits>
class FlagSet {
public:
    constexpr FlagSet() = default;
    template <class... Rest>
    constexpr explicit FlagSet(Flag first, Rest... rest) {
        add(first);
        (add(rest), ...);
    }

    constexpr bool has(Flag flag) const { return (bits_ >> static_cast<unsigned>(flag) & 1U) != 0; }
    constexpr bool has_any(FlagSet flags) const { return (bits_ & flags.bits_) != 0; }
    /// Whether nothing is there beside these.
    constexpr bool has_only(FlagSet flags) const { return (bits_ & ~flags.bits_) == 0; }
    constexpr bool empty() const { return bits_ == 0; }
    constexpr void add(Flag flag) {
        bits_ = static_cast<Bits>(bits_ | Bits{1} << static_cast<unsigned>(flag));
    }
    constexpr void add(FlagSet flags) { bits_ = static_cast<Bits>(bits_ | flags.bits_); }
    constexpr void add_if(bool condition, Flag flag) {
        bits_ = static_cast<Bits>(bits_ | Bits{condition} << static_cast<unsigned>(flag));
    }
    constexpr Bits bits() const { return bits_; }

private:
    Bits bits_ = 0;
};

}  // namespace nutgraf::entities
