#pragma once

#include "analyzers/entities/article_memory.h"
#include "analyzers/entities/draft.h"

#include <cstdint>
#include <vector>

namespace nutgraf::entities {

/// Finds which organisation is meant where only a description stands: "the telecoms giant", "the
/// commission", "the company". Not thread-safe: one per thread.
class OrganisationAnalyzer {
public:
    OrganisationAnalyzer(Draft& draft, const ArticleMemory& memory)
        : draft_(draft), text_(draft.text), memory_(memory) {}

    /// Adds a nominal candidate for each description of an organisation that the article names.
    void analyse();

private:
    /// "the Chinese tech giant"
    struct Description {
        std::uint32_t first = 0;  // With its adjective, without the article.
        std::uint32_t noun = 0;
        std::uint32_t last = 0;
        CountryCode country = no_country;
        bool is_definite = false;
        bool is_indefinite = false;
        const Match* match = nullptr;  // Of the descriptor; null for a bare head.
    };

    /// A mention that has been passed.
    struct Recent {
        std::uint32_t cluster = none;
        std::uint32_t sentence = 0;
    };

    void pass(std::uint32_t index);
    bool read(std::uint32_t at, Description& description) const;
    void read_lead(Description& description) const;
    bool is_followed_by_name(const Description& description) const;
    std::uint32_t cluster_of(const Description& description);
    std::uint32_t cluster_described(const Description& description);
    std::uint32_t cluster_of_head(const Description& description) const;
    bool may_be_anyone(const Description& description) const;
    bool is_of_country(std::uint32_t cluster, CountryCode country) const;
    void add(const Description& description, std::uint32_t cluster);

    Draft& draft_;
    const Reading& text_;
    const ArticleMemory& memory_;
    std::vector<Recent> recent_;
    std::vector<std::uint32_t> described_;  // Clusters of the article that a description fits.
    std::vector<Meaning> meanings_;
    std::vector<bool> is_named_;  // Of each cluster: whether the text has named it yet.
    StampedMap heads_;            // Cluster named last with a head, by the head's key.
};

}  // namespace nutgraf::entities
