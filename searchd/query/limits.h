#pragma once

#include <cstddef>

namespace nutgraf::query {

/// The limits of a query. Each has a message of its own that names it.
constexpr std::size_t max_query_bytes = std::size_t{64} * 1024;
constexpr std::size_t max_leaves = 256;
constexpr std::size_t max_depth = 16;
constexpr std::size_t max_prefixes = 4;
constexpr std::size_t min_prefix_letters = 3;
constexpr std::size_t max_expansions = 1000;
constexpr std::size_t max_similar = 4;
constexpr std::size_t min_similar_letters = 3;
constexpr std::size_t max_edits = 2;
constexpr std::size_t max_times = 1000;
constexpr double max_weight = 100;
constexpr std::size_t max_distance = 100;

/// How many notes are given; one more says that there were more.
constexpr std::size_t max_notes = 32;

}  // namespace nutgraf::query
