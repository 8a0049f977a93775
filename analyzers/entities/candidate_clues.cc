#include "analyzers/entities/candidates.h"

namespace nutgraf::entities {

namespace {

constexpr std::uint32_t longest_person = 5;

bool is_no_word(const Word& word) {
    return !word.has(WordBit::common) && !word.has(WordBit::starter) && !word.has(WordBit::policy);
}

}  // namespace

/// "The Post Office queue": ordinary words before another one may be just these words.
bool CandidateFinder::is_compound_of_words(std::uint32_t first, std::uint32_t last) const {
    const std::uint32_t next = last + 1;
    if (next >= text_.size() || !text_.is_joined(next) || first == 0) return false;
    if (text_[first - 1].grammar != Grammar::definite || text_[last].is_possessive) return false;
    for (std::uint32_t i = first; i <= last; ++i)
        if (!text_[i].has(WordBit::common) || text_[i].shape == Shape::capitals) return false;
    const Word& behind = text_[next];
    return behind.shape == Shape::lower && behind.grammar == Grammar::content &&
           behind.has(WordBit::common) && !behind.has(WordBit::say_verb) &&
           !behind.has(WordBit::role);
}

void CandidateFinder::note_words(Candidate& candidate) const {
    const Word& first = text_[candidate.first];
    candidate.clues.add(candidate.words() == 1 ? Clue::one_word : Clue::several_words);
    const bool is_telling = !first.is_initial || (candidate.words() > 1 && is_no_word(first));
    // All German nouns have a capital.
    const bool is_german = text_.language() == "de";
    candidate.clues.add(is_telling && !is_german ? Clue::inside_sentence : Clue::initial_position);
    if (first.regime != Regime::sentence) candidate.clues.add(Clue::weak_line);
    if (candidate.words() == 1 && first.shape == Shape::capitals &&
        first.regime == Regime::sentence)
        candidate.clues.add(Clue::acronym);
    const bool is_unlisted = candidate.match == nullptr && candidate.words() > 1;
    if (is_unlisted && is_compound_of_words(candidate.first, candidate.last))
        candidate.clues.add(Clue::other_head);
    if (candidate.match != nullptr) {
        const bool is_certain = draft_.matches.is_certain(*candidate.match);
        const bool is_name = candidate.match->uses.has_any(Uses(Use::organisation, Use::person));
        const bool is_context = candidate.match->uses.has_any(
            Uses(Use::organisation_in_context, Use::person_in_context));
        candidate.clues.add(is_certain               ? Clue::listed
                            : is_name && !is_context ? Clue::listed_as_word
                                                     : Clue::listed_in_context);
    }
    note_name_parts(candidate);
}

/// "Berlusconi": a word that is a surname and, as far as we know, nothing else.
bool CandidateFinder::is_plain_surname(const Candidate& candidate) const {
    const Word& word = text_[candidate.first];
    if (candidate.words() != 1 || word.regime != Regime::sentence) return false;
    if (word.shape == Shape::capitals || word.is_glued) return false;
    // "Sommer": all German nouns have a capital.
    if (word.grammar != Grammar::content || text_.language() == "de") return false;
    // "in Kent", "the Bishop of Norbury"
    if (candidate.first > 0 && text_.is_joined(candidate.first)) {
        const Grammar before = text_[candidate.first - 1].grammar;
        const bool is_of_title = before == Grammar::of && candidate.first > 1 &&
                                 text_[candidate.first - 2].is_capitalised();
        if (before == Grammar::in || before == Grammar::at || is_of_title) return false;
    }
    const bool is_else = word.has(WordBit::common) || word.has(WordBit::ambiguous_surname) ||
                         word.has(WordBit::ambiguous_org) || word.has(WordBit::month) ||
                         word.has(WordBit::place) || word.has(WordBit::demonym) ||
                         word.has(WordBit::org_head) ||
                         (word.has(WordBit::first_name) && !word.has(WordBit::surname));
    if (is_else) return false;
    if (candidate.match == nullptr) {
        if (word.has(WordBit::surname)) return true;
        const Match* const surname = draft_.matches.longest(candidate.first, Uses(Use::surname));
        return surname != nullptr && surname->last == candidate.last;
    }
    constexpr Uses of_others(Use::organisation, Use::organisation_in_context, Use::place,
                             Use::place_adjective, Use::party_adjective, Use::member);
    return !candidate.match->uses.has_any(of_others);
}

void CandidateFinder::note_name_parts(Candidate& candidate) const {
    std::uint32_t common = 0;
    std::uint32_t initials = 0;
    bool looks_like_person = candidate.words() >= 2 && candidate.words() <= longest_person;
    for (std::uint32_t i = candidate.first; i <= candidate.last; ++i) {
        const Word& word = text_[i];
        const bool is_name = word.has(WordBit::first_name) || word.has(WordBit::surname);
        common += word.has(WordBit::common) && !is_name ? 1 : 0;
        initials += word.shape == Shape::initial && !word.is_glued ? 1 : 0;
        if (word.grammar == Grammar::particle && i > candidate.first)
            candidate.clues.add(Clue::particle);
        // "Baker Street", but "Nathan Lane".
        const bool is_surname =
            is_name && candidate.words() > 1 && text_[candidate.first].has(WordBit::first_name);
        if (word.has(WordBit::other_head) && i == candidate.last && !is_surname)
            candidate.clues.add(Clue::other_head);
        if (i > candidate.first && word.before.has(Mark::ampersand))
            candidate.clues.add(Clue::ampersand);
        if (i > candidate.first && word.has(WordBit::place) && !is_name)
            candidate.clues.add(Clue::has_place);
        const bool is_body_word = word.has(WordBit::org_head) || word.has(WordBit::org_suffix) ||
                                  word.has(WordBit::policy) || word.has(WordBit::descriptor);
        if ((is_body_word && !is_name) || word.shape == Shape::capitals) looks_like_person = false;
    }
    const Word& first = text_[candidate.first];
    const Word& last = text_[candidate.last];
    if (common > 0) candidate.clues.add(Clue::common_word);
    if (common == candidate.words()) candidate.clues.add(Clue::all_common);
    if (text_.language() == "de" && !first.has(WordBit::first_name)) looks_like_person = false;
    if (looks_like_person && common == 0) candidate.clues.add(Clue::looks_like_person);
    if (initials > 0 && candidate.words() > 1) candidate.clues.add(Clue::initials);
    if (first.has(WordBit::first_name) && candidate.words() > 1)
        candidate.clues.add(Clue::first_name);
    if (last.has(WordBit::surname)) candidate.clues.add(Clue::known_surname);
    if (candidate.words() > 1) {
        if (last.has(WordBit::org_suffix)) candidate.clues.add(Clue::org_suffix);
        if (last.has(WordBit::org_head)) candidate.clues.add(Clue::org_head);
    }
    if (candidate.words() > 1 && common == 0 && is_generational(text_.folded(candidate.last)))
        candidate.clues.add(Clue::initials);
    const bool is_word = last.has(WordBit::ambiguous_surname) || last.has(WordBit::common) ||
                         last.has(WordBit::ambiguous_org);
    if (candidate.words() == 1 && is_word && last.shape != Shape::capitals) {
        candidate.clues.add(Clue::ambiguous_word);
        if (!last.has(WordBit::month) && !last.is_initial && last.regime == Regime::sentence)
            candidate.clues.add(Clue::capital_of_word);
    }
    if (is_plain_surname(candidate)) candidate.clues.add(Clue::plain_surname);
    if (candidate.words() == 1 && last.shape == Shape::capitals &&
        last.has(WordBit::ambiguous_acronym))
        candidate.clues.add(Clue::ambiguous_word);
    if (candidate.words() == 1 && last.has(WordBit::month))
        candidate.clues.add(Clue::calendar_word);
    if (first.is_initial && text_.is_seen_in_lower_case(first.key))
        candidate.clues.add(Clue::seen_in_lower_case);
    if (candidate.match == nullptr && candidate.words() > longest_person &&
        !last.has(WordBit::org_head) && !last.has(WordBit::org_suffix))
        candidate.clues.add(Clue::too_long);
}

}  // namespace nutgraf::entities
