#include "analyzers/entities/run_items.h"

namespace nutgraf::entities {

namespace {

constexpr Uses in_context(Use::organisation_in_context, Use::person_in_context, Use::organisation,
                          Use::person);
constexpr Uses plain_places(Use::place);
constexpr Uses adjectives(Use::place_adjective, Use::party_adjective, Use::member);
constexpr Uses titles(Use::role, Use::role_plural);

/// "Executive Airport"
bool is_other_head(const Word& word) {
    return word.is_capitalised() && word.has(WordBit::other_head) && !word.has(WordBit::surname);
}

/// Words that are small inside sentences, whatever they are written with at the beginning.
bool is_function_word(const Word& word) {
    switch (word.grammar) {
        case Grammar::content:
        case Grammar::particle:
        case Grammar::administration:
        case Grammar::share:
        case Grammar::medium:
        case Grammar::exchange:
        case Grammar::abbreviation:
        case Grammar::appointed:
        case Grammar::attached:
        case Grammar::dismissed:
            return false;
        default:
            return true;
    }
}

}  // namespace

bool is_body_head(const Word& word) {
    return word.is_capitalised() && (word.has(WordBit::org_head) || word.has(WordBit::org_suffix));
}

/// "William R. King": a title as well, but not behind a first name.
bool RunItems::is_surname_here(std::uint32_t at) const {
    const Word& word = text_[at];
    if (at == 0 || !word.is_capitalised()) return false;
    if (!word.has(WordBit::surname) && !word.has(WordBit::ambiguous_surname)) return false;
    const Word& before = text_[at - 1];
    const bool is_near = word.before.has_only(Marks(Mark::space, Mark::stop));
    return is_near && before.is_capitalised() && !before.is_possessive &&
           (before.shape == Shape::initial ||
            (before.has(WordBit::first_name) && text_.is_joined(at)));
}

bool RunItems::is_title(std::uint32_t at, std::uint32_t& last) const {
    const Word& word = text_[at];
    const bool is_capitalised = word.is_capitalised();
    const std::uint32_t next = at + 1;
    const bool has_next = next < text_.size();
    if (word.has(WordBit::honorific) && is_capitalised) return true;
    if (word.has(WordBit::weekday) && is_capitalised) return true;
    if (word.has(WordBit::month) && is_capitalised && !word.has(WordBit::ambiguous_surname)) {
        const bool begins_name = word.has(WordBit::first_name) && has_next &&
                                 text_.is_joined(next) && is_name_word(next);
        return !begins_name;
    }
    const Match* const role = draft_.matches.longest(at, titles);
    if (role == nullptr || is_surname_here(at)) return false;
    // Bodies are named within roles as well: "EU lawmakers", "leader of the House of Commons".
    if (begins_body(at)) return false;
    last = at;
    while (last < role->last && !begins_body(last + 1) && !begins_body_of_role(last + 1)) ++last;
    // "Prime Minister's Office", "Premier League"
    const std::uint32_t after = role->last + 1;
    return !(is_capitalised && after < text_.size() && text_.is_joined(after) &&
             (is_body_head(text_[after]) || is_other_head(text_[after])) &&
             !text_[after].has(WordBit::first_name));
}

bool RunItems::begins_body(std::uint32_t at) const {
    const Match* const body = draft_.matches.longest(at, Uses(Use::organisation));
    return body != nullptr && draft_.matches.is_certain(*body);
}

/// "members of the Cabinet": a name that needs evidence, and has it.
bool RunItems::begins_body_of_role(std::uint32_t at) const {
    const Grammar before = text_[at - 1].grammar;
    return text_[at].is_capitalised() && (before == Grammar::definite || before == Grammar::of) &&
           draft_.matches.longest(at, Uses(Use::organisation_in_context)) != nullptr;
}

/// Whether a word or particles before a small word are part of a person's name.
bool RunItems::is_behind_name(std::uint32_t at) const {
    std::uint32_t name = at;
    while (name > 0 && text_.is_joined(name) && !text_[name - 1].is_capitalised() &&
           text_[name - 1].grammar == Grammar::particle)
        --name;
    return name > 0 && text_.is_joined(name) && text_[name - 1].has(WordBit::first_name) &&
           text_[name - 1].is_capitalised();
}

bool RunItems::is_particle(std::uint32_t at) const {
    const Word& word = text_[at];
    if (word.grammar != Grammar::particle || word.is_capitalised()) return false;
    // "von der CDU": in other languages these are small words of every sentence.
    const bool is_english = text_.language().empty() || text_.language() == "en";
    if (!is_english && !is_behind_name(at)) return false;
    constexpr std::uint32_t most_particles = 3;
    for (std::uint32_t next = at + 1; next < text_.size() && next <= at + most_particles; ++next) {
        if (!text_.is_joined(next)) return false;
        if (text_[next].is_capitalised()) return true;
        if (text_[next].grammar != Grammar::particle) return false;
    }
    return false;
}

bool RunItems::is_name_word(std::uint32_t at) const {
    const Word& word = text_[at];
    if (!word.is_capitalised() || word.regime != Regime::sentence) return false;
    if (word.has(WordBit::weekday)) return false;
    if (!is_function_word(word)) return true;
    // "the Anti-Corruption Commission"
    const bool is_attaching = word.grammar == Grammar::attaching && !word.is_initial &&
                              at + 2 < text_.size() && text_[at + 1].is_glued &&
                              text_[at + 1].is_capitalised() && text_.is_joined(at + 2) &&
                              is_body_head(text_[at + 2]);
    if (is_attaching) return true;
    // "National Alliance (AN)"
    if (word.shape == Shape::capitals && word.before.has(Mark::opening)) return true;
    return !word.is_initial && word.has(WordBit::first_name);
}

/// "The National Audit Office" is no newspaper, The National: a longer name begins behind the
/// article.
bool RunItems::is_article_of_longer(std::uint32_t at, const Match& with_article) const {
    if (text_[at].grammar != Grammar::definite || with_article.last == at) return false;
    const Match* const longer = draft_.matches.longest(at + 1, in_context);
    return longer != nullptr && longer->last > with_article.last;
}

bool RunItems::read_listed(std::uint32_t at, Item& item) const {
    const Matches& matches = draft_.matches;
    const Match* entity = matches.longest(at, in_context);
    if (entity != nullptr && is_article_of_longer(at, *entity)) entity = nullptr;
    const Match* place = matches.longest(at, plain_places);
    const Match* const adjective = matches.longest(at, adjectives);
    if (place == nullptr || (adjective != nullptr && adjective->words() > place->words()))
        place = adjective;
    const std::uint32_t entity_words = entity != nullptr ? entity->words() : 0;
    const std::uint32_t place_words = place != nullptr ? place->words() : 0;
    if (entity_words == 0 && place_words == 0) return false;
    const bool is_party =
        place != nullptr && !place->uses.has(Use::place) && !place->uses.has(Use::place_adjective);
    if (entity_words > place_words || (entity_words == place_words && is_party)) {
        const bool is_certain = matches.is_certain(*entity);
        item = {at, entity->last, is_certain ? ItemKind::entity : ItemKind::word, entity};
        return is_certain || text_[at].regime == Regime::sentence;
    }
    const bool is_place = place->uses.has(Use::place);
    item = {at, place->last, is_place ? ItemKind::place : ItemKind::adjective, place};
    return true;
}

/// "Holdings plc": the suffix that has no capital.
bool RunItems::is_small_suffix(std::uint32_t at) const {
    return text_[at].has(WordBit::org_suffix) && text_.folded(at) == "plc" && at > 0 &&
           text_.is_joined(at) && text_[at - 1].is_capitalised();
}

bool RunItems::read(std::uint32_t at, Item& item) const {
    if (read_listed(at, item)) return true;
    if (!is_name_word(at) && !is_particle(at) && !is_small_suffix(at)) return false;
    item = {at, end_of_syllables(at), ItemKind::word, nullptr};
    return true;
}

/// "Chung-tai", "Jae-in": the last word of a name that goes on in small letters.
std::uint32_t RunItems::end_of_syllables(std::uint32_t at) const {
    constexpr std::size_t longest_syllable = 5;
    const std::uint32_t next = at + 1;
    if (at == 0 || next >= text_.size() || !text_[next].is_glued) return at;
    const bool is_syllable =
        text_[next].shape == Shape::lower && text_[next].grammar != Grammar::attached &&
        text_.written(next).size() <= longest_syllable && !text_[next].has(WordBit::common);
    const bool follows_name =
        text_.is_joined(at) && text_[at - 1].is_capitalised() && text_[at].shape == Shape::title;
    return is_syllable && follows_name ? next : at;
}

}  // namespace nutgraf::entities
