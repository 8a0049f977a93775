#include "analyzers/entities/titles.h"

#include <string>

namespace nutgraf::entities {

namespace {

constexpr Uses parties(Use::party_adjective, Use::organisation, Use::organisation_in_context,
                       Use::member);

/// Reads attributions behind names.
class AttributionReader {
public:
    explicit AttributionReader(Draft& draft) : draft_(draft), text_(draft.text) {}

    void read(Candidate& person) {
        const std::uint32_t at = person.last + 1;
        if (at >= text_.size() || text_[person.last].is_possessive || is_body(person)) return;
        const bool is_bracket = text_[at].before.has_only(Marks(Mark::opening, Mark::space)) &&
                                text_[at].before.has(Mark::opening);
        const bool is_comma = text_[at].before.has_only(Marks(Mark::comma, Mark::space)) &&
                              text_[at].before.has(Mark::comma);
        if (!is_bracket && !is_comma) return;
        Title title = person.title;
        const std::uint32_t behind = read_party(at, title);
        if (behind == at) return;
        const std::uint32_t end = read_seat(behind, title);
        const bool is_closed = end >= text_.size() || text_[end].before.has(Mark::closing);
        // Without brackets only "D-Massachusetts" is clear enough.
        if (is_bracket ? !is_closed : title.state == none || end == behind) return;
        // "Socialists (PS)" may as well give the letters of a party's own name.
        if (title.state == none && !is_like_person(person)) return;
        person.clues.add(Clue::attribution);
        complete(person.title, title);
        silence(at, end);
    }

private:
    static bool is_body(const Candidate& candidate) {
        const Clues clues = candidate.clues;
        if (clues.has(Clue::org_head) || clues.has(Clue::org_suffix) || clues.has(Clue::acronym) ||
            clues.has(Clue::head_with_complement))
            return true;
        return candidate.match != nullptr &&
               !candidate.match->uses.has_any(
                   Uses(Use::person, Use::person_in_context, Use::surname, Use::given));
    }

    static bool is_like_person(const Candidate& candidate) {
        const Clues clues = candidate.clues;
        return clues.has(Clue::looks_like_person) || clues.has(Clue::first_name) ||
               clues.has(Clue::after_role) || clues.has(Clue::after_honorific) ||
               clues.has(Clue::listed);
    }

    /// Reads a party or its letters; returns the word behind it, or `at`.
    std::uint32_t read_party(std::uint32_t at, Title& title) {
        std::string letters(text_.written(at));
        while (letters.ends_with('.')) letters.pop_back();
        const auto by_letters = draft_.facts.parties_of_letters(letters);
        if (!by_letters.empty()) {
            choose(by_letters, at, title);
            return at + 1;
        }
        const Match* const match = draft_.matches.longest(at, parties);
        if (match == nullptr) return at;
        draft_.matches.meanings(*match, parties, meanings_);
        parties_.clear();
        for (const Meaning& meaning : meanings_)
            if (draft_.facts.type_of(meaning.sense->number) == "party")
                parties_.push_back(meaning.sense->number);
        if (parties_.empty()) return at;
        choose(parties_, at, title);
        return match->last + 1;
    }

    /// Of parties with the same letters that of the country that is known, or of the US when a
    /// state of theirs is glued to them.
    void choose(std::span<const std::uint32_t> found, std::uint32_t at, Title& title) {
        CountryCode country = title.country;
        const std::uint32_t next = at + 1;
        if (next < text_.size() && text_[next].is_glued && state_at(next) != none)
            country = country_code("US");
        title.party = found.front();
        for (const std::uint32_t party : found)
            if (draft_.facts.country_of(party) == country) title.party = party;
        if (title.country == no_country && found.size() == 1)
            title.country = draft_.facts.country_of(title.party);
    }

    /// Reads "-CO", ", Tatton", "-Massachusetts"; returns the word behind it, or `at`.
    std::uint32_t read_seat(std::uint32_t at, Title& title) const {
        if (at >= text_.size()) return at;
        const Word& word = text_[at];
        const bool is_near =
            word.is_glued || (word.before.has_only(Marks(Mark::comma, Mark::space, Mark::dash)) &&
                              !word.before.has_only(Marks(Mark::space)));
        if (!is_near || !word.is_capitalised()) return at;
        const std::uint32_t state = state_at(at);
        if (state != none) {
            title.state = state;
            title.country = country_code("US");
            const Match* const match = draft_.matches.longest(at, Uses(Use::place));
            return match != nullptr ? match->last + 1 : at + 1;
        }
        std::uint32_t end = at + 1;
        constexpr std::uint32_t longest_seat = 6;
        while (end < text_.size() && end < at + longest_seat &&
               !text_[end].before.has(Mark::closing) && !text_[end].is_initial)
            ++end;
        return end;
    }

    /// The state of the US that a word is, or its code; none when it is neither.
    std::uint32_t state_at(std::uint32_t at) const {
        std::string code(text_.written(at));
        std::erase(code, '.');
        if (const std::uint32_t state = draft_.facts.state_of_code(code); state != none)
            return state;
        const Match* const match = draft_.matches.longest(at, Uses(Use::place));
        if (match == nullptr) return none;
        draft_.matches.meanings(*match, Uses(Use::place), meanings_);
        for (const Meaning& meaning : meanings_) {
            const Place place = text_.gazetteer().place(meaning.sense->number);
            if (place.country == "US" && !place.is_country && !place.code.empty())
                return meaning.sense->number;
        }
        return none;
    }

    /// What stands in an attribution names nobody.
    void silence(std::uint32_t at, std::uint32_t end) {
        for (; at < end; ++at)
            if (Candidate* const candidate = draft_.candidate_at(at))
                candidate->verdict = Verdict::neither;
    }

    Draft& draft_;
    const Reading& text_;
    mutable std::vector<Meaning> meanings_;
    std::vector<std::uint32_t> parties_;
};

}  // namespace

void attach_attributions(Draft& draft) {
    AttributionReader reader(draft);
    for (Candidate& candidate : draft.candidates) reader.read(candidate);
}

}  // namespace nutgraf::entities
