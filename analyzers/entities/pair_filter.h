#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nutgraf::entities {

/// Pairs of numbers, of which it forgets none, though it takes a few others for one of them: a
/// Bloom filter with one hash, small enough to stay near the processor.
class PairFilter {
public:
    void add(std::uint32_t first, std::uint32_t second) {
        const std::size_t bit = bit_of(first, second);
        blocks_[bit / block_bits] |= std::uint64_t{1} << bit % block_bits;
    }

    /// False for no pair that was added.
    bool may_have(std::uint32_t first, std::uint32_t second) const {
        const std::size_t bit = bit_of(first, second);
        return (blocks_[bit / block_bits] >> bit % block_bits & 1U) != 0;
    }

private:
    static constexpr std::size_t block_bits = 64;
    static constexpr std::size_t bits = std::size_t{1} << 18U;  // 32 KiB.

    static std::size_t bit_of(std::uint32_t first, std::uint32_t second) {
        constexpr std::uint64_t golden = 0x9e3779b97f4a7c15U;
        const std::uint64_t pair = std::uint64_t{first} << 32U | second;
        return pair * golden >> 40U & (bits - 1);
    }

    std::vector<std::uint64_t> blocks_ = std::vector<std::uint64_t>(bits / block_bits);
};

}  // namespace nutgraf::entities
