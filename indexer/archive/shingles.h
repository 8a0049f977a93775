#pragma once

#include "analyzers/text/token.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace nutgraf::archive {

/// The runs of four words of a text, in their folded forms, as numbers that look drawn at random:
/// sorted, each once. The same on every machine. See Broder, "On the resemblance and containment of
/// documents" (1997, https://doi.org/10.1109/SEQUEN.1997.666900).
using Shingles = std::vector<std::uint64_t>;

/// The shingles of a text's words; of one that is longer than 100,000 words, those of the first.
/// None of a text of fewer than four.
Shingles shingles_of(const analyzers::Tokens& tokens);

/// How many shingles stand for a text where texts that may be copies of it are looked for.
constexpr std::size_t sketch_size = 24;

/// The least of the shingles of a text: a MinHash of one function and many minima, the "bottom-k
/// sketch" of Broder. Two texts share more of them the more of their shingles they share. None of a
/// text that is too short to tell whether it is a copy. Borrows the shingles.
std::span<const std::uint64_t> sketch_of(const Shingles& shingles);

/// How much of two sets of shingles is the same, between 0 and 1.
struct Overlap {
    double containment = 0;  ///< Of the smaller set, the share that is in the other too.
    double resemblance = 0;  ///< Of all that is in either, the share that is in both.
};

/// 0 where one has none.
Overlap overlap(const Shingles& one, const Shingles& other);

/// Whether two texts are copies of each other: neither is too short, most of the shorter stands in
/// the longer, and it is no small part of that. The same whichever comes first.
bool are_copies(const Shingles& one, const Shingles& other);

}  // namespace nutgraf::archive
