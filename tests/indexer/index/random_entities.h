#pragma once

#include "indexer/index/entity_record.h"

#include <random>

namespace nutgraf::tests {

/// Entities of an invented article, the same for the same seed; sometimes none.
inline index::StoredEntities random_entities(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::uint32_t limit) {
        return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(random);
    };
    index::StoredEntities stored;
    const char* const kinds[] = {"org", "official", "person"};
    for (std::uint32_t left = below(4); left > 0; --left) {
        const std::string id = "entity-" + std::to_string(below(1000));
        stored.entities.push_back(
            {kinds[below(3)], id, "Name of " + id, static_cast<std::uint8_t>(below(101))});
        stored.term_sets.push_back({"XO" + id});
        if (below(2) == 1) stored.term_sets.back().emplace_back("XKcompany");
    }
    if (stored.entities.empty()) return stored;
    const auto number = static_cast<std::uint32_t>(stored.entities.size());
    for (std::uint32_t left = below(6); left > 0; --left) {
        const std::uint32_t begin = below(0x7FFFFFFF);
        const std::uint32_t token = below(100000);
        stored.mentions.push_back({below(2) == 1, begin, begin + below(200), token,
                                   token + below(5), below(number), below(number)});
    }
    const char* const kinds_of_quotes[] = {"direct", "partial", "indirect"};
    for (std::uint32_t left = below(4); left > 0; --left) {
        const std::uint32_t begin = below(0x7FFFFFFF);
        const std::uint32_t token = below(100000);
        const bool is_somebodys = below(2) == 1;
        stored.quotes.push_back({below(2) == 1, begin, begin + below(500), token, token + below(90),
                                 kinds_of_quotes[below(3)],
                                 is_somebodys ? below(number) : index::StoredQuote::nobody,
                                 is_somebodys ? below(number) : index::StoredQuote::nobody,
                                 is_somebodys ? "the envoy" : "", "said"});
    }
    return stored;
}

}  // namespace nutgraf::tests
