#include "analyzers/entities/runs.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

constexpr std::size_t most_items = 16;
constexpr Uses certain_names(Use::organisation, Use::person);
constexpr Uses in_context(Use::organisation_in_context, Use::person_in_context, Use::organisation,
                          Use::person);
constexpr Uses plain_places(Use::place);
constexpr Uses adjectives(Use::place_adjective, Use::party_adjective, Use::member);
constexpr Uses listed(Use::organisation, Use::person, Use::place, Use::role, Use::role_plural);
constexpr Uses titles(Use::role, Use::role_plural);

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

bool is_head(const Word& word) {
    return word.is_capitalised() && (word.has(WordBit::org_head) || word.has(WordBit::org_suffix));
}

bool is_person_word(const Word& word) {
    return word.has(WordBit::first_name) || word.has(WordBit::surname);
}

/// Whether a word may stand in the name of a ministry: "Trade", "Human".
bool is_subject(const Word& word) {
    return word.is_capitalised() && !word.has(WordBit::first_name) &&
           (word.has(WordBit::policy) || word.has(WordBit::common));
}

}  // namespace

bool Runs::next(Piece& piece) {
    piece.clear();
    Item item;
    while (at_ < text_.size() && piece.empty()) {
        std::uint32_t last = at_;
        if (begins_nothing(at_)) {
            ++at_;
        } else if (is_title(at_, last)) {
            at_ = last + 1;
        } else if (read_item(at_, item)) {
            piece.push_back(item);
            at_ = item.last + 1;
        } else {
            ++at_;
        }
    }
    while (!piece.empty() && at_ < text_.size() && piece.size() < most_items) {
        std::uint32_t last = at_;
        if (continues(piece, at_) && !is_title(at_, last) && read_item(at_, item)) {
            piece.push_back(item);
            at_ = item.last + 1;
        } else if (!add_complement(piece) && !add_conjunct(piece)) {
            break;
        }
    }
    return !piece.empty();
}

/// Whether a word is neither a title nor the first of a piece, which most words tell at a glance.
bool Runs::begins_nothing(std::uint32_t at) const {
    const Word& word = text_[at];
    return !word.is_capitalised() && word.grammar != Grammar::particle &&
           !word.has(WordBit::org_suffix) && !draft_.matches.begins_at(at);
}

/// "William R. King": a title as well, but not behind a first name.
bool Runs::is_surname_here(std::uint32_t at) const {
    const Word& word = text_[at];
    if (at == 0 || !word.is_capitalised()) return false;
    if (!word.has(WordBit::surname) && !word.has(WordBit::ambiguous_surname)) return false;
    const Word& before = text_[at - 1];
    const bool is_near = word.before.has_only(Marks(Mark::space, Mark::stop));
    return is_near && before.is_capitalised() && !before.is_possessive &&
           (before.shape == Shape::initial ||
            (before.has(WordBit::first_name) && text_.is_joined(at)));
}

bool Runs::is_title(std::uint32_t at, std::uint32_t& last) const {
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
             is_head(text_[after]) && !text_[after].has(WordBit::first_name));
}

bool Runs::begins_body(std::uint32_t at) const {
    const Match* const body = draft_.matches.longest(at, Uses(Use::organisation));
    return body != nullptr && draft_.matches.is_certain(*body);
}

/// "members of the Cabinet": a name that needs evidence, and has it.
bool Runs::begins_body_of_role(std::uint32_t at) const {
    const Grammar before = text_[at - 1].grammar;
    return text_[at].is_capitalised() && (before == Grammar::definite || before == Grammar::of) &&
           draft_.matches.longest(at, Uses(Use::organisation_in_context)) != nullptr;
}

/// Whether a word or particles before a small word are part of a person's name.
bool Runs::is_behind_name(std::uint32_t at) const {
    std::uint32_t name = at;
    while (name > 0 && text_.is_joined(name) && !text_[name - 1].is_capitalised() &&
           text_[name - 1].grammar == Grammar::particle)
        --name;
    return name > 0 && text_.is_joined(name) && text_[name - 1].has(WordBit::first_name) &&
           text_[name - 1].is_capitalised();
}

bool Runs::is_particle(std::uint32_t at) const {
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

bool Runs::is_name_word(std::uint32_t at) const {
    const Word& word = text_[at];
    if (!word.is_capitalised() || word.regime != Regime::sentence) return false;
    if (word.has(WordBit::weekday)) return false;
    if (!is_function_word(word)) return true;
    // "National Alliance (AN)"
    if (word.shape == Shape::capitals && word.before.has(Mark::opening)) return true;
    return !word.is_initial && word.has(WordBit::first_name);
}

bool Runs::read_listed_item(std::uint32_t at, Item& item) const {
    const Matches& matches = draft_.matches;
    const Match* const entity = matches.longest(at, in_context);
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
bool Runs::is_small_suffix(std::uint32_t at) const {
    return text_[at].has(WordBit::org_suffix) && text_.folded(at) == "plc" && at > 0 &&
           text_.is_joined(at) && text_[at - 1].is_capitalised();
}

bool Runs::read_item(std::uint32_t at, Item& item) const {
    if (read_listed_item(at, item)) return true;
    if (!is_name_word(at) && !is_particle(at) && !is_small_suffix(at)) return false;
    item = {at, end_of_syllables(at), ItemKind::word, nullptr};
    return true;
}

/// "Chung-tai", "Jae-in": the last word of a name that goes on in small letters.
std::uint32_t Runs::end_of_syllables(std::uint32_t at) const {
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

bool Runs::continues(const Piece& piece, std::uint32_t next) const {
    const Word& word = text_[next];
    const Item& last_item = piece.back();
    const Word& last = text_[last_item.last];
    if (word.is_initial) return false;
    if (last.is_possessive) {
        // "People's Liberation Army", but not "China's Huawei".
        const bool is_saint = text_.folded(piece.front().first) == "st" && piece.size() > 1;
        if (last_item.kind != ItemKind::word || !(last.has(WordBit::common) || is_saint))
            return false;
        constexpr std::uint32_t reach = 3;
        for (std::uint32_t i = next; i < text_.size() && i < next + reach; ++i) {
            if (!text_.is_joined(i) || !text_[i].is_capitalised()) return false;
            if (is_head(text_[i])) return true;
        }
        return false;
    }
    if (text_.is_joined(next)) return true;
    const bool is_between_capitals = last.is_capitalised() && word.is_capitalised();
    if (!is_between_capitals) return false;
    if (word.before.has_only(Marks(Mark::space, Mark::ampersand))) return true;
    if (word.before.has_only(Marks(Mark::space, Mark::stop)))
        return last.grammar == Grammar::abbreviation || word.has(WordBit::org_suffix);
    return word.has(WordBit::org_suffix) &&
           word.before.has_only(Marks(Mark::space, Mark::stop, Mark::comma));
}

/// "Union of Democrats", which may go on "for Europe".
bool Runs::has_one_complement(const Piece& piece) const {
    const auto is_connector = [](const Item& item) { return item.kind == ItemKind::connector; };
    const auto first = std::ranges::find_if(piece, is_connector);
    return first != piece.end() && text_[first->first].grammar == Grammar::of &&
           std::ranges::count_if(piece, is_connector) == 1 &&
           !is_person_word(text_[piece.back().last]);
}

bool Runs::add_complement(Piece& piece) {
    const Item& last = piece.back();
    const bool is_listed = last.kind == ItemKind::entity;
    const Word& preposition = text_[at_];
    const std::string_view folded = text_.folded(at_);
    if (last.kind != ItemKind::word && !is_listed) return false;
    if (!is_head(text_[last.last]) && !(folded == "for" && has_one_complement(piece))) return false;
    if (text_[last.last].is_possessive || !text_.is_joined(at_)) return false;
    if (preposition.is_capitalised() || (folded != "of" && folded != "for" && folded != "on"))
        return false;
    std::uint32_t next = at_ + 1;
    if (next < text_.size() && text_[next].grammar == Grammar::definite && text_.is_joined(next))
        ++next;
    if (next >= text_.size() || !text_.is_joined(next)) return false;
    Item complement;
    if (!text_[next].is_capitalised() || !read_item(next, complement)) return false;
    const bool is_place = complement.kind == ItemKind::place;
    if (complement.kind == ItemKind::entity || (is_listed && !is_place)) return false;
    piece.push_back({at_, next - 1, ItemKind::connector, nullptr});
    piece.push_back(complement);
    at_ = complement.last + 1;
    return true;
}

/// "Tolley and Sons"
bool Runs::add_family(Piece& piece) {
    const std::uint32_t next = at_ + 1;
    if (text_.folded(at_) != "and" || next >= text_.size()) return false;
    if (!text_.is_joined(at_) || !text_.is_joined(next)) return false;
    const Word& word = text_[next];
    if (!word.is_capitalised() || !word.has(WordBit::org_suffix)) return false;
    if (draft_.matches.longest(next, listed) != nullptr) return false;
    piece.push_back({at_, at_, ItemKind::connector, nullptr});
    piece.push_back({next, next, ItemKind::word, nullptr});
    at_ = next + 1;
    return true;
}

bool Runs::add_conjunct(Piece& piece) {
    const Item& last = piece.back();
    if (last.kind != ItemKind::word || text_[last.last].is_possessive) return false;
    if (add_family(piece)) return true;
    const bool is_complement = std::ranges::any_of(
        piece, [](const Item& item) { return item.kind == ItemKind::connector; });
    if (is_complement ? is_person_word(text_[last.last]) : !is_subject(text_[last.last]))
        return false;
    const bool is_comma = is_complement && text_[at_].has(WordBit::policy) &&
                          text_[at_].before.has_only(Marks(Mark::space, Mark::comma));
    const std::uint32_t next = is_comma ? at_ : at_ + 1;
    if (!is_comma && (text_.folded(at_) != "and" || !text_.is_joined(at_))) return false;
    if (next >= text_.size() || (!is_comma && !text_.is_joined(next))) return false;
    // "Democracy and Socialism", but not "... and John Smith".
    const bool is_single =
        is_complement && is_name_word(next) && !is_person_word(text_[next]) &&
        draft_.matches.longest(next, listed) == nullptr &&
        !(next + 1 < text_.size() && text_.is_joined(next + 1) && text_[next + 1].is_capitalised());
    if (!is_single && !is_subject(text_[next])) return false;
    bool has_head = is_complement;
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t i = next + 1; !has_head && i < text_.size() && i <= next + reach; ++i) {
        if (!text_.is_joined(i) || !text_[i].is_capitalised()) break;
        has_head = is_head(text_[i]);
    }
    if (!has_head) return false;
    if (!is_comma) piece.push_back({at_, at_, ItemKind::connector, nullptr});
    piece.push_back({next, next, ItemKind::word, nullptr});
    at_ = next + 1;
    return true;
}

}  // namespace nutgraf::entities
