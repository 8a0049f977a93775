#include "analyzers/entities/matches.h"

#include "analyzers/entities/capitals.h"

namespace nutgraf::entities {

namespace {

constexpr Uses single_names(Use::organisation, Use::organisation_in_context, Use::person,
                            Use::person_in_context, Use::surname, Use::given, Use::member);

/// Whether a hyphen beside a name leaves it what it is: "Huawei-backed", "anti-Huawei",
/// "US-Huawei", but not "Ocasio-Cortez".
bool may_be_glued_to(const Word& neighbour) {
    return !neighbour.is_capitalised() || neighbour.shape == Shape::capitals ||
           neighbour.has(WordBit::place) || neighbour.has(WordBit::demonym) ||
           neighbour.grammar == Grammar::attaching;
}

}  // namespace

void Matches::find(Reading& text) {
    text_ = &text;
    matches_.clear();
    places_.assign(text.size(), {});
    ends_descriptor_.assign(text.size(), 0);
    const Hints wanted(Hint::name, Hint::longer);
    for (std::uint32_t i = text.next(0, wanted); i < text.size(); i = text.next(i + 1, wanted)) {
        if (!may_begin_name(i)) continue;
        const std::size_t before = matches_.size();
        text.gazetteer().names_at(text.numbers(), i, found_);
        for (const NameMatch& found : found_) add(found, i);
        if (matches_.size() == before) continue;
        Place& place = places_[i];
        place.first = static_cast<std::uint32_t>(before);
        place.matches = static_cast<std::uint16_t>(matches_.size() - before);
        for (std::size_t m = before; m < matches_.size(); ++m) place.uses.add(matches_[m].uses);
        text.note(i, Hint::match);
    }
}

bool Matches::may_begin_name(std::uint32_t word) const {
    if (text_->hints(word).has(Hint::name)) return true;
    const auto numbers = text_->numbers();
    return word + 1 < numbers.size() &&
           text_->gazetteer().may_begin_name(numbers[word], numbers[word + 1]);
}

void Matches::add(const NameMatch& found, std::uint32_t first) {
    Match match{first, first + static_cast<std::uint32_t>(found.words) - 1, {}, found.senses};
    for (const Sense& sense : found.senses) {
        if (!match.uses.has(sense.use) && is_accepted(sense, match.first, match.last))
            match.uses.add(sense.use);
    }
    if (match.uses.has(Use::descriptor)) ends_descriptor_[match.last] = 1;
    if (match.uses.has_any(single_names) && match.first == match.last &&
        is_cut_from_compound(match.first, match.last))
        return;
    if (!match.uses.empty()) matches_.push_back(match);
}

bool Matches::is_cut_from_compound(std::uint32_t first, std::uint32_t last) const {
    const Reading& text = *text_;
    if (text[first].is_glued && !may_be_glued_to(text[first - 1])) return true;
    return last + 1 < text.size() && text[last + 1].is_glued && !may_be_glued_to(text[last + 1]);
}

bool Matches::is_accepted(const Sense& sense, std::uint32_t first, std::uint32_t last) const {
    const Reading& text = *text_;
    if (!sense.language.empty() && !text.language().empty() && sense.language != text.language() &&
        !is_of_other_script(sense.written))
        return false;
    switch (sense.name_class) {
        case NameClass::descriptor:
            return true;
        case NameClass::role:
        case NameClass::role_plural:
            return sense.table == Table::office || has_capitals_of(sense, text, first, last);
        case NameClass::acronym: {
            const bool may_be_word = text[first].regime == Regime::capitals &&
                                     text[first].has(WordBit::ambiguous_acronym);
            return !may_be_word && is_exactly(sense.written, text, first, last);
        }
        default:
            return has_capitals_of(sense, text, first, last);
    }
}

void Matches::meanings(const Match& match, Uses uses, std::vector<Meaning>& meanings) const {
    meanings.clear();
    for (const Sense& sense : match.senses) {
        if (uses.has(sense.use) && is_accepted(sense, match.first, match.last))
            meanings.push_back({sense.use, &sense});
    }
}

bool Matches::is_certain(const Match& match) const {
    if (!match.uses.has_any(Uses(Use::organisation, Use::person))) return false;
    const Word& word = (*text_)[match.first];
    const Word& last = (*text_)[match.last];
    // "Anglo-American relations"
    if (match.words() > 1 && last.has(WordBit::demonym) && (*text_)[match.last].is_glued)
        return false;
    const bool is_word = word.has(WordBit::common) || word.has(WordBit::ambiguous_org) ||
                         word.has(WordBit::ambiguous_surname) || word.has(WordBit::month);
    if (match.words() == 1 && is_word && word.shape != Shape::capitals) return false;
    if (!match.uses.has_any(Uses(Use::organisation_in_context, Use::person_in_context)))
        return true;
    // One that is listed both ways needs evidence.
    for (const Sense& name : match.senses) {
        if (name.name_class == NameClass::context || name.table != Table::entity) continue;
        if (name.use != Use::organisation && name.use != Use::person) continue;
        bool is_in_context = false;
        for (const Sense& other : match.senses)
            is_in_context |= other.name_class == NameClass::context &&
                             other.table == Table::entity && other.number == name.number;
        if (!is_in_context) return true;
    }
    return false;
}

}  // namespace nutgraf::entities
