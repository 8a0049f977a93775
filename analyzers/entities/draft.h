#pragma once

#include "analyzers/entities/analysis.h"
#include "analyzers/entities/clues.h"
#include "analyzers/entities/facts.h"
#include "analyzers/entities/matches.h"
#include "analyzers/entities/reading.h"

#include <cstdint>
#include <vector>

namespace nutgraf::entities {

/// When a person has a role, as the words before it tell.
enum class Tenure : std::uint8_t { present, past, acting, shadow, future };

/// What a text says of the office of somebody.
struct Title {
    std::uint32_t role = none;
    std::uint32_t office = none;
    std::uint32_t party = none;         ///< Row of the entities.
    std::uint32_t state = none;         ///< Row of the places.
    std::uint32_t organisation = none;  ///< Row of the entities.
    CountryCode country = no_country;
    Tenure tenure = Tenure::present;

    bool empty() const { return role == none && office == none && party == none && state == none; }
};

/// Puts what another title says where this one says nothing.
void complete(Title& title, const Title& other);

/// What a candidate has been found to be.
enum class Verdict : std::uint8_t { open, organisation, person, neither };

/// Words that may be a name.
struct Candidate {
    std::uint32_t first = 0;  ///< Words, both included.
    std::uint32_t last = 0;
    const Match* match = nullptr;  ///< Of exactly these words; null when the gazetteer has none.
    std::uint32_t entity = none;   ///< Row of the entities, once it is known.
    std::uint32_t cluster = none;
    Clues clues;
    Title title;
    Verdict verdict = Verdict::open;
    Via via = Via::name;
    double score = 0;
    bool is_nominal = false;

    std::uint32_t words() const { return last - first + 1; }
};

/// "Rees-Mogg", "Kimberly-Clark": two words that a hyphen makes one.
inline bool is_glued_pair(const Reading& text, const Candidate& candidate) {
    return candidate.words() == 2 && text[candidate.last].is_glued;
}

/// All that mentions of one organisation or person in an article have in common.
struct Cluster {
    Verdict kind = Verdict::organisation;
    std::uint32_t entity = none;
    std::uint32_t fullest = 0;  ///< Candidate with the longest name.
    std::uint32_t latest = 0;   ///< Word where it was mentioned last, as the article is walked.
    std::uint32_t mentions = 0;
    std::uint32_t next_of_surname = none;  ///< Another cluster whose name ends in the same word.
    Title title;
};

/// An analysis in the making. Its memory is used again from article to article.
struct Draft {
    Draft(const Gazetteer& gazetteer, const Facts& the_facts)
        : facts(the_facts), text(gazetteer), matches(the_facts) {}

    const Facts& facts;
    Reading text;
    Matches matches;
    std::vector<Candidate> candidates;        ///< In the order of the text, apart.
    std::vector<std::uint32_t> candidate_of;  ///< By word, the candidate it is in, or none.
    std::vector<Candidate> nominals;          ///< Descriptions and roles that stand for somebody.
    std::vector<Cluster> clusters;

    /// The candidate that begins at a word; null when there is none.
    Candidate* candidate_at(std::uint32_t word) {
        if (word >= candidate_of.size() || candidate_of[word] == none) return nullptr;
        Candidate& candidate = candidates[candidate_of[word]];
        return candidate.first == word ? &candidate : nullptr;
    }
    /// The candidate that ends right before a word, or null.
    Candidate* candidate_before(std::uint32_t word) {
        if (word == 0 || candidate_of[word - 1] == none) return nullptr;
        return &candidates[candidate_of[word - 1]];
    }
};

}  // namespace nutgraf::entities
