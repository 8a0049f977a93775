#include "analyzers/entities/clues.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <functional>

namespace nutgraf::entities {

namespace {

/// What a clue is worth for either kind, in log-odds, and why.
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
    Weight{Clue::one_word, -0.5, -1.5, "a single word may be anything; persons have two at first"},
    Weight{Clue::several_words, 0.5, 0.5, "two words in capitals are rarely capitalised by chance"},
    Weight{Clue::acronym, 2.2, -4, "capitals throughout: bodies, techniques, diseases; no person"},
    Weight{Clue::looks_like_person, 0, 2.3, "two or three words, none of them a common one"},
    Weight{Clue::first_name, -2, 3.5, "begins with one of the first names we list"},
    Weight{Clue::known_surname, -0.5, 1.5, "ends in a listed surname"},
    Weight{Clue::initials, -1, 3, "J. Smith, George W. Bush, Martin Luther King Jr"},
    Weight{Clue::particle, -0.5, 1.8, "von der, bin, de"},
    Weight{Clue::org_suffix, 5.5, -4, "Inc, plc, Holdings: nothing else ends so"},
    Weight{Clue::org_head, 4.5, -3.5, "Police, Council, University at the end"},
    Weight{Clue::head_with_complement, 4.5, -6, "Ministry of ..., Institute for ..."},
    Weight{Clue::ampersand, 3.5, -3, "Marks & Spencer"},
    Weight{Clue::common_word, 0, -2.5, "one of the words is an ordinary one"},
    Weight{Clue::all_common, -2, -3, "all are: a heading or a work"},
    Weight{Clue::begins_with_place, 0.3, -2.5, "Dallas Cowboys; also the Paris Agreement"},
    Weight{Clue::has_place, 0, -1.5, "a place inside"},
    Weight{Clue::other_head, -10, -10, "an act, a prize, a street, a day"},
    Weight{Clue::too_long, -6, -8, "longer than names are"},

    Weight{Clue::listed, 6.5, 6.5, "the gazetteer lists it as a name that means little else"},
    Weight{Clue::listed_as_word, 2.2, 2.2, "the same, but it is an ordinary word as well"},
    Weight{Clue::listed_in_context, 1.2, 1.2, "it lists it, but as one that needs evidence"},
    Weight{Clue::club_in_sport, 6, -3, "a club's short name where the article is about sport"},
    Weight{Clue::plain_surname, 0, 4, "a surname that is no word, place or body we know"},
    Weight{Clue::ambiguous_word, -2, -2.5, "May, Apple: also an ordinary word"},
    Weight{Clue::capital_of_word, 2, 1, "the word has no capital unless it is a name"},
    Weight{Clue::fits_country, 3, 1, "a body of the country that the article speaks of there"},
    Weight{Clue::calendar_word, 0, -1.5, "a month as well"},

    Weight{Clue::initial_position, -0.8, -0.8, "any word has a capital here"},
    Weight{Clue::inside_sentence, 1, 0.7, "only names have one here"},
    Weight{Clue::weak_line, -1, -1, "capitals say nothing in this line"},
    Weight{Clue::after_role, -2, 6, "Senator Coons"},
    Weight{Clue::after_honorific, -3, 7, "Mr Hunt"},
    Weight{Clue::after_the, 1, -4.5, "people have no article"},
    Weight{Clue::after_a, -0.3, -2.5, "nor do they have an indefinite one"},
    Weight{Clue::after_descriptor, 4, -1, "cybersecurity agency NUKIB, chip maker Arm"},
    Weight{Clue::before_descriptor, 1.2, -1.5, "Le Monde newspaper"},
    Weight{Clue::described, 5, -1, "Okosin, the Polish brewer, ..."},
    Weight{Clue::after_place_possessive, 0.8, 1.5, "China's Xi; China's Huawei"},
    Weight{Clue::before_say_verb, 1.3, 2, "both speak, people more often"},
    Weight{Clue::after_say_verb, 0.8, 2, "said Robert Kahofer; told Reuters"},
    Weight{Clue::after_in, -1.5, -1.5, "what follows \"in\" is a place or a time"},
    Weight{Clue::after_at, 0.6, -0.3, "analysts at Jefferies"},
    Weight{Clue::before_company_role, 4.5, -1, "Ryanair chief executive, a Huawei spokesman"},
    Weight{Clue::beside_attached, 3, -0.5, "Huawei-backed, anti-Huawei"},
    Weight{Clue::shares, 4.5, -3, "shares in Acme"},
    Weight{Clue::ticker, 6, -5, "Acme (NASDAQ: ACME)"},
    Weight{Clue::age, -4, 5, "John Smith, 54, ..."},
    Weight{Clue::relative_clause, -0.8, 1.8, "..., who"},
    Weight{Clue::apposition, -2, 4.5, "..., the finance minister, ..."},
    Weight{Clue::attribution, -4, 6, "(R-CO), (Con, Tatton)"},
    Weight{Clue::predicate, -1.5, 3, "was appointed finance minister"},
    Weight{Clue::member_of, 3, -2, "a member of Fatah, head of Acme"},
    Weight{Clue::in_brackets_after_organisation, 4, -3, "... Movement (MDC)"},
    Weight{Clue::defined, 5, -3, "its long form stands beside it"},
    Weight{Clue::after_time_word, 0, -4, "in May, since March"},
    Weight{Clue::before_number, 0, -6, "May 2, April 2019"},
    Weight{Clue::before_base_verb, 0, -8, "May be"},
    Weight{Clue::dateline, -8, -8, "LONDON (Reuters): where it was written"},
    Weight{Clue::is_source, 5, -5, "VILNIUS (Baltwire) -; Baltwire reported, citing officials"},

    Weight{Clue::full_name_elsewhere, -1, 9, "the article has the full name"},
    Weight{Clue::last_word_elsewhere, 0, 1.5, "its last word stands alone elsewhere"},
    Weight{Clue::entity_elsewhere, 8, 6, "the article has another name of it"},
    Weight{Clue::seen_in_lower_case, -1.2, -1.5, "the article has the word in lower case"},
    Weight{Clue::role_of_person_elsewhere, 0, 4, "the article has the role this person holds"},
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
            reasons.push_back({worth(weight), weight.reason});
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
