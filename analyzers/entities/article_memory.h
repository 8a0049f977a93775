#pragma once

#include "analyzers/entities/draft.h"

#include <cstdint>

namespace nutgraf::entities {

/// Who an article has named so far: clusters, found by entity, by name and by parts of names. All
/// questions take constant time. Not thread-safe: one per thread.
class ArticleMemory {
public:
    explicit ArticleMemory(Draft& draft) : draft_(draft), text_(draft.text) {}

    /// Forgets everything, the draft's clusters too.
    void clear();

    /// Puts a candidate, judged already, into the cluster of its entity or name; a new one when
    /// there is none. Returns the cluster.
    std::uint32_t remember(std::uint32_t candidate);

    /// Puts a candidate into a cluster that is known.
    void join(std::uint32_t candidate, std::uint32_t cluster);

    /// The cluster of an entity, or none.
    std::uint32_t of_entity(std::uint32_t entity) const;

    /// The last cluster of a person whose name ends in a word; further ones by `next_of_surname`.
    std::uint32_t person_of_surname(std::uint32_t key) const;

    /// The person with this first and last word, or none.
    std::uint32_t person_of_name(std::uint32_t first_key, std::uint32_t last_key) const;

    /// The organisation of exactly these words, or none.
    std::uint32_t organisation_named(const Candidate& candidate) const;

    /// The organisation that a word, or an acronym, is short for; none when there is none.
    std::uint32_t organisation_of_short(std::uint32_t key) const;
    std::uint32_t organisation_of_initials(std::string_view acronym) const;

    /// Takes an acronym for a cluster, wherever it stands.
    void define(std::uint32_t key, std::uint32_t cluster);

private:
    std::uint32_t known_cluster(const Candidate& candidate) const;
    void index_person(std::uint32_t cluster, const Candidate& candidate);
    void index_organisation(std::uint32_t cluster, const Candidate& candidate);
    std::uint64_t name_key(const Candidate& candidate) const;

    Draft& draft_;
    const Reading& text_;
    StampedMap entities_;
    StampedMap names_;  // Organisations by all their words, persons by the first and the last.
    StampedMap surnames_;
    StampedMap shorts_;
    StampedMap initials_;
};

}  // namespace nutgraf::entities
