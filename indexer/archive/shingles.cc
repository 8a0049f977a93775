#include "indexer/archive/shingles.h"

#include <algorithm>
#include <string_view>

namespace nutgraf::archive {

namespace {

constexpr std::size_t shingle_words = 4;
constexpr std::size_t most_words = 100'000;
constexpr std::size_t fewest_shingles = 16;

// Between what the copies of real archives have and what articles share that only repeat each
// other's background (docs/stories.md): a fifth of a text may be new, and some of the rest cut.
constexpr double least_containment = 0.65;
// A round-up that holds five articles is a copy of none of them.
constexpr double least_resemblance = 0.2;

/// FNV-1a (https://datatracker.ietf.org/doc/draft-eastlake-fnv/).
std::uint64_t hash_of(std::string_view word) {
    constexpr std::uint64_t basis = 0xCBF29CE484222325U;
    constexpr std::uint64_t prime = 0x100000001B3U;
    std::uint64_t hash = basis;
    for (const char byte : word) hash = (hash ^ static_cast<unsigned char>(byte)) * prime;
    return hash;
}

/// The last step of SplitMix64 (Steele, Lea and Flood 2014,
/// https://doi.org/10.1145/2660193.2660195): numbers that differ in a bit come out unalike.
std::uint64_t scattered(std::uint64_t number) {
    constexpr std::uint64_t first = 0xBF58476D1CE4E5B9U;
    constexpr std::uint64_t second = 0x94D049BB133111EBU;
    number = (number ^ (number >> 30U)) * first;
    number = (number ^ (number >> 27U)) * second;
    return number ^ (number >> 31U);
}

}  // namespace

Shingles shingles_of(const analyzers::Tokens& tokens) {
    const std::size_t words = std::min(tokens.size(), most_words);
    std::vector<std::uint64_t> hashes(words);
    for (std::size_t i = 0; i < words; ++i) hashes[i] = hash_of(tokens.folded(i));
    Shingles shingles;
    for (std::size_t i = 0; i + shingle_words <= words; ++i) {
        std::uint64_t shingle = 0;
        for (std::size_t j = 0; j < shingle_words; ++j)
            shingle = scattered(shingle + hashes[i + j]);
        shingles.push_back(shingle);
    }
    std::ranges::sort(shingles);
    shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
    return shingles;
}

std::span<const std::uint64_t> sketch_of(const Shingles& shingles) {
    if (shingles.size() < fewest_shingles) return {};
    return std::span(shingles).first(std::min(shingles.size(), sketch_size));
}

Overlap overlap(const Shingles& one, const Shingles& other) {
    if (one.empty() || other.empty()) return {};
    std::size_t common = 0;
    auto here = one.begin();
    for (auto there = other.begin(); here != one.end() && there != other.end();) {
        if (*here < *there) {
            ++here;
        } else if (*there < *here) {
            ++there;
        } else {
            ++common, ++here, ++there;
        }
    }
    const auto share = [common](std::size_t of) {
        return static_cast<double>(common) / static_cast<double>(of);
    };
    return {share(std::min(one.size(), other.size())), share(one.size() + other.size() - common)};
}

bool are_copies(const Shingles& one, const Shingles& other) {
    if (std::min(one.size(), other.size()) < fewest_shingles) return false;
    const Overlap found = overlap(one, other);
    return found.containment >= least_containment && found.resemblance >= least_resemblance;
}

}  // namespace nutgraf::archive
