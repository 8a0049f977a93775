#include "analyzers/entities/role_phrases.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

constexpr Uses roles(Use::role, Use::role_plural);
constexpr Uses organisations(Use::organisation);

}  // namespace

void RolePhraseFinder::find(std::vector<RolePhrase>& phrases) {
    phrases.clear();
    lead_.clear();
    offices_.begin();
    const Hints wanted(Hint::lead, Hint::match);
    for (std::uint32_t at = 0; at < text_.size();) {
        if (lead_.words().end == none) at = text_.next(at, wanted);
        if (at == text_.size()) break;
        lead_.go_to(at);
        if (const Match* const role = role_at(at)) {
            phrases.push_back(phrase(*role));
            at = role->last + 1;
            lead_.clear();
        } else {
            at = lead_.add(at);
        }
    }
}

const Match* RolePhraseFinder::role_at(std::uint32_t at) const {
    const Match* const role = draft_.matches.longest(at, roles);
    if (role == nullptr) return nullptr;
    const Match* const entity = draft_.matches.longest(at, organisations);
    return entity != nullptr && entity->words() > role->words() ? nullptr : role;
}

RolePhrase RolePhraseFinder::phrase(const Match& role) {
    RolePhrase phrase;
    const RoleLead::Words& lead = lead_.words();
    const bool has_article = lead.end == role.first;
    const bool has_lead = has_article && lead.first != none;
    phrase.first = has_lead ? lead.first : role.first;
    phrase.role_first = role.first;
    phrase.role_last = phrase.last = role.last;
    phrase.match = &role;
    if (has_article) {
        phrase.article = lead.article;
        phrase.title = lead.title;
        phrase.modifiers = lead.modifiers;
        phrase.modifier_count = lead.modifier_count;
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
    Title& title = phrase.title;
    const auto senses = phrase.match->senses;
    // Senses stand in the order of their tables.
    auto sense = std::ranges::lower_bound(senses, Table::role, {}, &Sense::table);
    for (; title.role == none && sense != senses.end() && sense->table == Table::role; ++sense)
        if (roles.has(sense->use) && draft_.matches.may_mean(*phrase.match, *sense))
            title.role = sense->number;
    const NamedOffices& offices = offices_.count(*phrase.match, title.country);
    if (offices.of_country != none) title.office = offices.of_country;
    const bool is_only = offices.count == 1 && title.role == none && title.country == no_country;
    if (is_only) title.office = offices.last;
    if (title.role == none && offices.last != none)
        title.role =
            draft_.facts.role_of_office(title.office != none ? title.office : offices.last);
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
