#include "analyzers/entities/role_phrases.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

constexpr Uses roles(Use::role, Use::role_plural);
constexpr Uses places(Use::place, Use::place_adjective);
constexpr Uses parties(Use::party_adjective, Use::member);
constexpr Uses organisations(Use::organisation);
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

void RolePhraseFinder::find(std::vector<RolePhrase>& phrases) {
    phrases.clear();
    lead_ = {};
    for (std::uint32_t at = 0; at < text_.size();) {
        if (lead_.end == none && !text_[at].may_lead && !draft_.matches.begins_at(at)) {
            ++at;
            continue;
        }
        if (lead_.end != at || !text_.is_joined(at)) {
            // "defense, trade and foreign secretaries"
            const bool is_list = lead_.end == at && lead_.modifier_count > 0 &&
                                 text_[at].before.has_only(Marks(Mark::comma, Mark::space));
            if (!is_list) lead_ = {};
        }
        if (const Match* const role = role_at(at)) {
            phrases.push_back(phrase(*role));
            at = role->last + 1;
            lead_ = {};
        } else {
            at = extend_lead(at);
        }
    }
}

const Match* RolePhraseFinder::role_at(std::uint32_t at) const {
    const Match* const role = draft_.matches.longest(at, roles);
    if (role == nullptr) return nullptr;
    const Match* const entity = draft_.matches.longest(at, organisations);
    return entity != nullptr && entity->words() > role->words() ? nullptr : role;
}

/// Reads one more word or name before a role, or forgets them all. Returns the word behind it.
std::uint32_t RolePhraseFinder::extend_lead(std::uint32_t at) {
    const Word& word = text_[at];
    std::uint32_t next = at + 1;
    const Match* const place = draft_.matches.longest(at, places);
    const Match* const party = draft_.matches.longest(at, parties);
    const Match* const organisation = draft_.matches.longest(at, organisations);
    const std::uint32_t place_words = place != nullptr ? place->words() : 0;
    if (organisation != nullptr && organisation->words() > place_words) {
        next = add_organisation(*organisation);
    } else if (place != nullptr) {
        next = add_place(*place);
    } else if (party != nullptr) {
        next = add_party(*party);
    } else if (!add_word(at)) {
        lead_ = {};
        return next;
    }
    lead_.end = next;
    // A possessive makes what follows definite: "Huawei's chairman".
    if (word.is_possessive && next == at + 1 && lead_.article == Article::absent)
        lead_.article = Article::definite;
    return next;
}

std::uint32_t RolePhraseFinder::add_place(const Match& match) {
    if (lead_.first == none) lead_.first = match.first;
    draft_.matches.meanings(match, places, meanings_);
    if (!meanings_.empty() && lead_.title.country == no_country)
        lead_.title.country = draft_.facts.country_of_place(meanings_.front().sense->number);
    const Place place = text_.gazetteer().place(meanings_.front().sense->number);
    if (!place.is_country && !place.code.empty())
        lead_.title.state = meanings_.front().sense->number;
    if (text_[match.last].is_possessive) lead_.article = Article::definite;
    return match.last + 1;
}

std::uint32_t RolePhraseFinder::add_party(const Match& match) {
    if (lead_.first == none) lead_.first = match.first;
    draft_.matches.meanings(match, parties, meanings_);
    lead_.title.party = meanings_.front().sense->number;
    // "Labour MP" is British, "Labor MP" Australian.
    const std::string_view written = text_.written(match.first, match.last);
    const auto as_written = std::ranges::find_if(
        meanings_, [&](const Meaning& meaning) { return meaning.sense->written == written; });
    if (as_written != meanings_.end()) lead_.title.party = as_written->sense->number;
    for (const Meaning& meaning : meanings_)
        if (draft_.facts.country_of(meaning.sense->number) == lead_.title.country)
            lead_.title.party = meaning.sense->number;
    return match.last + 1;
}

std::uint32_t RolePhraseFinder::add_organisation(const Match& match) {
    if (lead_.first == none) lead_.first = match.first;
    draft_.matches.meanings(match, organisations, meanings_);
    const std::uint32_t entity = meanings_.front().sense->number;
    if (draft_.facts.type_of(entity) == "party") {
        lead_.title.party = entity;
    } else {
        lead_.title.organisation = entity;
    }
    if (text_[match.last].is_possessive) lead_.article = Article::definite;
    return match.last + 1;
}

/// Whether a word may stand before a role.
bool RolePhraseFinder::add_word(std::uint32_t at) {
    const Word& word = text_[at];
    const auto begin = [&](Article article) {
        lead_ = {};
        lead_.article = article;
        return true;
    };
    if (word.grammar == Grammar::definite) return begin(Article::definite);
    if (word.grammar == Grammar::indefinite) return begin(Article::indefinite);
    if (word.grammar == Grammar::possessive) return begin(Article::possessive);
    if (is_modifier(word.bits)) {
        if (lead_.first == none) lead_.first = at;
        lead_.title.tenure = tenure_of(word.bits, lead_.title.tenure);
        return true;
    }
    if (word.has(WordBit::policy)) {
        if (lead_.first == none) lead_.first = at;
        if (lead_.modifier_count < RolePhrase::most_modifiers)
            lead_.modifiers[lead_.modifier_count++] = at;
        return true;
    }
    if (word.grammar == Grammar::conjunction) return lead_.modifier_count > 0;
    const bool is_loose = word.shape == Shape::lower && word.grammar == Grammar::content &&
                          !word.has(WordBit::say_verb) && !word.is_possessive;
    if (!is_loose || lead_.article == Article::absent || lead_.loose_words == most_loose_words)
        return false;
    ++lead_.loose_words;
    lead_.first = none;  // The phrase begins behind it.
    return true;
}

RolePhrase RolePhraseFinder::phrase(const Match& role) {
    RolePhrase phrase;
    const bool has_lead = lead_.end == role.first && lead_.first != none;
    const bool has_article = lead_.end == role.first;
    phrase.first = has_lead ? lead_.first : role.first;
    phrase.role_first = role.first;
    phrase.role_last = phrase.last = role.last;
    phrase.match = &role;
    if (has_article) {
        phrase.article = lead_.article;
        phrase.title = lead_.title;
        phrase.modifiers = lead_.modifiers;
        phrase.modifier_count = lead_.modifier_count;
    }
    phrase.is_plural = !role.uses.has(Use::role);
    choose_role(phrase);
    // "president-elect"
    const std::uint32_t next = role.last + 1;
    if (next < text_.size() && text_[next].is_glued && text_[next].has(WordBit::future_modifier)) {
        phrase.title.tenure = Tenure::future;
        phrase.role_last = phrase.last = next;
    }
    read_complement(phrase);
    return phrase;
}

/// Chooses among what the words of a role stand for: the role; the office of the country that
/// stands before it, or the only one of that name.
void RolePhraseFinder::choose_role(RolePhrase& phrase) {
    draft_.matches.meanings(*phrase.match, roles, meanings_);
    Title& title = phrase.title;
    std::uint32_t offices = 0;
    std::uint32_t last_office = none;
    for (const Meaning& meaning : meanings_) {
        if (meaning.sense->table == Table::role) {
            if (title.role == none) title.role = meaning.sense->number;
            continue;
        }
        ++offices;
        last_office = meaning.sense->number;
        if (title.country != no_country &&
            draft_.facts.country_of_office(last_office) == title.country)
            title.office = last_office;
    }
    const bool is_only = offices == 1 && title.role == none && title.country == no_country;
    if (is_only) title.office = last_office;
    if (title.role == none && last_office != none)
        title.role = draft_.facts.role_of_office(title.office != none ? title.office : last_office);
    if (title.office != none && title.country == no_country)
        title.country = draft_.facts.country_of_office(title.office);
}

/// Reads "of France", "to London", "at Czech cybersecurity agency NUKIB" behind a role, up to three
/// of them.
void RolePhraseFinder::read_complement(RolePhrase& phrase) const {
    constexpr int most_parts = 3;
    for (int part = 0; part < most_parts; ++part) {
        const std::uint32_t at = phrase.last + 1;
        if (at + 1 >= text_.size() || !text_.is_joined(at)) return;
        const Word& word = text_[at];
        const bool is_preposition = word.grammar == Grammar::of || word.grammar == Grammar::to ||
                                    word.grammar == Grammar::at || text_.folded(at) == "in" ||
                                    text_.folded(at) == "on";
        if (!is_preposition || word.is_capitalised()) return;
        Title found;
        const std::uint32_t end = read_noun_phrase(at + 1, found);
        if (end == at + 1) return;
        phrase.last = end - 1;
        phrase.has_complement = true;
        // The ambassador to France is not French; the president of France is.
        if (word.grammar != Grammar::of) found.country = no_country;
        complete(phrase.title, found);
    }
}

/// Whether a word behind "and" belongs to the same subject: "Cyber and Information Policy".
bool RolePhraseFinder::continues_subject(std::uint32_t at) const {
    const Word& word = text_[at];
    if (word.has(WordBit::first_name)) return false;
    if (draft_.matches.longest(at, Uses(Use::role, Use::role_plural, Use::person)) != nullptr)
        return false;
    return word.is_capitalised() || word.has(WordBit::policy);
}

/// Returns the word behind a noun phrase that begins at `at`; `at` itself when there is none.
std::uint32_t RolePhraseFinder::read_noun_phrase(std::uint32_t at, Title& title) const {
    constexpr std::uint32_t most_words = 10;
    std::uint32_t next = at;
    const Grammar grammar = text_[next].grammar;
    if (grammar == Grammar::definite || grammar == Grammar::possessive ||
        grammar == Grammar::indefinite)
        ++next;
    const std::uint32_t begin = next;
    bool has_name = false;
    while (next < text_.size() && next < begin + most_words && text_.is_joined(next)) {
        const Word& word = text_[next];
        if (draft_.matches.longest(next, Uses(Use::person)) != nullptr) break;
        if (const Match* const match =
                draft_.matches.longest(next, Uses(Use::organisation, Use::place))) {
            draft_.matches.meanings(*match, Uses(Use::organisation, Use::place), meanings_);
            const Meaning& meaning = meanings_.front();
            if (meaning.use == Use::place) {
                title.country = draft_.facts.country_of_place(meaning.sense->number);
            } else if (title.organisation == none) {
                title.organisation = meaning.sense->number;
            }
            next = match->last + 1;
            has_name = true;
            continue;
        }
        const bool begins_person =
            next > begin && word.is_capitalised() && word.has(WordBit::first_name);
        const bool is_subject = word.has(WordBit::policy) || word.has(WordBit::org_head) ||
                                word.has(WordBit::descriptor) || word.has(WordBit::common);
        const bool joins = word.grammar == Grammar::conjunction && next > begin &&
                           next + 1 < text_.size() && continues_subject(next + 1);
        const bool is_word = word.is_capitalised()
                                 ? !begins_person && word.regime == Regime::sentence
                                 : !has_name && is_subject && word.grammar == Grammar::content &&
                                       !word.has(WordBit::say_verb);
        if (!is_word && !joins) break;
        has_name |= word.is_capitalised();
        ++next;
        if (word.is_possessive) break;
    }
    return next == begin ? at : next;
}

Title title_named(const Gazetteer& gazetteer, std::string_view words) {
    Title title;
    for (const Sense& sense : gazetteer.senses_of(words)) {
        const bool is_role =
            sense.name_class == NameClass::role || sense.name_class == NameClass::role_plural;
        if (!is_role) continue;
        if (sense.table == Table::role && title.role == none) title.role = sense.number;
        if (sense.table == Table::office && title.role == none)
            title.role = gazetteer.office(sense.number).role;
    }
    return title;
}

void complete(Title& title, const Title& other) {
    if (title.role == none) title.role = other.role;
    if (title.office == none) title.office = other.office;
    if (title.party == none) title.party = other.party;
    if (title.state == none) title.state = other.state;
    if (title.organisation == none) title.organisation = other.organisation;
    if (title.country == no_country) title.country = other.country;
    if (title.tenure == Tenure::present) title.tenure = other.tenure;
}

}  // namespace nutgraf::entities
