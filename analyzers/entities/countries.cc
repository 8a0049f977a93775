#include "analyzers/entities/countries.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

constexpr double place_weight = 1;
constexpr double spelling_weight = 0.5;
constexpr Uses places_or_adjectives(Use::place, Use::place_adjective);

struct Spelling {
    std::string_view word;
    std::string_view country;
};

/// Both spellings are one word to the gazetteer, but each is a country's.
constexpr std::array spellings = {Spelling{"defence", "GB"}, Spelling{"defense", "US"},
                                  Spelling{"centre", "GB"}, Spelling{"center", "US"}};

}  // namespace

CountryCode country_of_spelling(std::string_view folded) {
    const auto* const row = std::ranges::find(spellings, folded, &Spelling::word);
    return row == spellings.end() ? no_country : country_code(row->country);
}

void CountryVotes::clear() {
    for (const Vote& vote : votes_) {
        totals_[vote.country] = 0;
        named_[vote.country] = false;
    }
    names_any_ = false;
    votes_.clear();
    total_ = 0;
}

void CountryVotes::collect(const Draft& draft) {
    const Reading& text = draft.text;
    const Hints wanted(Hint::match, Hint::spelling);
    for (std::uint32_t i = text.next(0, wanted); i < text.size(); i = text.next(i + 1, wanted)) {
        if (text.hints(i).has(Hint::spelling))
            add(i, country_of_spelling(text.folded(i)), spelling_weight);
        const Match* const match = draft.matches.longest(i, places_or_adjectives);
        if (match == nullptr) continue;
        draft.matches.meanings(*match, places_or_adjectives, meanings_);
        const CountryCode country = draft.facts.country_of_place(meanings_.front().sense->number);
        add(i, country, place_weight);
        note_named(country);
        i = match->last;
    }
    settle();
}

void CountryVotes::add(std::uint32_t word, CountryCode country, double weight) {
    if (country == no_country) return;
    votes_.push_back({word, country, weight});
    totals_[country] += weight;
    total_ += weight;
}

void CountryVotes::note_named(CountryCode country) {
    if (country == no_country) return;
    named_[country] = true;
    names_any_ = true;
}

void CountryVotes::settle() {
    std::ranges::stable_sort(votes_, {}, &Vote::word);
}

double CountryVotes::weight_at(const Reading& text, std::uint32_t word, CountryCode country) const {
    constexpr std::ptrdiff_t reach = 12;
    constexpr double same_sentence = 2;
    constexpr double near_by = 0.5;
    constexpr double whole_article = 2;
    if (country == no_country || total_ <= 0) return 0;
    const auto here = std::ranges::lower_bound(votes_, word, {}, &Vote::word);
    const auto begin = here - std::min<std::ptrdiff_t>(reach, here - votes_.begin());
    const auto end = here + std::min<std::ptrdiff_t>(reach, votes_.end() - here);
    double weight = whole_article * totals_[country] / total_;
    for (auto vote = begin; vote != end; ++vote) {
        if (vote->country != country) continue;
        const bool is_same = text[vote->word].sentence == text[word].sentence;
        weight += vote->weight * (is_same ? same_sentence : near_by);
    }
    return weight;
}

}  // namespace nutgraf::entities
