#include "analyzers/entities/role_lead.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

constexpr Uses places(Use::place, Use::place_adjective);
constexpr Uses parties(Use::party_adjective, Use::member);
constexpr Uses bodies_of_roles(Use::organisation);
constexpr std::uint32_t most_loose_words = 2;

Tenure tenure_of(WordBits word, Tenure otherwise) {
    if (word.has(WordBit::past_modifier)) return Tenure::past;
    if (word.has(WordBit::shadow_modifier)) return Tenure::shadow;
    if (word.has(WordBit::acting_modifier)) return Tenure::acting;
    if (word.has(WordBit::future_modifier)) return Tenure::future;
    return otherwise;
}

bool is_modifier(WordBits word) {
    return word.has(WordBit::modifier) || tenure_of(word, Tenure::present) != Tenure::present;
}

}  // namespace

bool may_lead(Grammar grammar, WordBits bits) {
    const bool is_article = grammar == Grammar::definite || grammar == Grammar::indefinite ||
                            grammar == Grammar::possessive;
    return is_article || is_modifier(bits) || bits.has(WordBit::policy);
}

void RoleLead::go_to(std::uint32_t at) {
    if (words_.end == at && text_.is_joined(at)) return;
    // "defense, trade and foreign secretaries"
    const bool is_list = words_.end == at && words_.modifier_count > 0 &&
                         text_[at].before.has_only(Marks(Mark::comma, Mark::space));
    if (!is_list) words_ = {};
}

std::uint32_t RoleLead::add(std::uint32_t at) {
    const Word& word = text_[at];
    std::uint32_t next = at + 1;
    const Match* const place = draft_.matches.longest(at, places);
    const Match* const party = draft_.matches.longest(at, parties);
    const Match* const organisation = draft_.matches.longest(at, bodies_of_roles);
    const std::uint32_t place_words = place != nullptr ? place->words() : 0;
    if (organisation != nullptr && organisation->words() > place_words) {
        next = add_organisation(*organisation);
    } else if (place != nullptr) {
        next = add_place(*place);
    } else if (party != nullptr) {
        next = add_party(*party);
    } else if (!add_word(at)) {
        words_ = {};
        return next;
    }
    words_.end = next;
    // A possessive makes what follows definite: "Huawei's chairman".
    if (word.is_possessive && next == at + 1 && words_.article == Article::absent)
        words_.article = Article::definite;
    return next;
}

std::uint32_t RoleLead::add_place(const Match& match) {
    if (words_.first == none) words_.first = match.first;
    draft_.matches.meanings(match, places, meanings_);
    if (!meanings_.empty() && words_.title.country == no_country)
        words_.title.country = draft_.facts.country_of_place(meanings_.front().sense->number);
    const Place place = text_.gazetteer().place(meanings_.front().sense->number);
    if (!place.is_country && !place.code.empty())
        words_.title.state = meanings_.front().sense->number;
    if (text_[match.last].is_possessive) words_.article = Article::definite;
    return match.last + 1;
}

std::uint32_t RoleLead::add_party(const Match& match) {
    if (words_.first == none) words_.first = match.first;
    draft_.matches.meanings(match, parties, meanings_);
    words_.title.party = meanings_.front().sense->number;
    // "Labour MP" is British, "Labor MP" Australian.
    const std::string_view written = text_.written(match.first, match.last);
    const auto as_written = std::ranges::find_if(
        meanings_, [&](const Meaning& meaning) { return meaning.sense->written == written; });
    if (as_written != meanings_.end()) words_.title.party = as_written->sense->number;
    for (const Meaning& meaning : meanings_)
        if (draft_.facts.country_of(meaning.sense->number) == words_.title.country)
            words_.title.party = meaning.sense->number;
    return match.last + 1;
}

std::uint32_t RoleLead::add_organisation(const Match& match) {
    if (words_.first == none) words_.first = match.first;
    draft_.matches.meanings(match, bodies_of_roles, meanings_);
    const std::uint32_t entity = meanings_.front().sense->number;
    if (draft_.facts.type_of(entity) == "party") {
        words_.title.party = entity;
    } else {
        words_.title.organisation = entity;
    }
    if (text_[match.last].is_possessive) words_.article = Article::definite;
    return match.last + 1;
}

/// Whether a word may stand before a role.
bool RoleLead::add_word(std::uint32_t at) {
    const Word& word = text_[at];
    const auto begin = [&](Article article) {
        words_ = {};
        words_.article = article;
        return true;
    };
    if (word.grammar == Grammar::definite) return begin(Article::definite);
    if (word.grammar == Grammar::indefinite) return begin(Article::indefinite);
    if (word.grammar == Grammar::possessive) return begin(Article::possessive);
    if (is_modifier(word.bits)) {
        if (words_.first == none) words_.first = at;
        words_.title.tenure = tenure_of(word.bits, words_.title.tenure);
        return true;
    }
    if (word.has(WordBit::policy)) {
        if (words_.first == none) words_.first = at;
        if (words_.modifier_count < most_modifiers) words_.modifiers[words_.modifier_count++] = at;
        return true;
    }
    if (word.grammar == Grammar::conjunction) return words_.modifier_count > 0;
    const bool is_loose = word.shape == Shape::lower && word.grammar == Grammar::content &&
                          !word.has(WordBit::say_verb) && !word.is_possessive;
    if (!is_loose || words_.article == Article::absent || words_.loose_words == most_loose_words)
        return false;
    ++words_.loose_words;
    words_.first = none;  // The phrase begins behind it.
    return true;
}

}  // namespace nutgraf::entities
