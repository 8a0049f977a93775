#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace nutgraf::entities {

/// A map from numbers to numbers that is emptied in constant time, so that an analyzer may use its
/// memory again for every article. Not thread-safe: one per thread.
class StampedMap {
public:
    StampedMap() : slots_(initial_slots) {}

    void clear() {
        ++stamp_;
        size_ = 0;
    }

    /// The value of a key; null when there is none. Valid until the next change.
    const std::uint32_t* find(std::uint64_t key) const {
        const Slot& slot = slots_[place_of(key)];
        return slot.stamp == stamp_ ? &slot.value : nullptr;
    }

    /// The value of a key, or `missing`.
    std::uint32_t value_or(std::uint64_t key, std::uint32_t missing) const {
        const std::uint32_t* const value = find(key);
        return value != nullptr ? *value : missing;
    }

    /// Sets the value of a key.
    void set(std::uint64_t key, std::uint32_t value) {
        if (2 * size_ >= slots_.size()) grow();
        Slot& slot = slots_[place_of(key)];
        if (slot.stamp != stamp_) ++size_;
        slot = {key, value, stamp_};
    }

private:
    static constexpr std::size_t initial_slots = 1024;  // A power of two, as every size.

    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t value = 0;
        std::uint32_t stamp = 0;
    };

    /// Where a key is, or would be.
    std::size_t place_of(std::uint64_t key) const {
        constexpr std::uint64_t golden = 0x9e3779b97f4a7c15U;  // Spreads keys that follow another.
        std::size_t place = ((key ^ key >> 32U) * golden >> 20U) & (slots_.size() - 1);
        while (slots_[place].stamp == stamp_ && slots_[place].key != key)
            place = (place + 1) & (slots_.size() - 1);
        return place;
    }

    void grow() {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        for (const Slot& slot : old)
            if (slot.stamp == stamp_) slots_[place_of(slot.key)] = slot;
    }

    std::vector<Slot> slots_;
    std::size_t size_ = 0;
    std::uint32_t stamp_ = 1;  // Slots of another stamp are empty.
};

/// A set of keys of words that is emptied in little time. Small keys, which are most, have a bit of
/// their own. Not thread-safe: one per thread.
class KeySet {
public:
    void clear() {
        small_.fill(0);
        others_.clear();
    }

    bool has(std::uint32_t key) const {
        return key < small_keys ? (small_[key / 64] >> key % 64 & 1U) != 0
                                : others_.find(key) != nullptr;
    }

    void add(std::uint32_t key) {
        if (key < small_keys) {
            small_[key / 64] |= std::uint64_t{1} << key % 64;
        } else {
            others_.set(key, 1);
        }
    }

private:
    static constexpr std::size_t small_keys = std::size_t{1} << 17U;  // More than the vocabulary.

    std::array<std::uint64_t, small_keys / 64> small_{};
    StampedMap others_;
};

}  // namespace nutgraf::entities
