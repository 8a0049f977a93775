#include "analyzers/entities/clues.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <functional>

namespace nutgraf::entities {

namespace {

/// What a clue is worth for either kind, in log-odds: a row of weights.tsv, which says why.
struct Weight {
    Clue clue = Clue::one_word;
    double organisation = 0;
    double person = 0;
    const char* reason = "";
};

// Most runs of capitals that nothing else speaks for are places, events or works.
constexpr double organisation_prior = -3.0;
constexpr double person_prior = -3.0;

constexpr std::array weights = {
#include "analyzers/entities/weight_rows.inc"
};

static_assert(weights.size() == clue_count);

constexpr bool is_in_order() {
    for (unsigned i = 0; i < weights.size(); ++i)
        if (static_cast<unsigned>(weights[i].clue) != i) return false;
    return true;
}

static_assert(is_in_order(), "Clues are looked up by their number.");

template <class Worth>
double sum(Clues clues, double prior, const Worth& worth) {
    double score = prior;
    for (std::uint64_t rest = clues.bits(); rest != 0; rest &= rest - 1)
        score += worth(weights[static_cast<unsigned>(std::countr_zero(rest))]);
    return score;
}

template <class Worth>
std::vector<ClueReason> reasons(Clues clues, const Worth& worth) {
    std::vector<ClueReason> reasons;
    for (const Weight& weight : weights)
        if (clues.has(weight.clue) && worth(weight) != 0)
            reasons.push_back({worth(weight), std::string(weight.reason)});
    std::ranges::stable_sort(reasons, std::greater{},
                             [](const ClueReason& reason) { return std::abs(reason.worth); });
    return reasons;
}

}  // namespace

std::vector<ClueReason> organisation_reasons(Clues clues) {
    return reasons(clues, [](const Weight& weight) { return weight.organisation; });
}

std::vector<ClueReason> person_reasons(Clues clues) {
    return reasons(clues, [](const Weight& weight) { return weight.person; });
}

double organisation_score(Clues clues) {
    return sum(clues, organisation_prior, [](const Weight& w) { return w.organisation; });
}

double person_score(Clues clues) {
    return sum(clues, person_prior, [](const Weight& w) { return w.person; });
}

double confidence(double score) {
    return 1 / (1 + std::exp(-score));
}

}  // namespace nutgraf::entities
