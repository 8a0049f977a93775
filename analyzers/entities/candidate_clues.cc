#include "analyzers/entities/candidates.h"

#include <algorithm>
#include <array>

namespace nutgraf::entities {

namespace {

constexpr std::uint32_t longest_person = 5;

/// "N2", "H2O3"
bool ends_in_digit(std::string_view written) {
    return !written.empty() && written.back() >= '0' && written.back() <= '9';
}

/// "J.R.", "A.P.": two initials that are one word.
bool is_row_of_initials(std::string_view written) {
    constexpr std::size_t longest = 4;
    if (written.size() < 3 || written.size() > longest) return false;
    if (written.starts_with("S.S") || written.starts_with("M.V")) return false;  // Ships.
    for (std::size_t i = 0; i < written.size(); ++i)
        if ((written[i] == '.') != (i % 2 == 1)) return false;
    return true;
}

/// "Radio Zelm", "Banco Arvoredo": what bodies are called in front.
bool is_leading_head(std::string_view folded) {
    constexpr std::array heads = {std::string_view("radio"),       std::string_view("tv"),
                                  std::string_view("banco"),       std::string_view("banca"),
                                  std::string_view("banque"),      std::string_view("groupe"),
                                  std::string_view("grupo"),       std::string_view("gruppo"),
                                  std::string_view("partido"),     std::string_view("parti"),
                                  std::string_view("partito"),     std::string_view("université"),
                                  std::string_view("universite"),  std::string_view("universität"),
                                  std::string_view("universitat"), std::string_view("universidad"),
                                  std::string_view("sparkasse"),   std::string_view("syndicat")};
    return std::ranges::find(heads, folded) != heads.end();
}

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

/// "Angelika Beer": an ordinary word behind a first name that is no word itself.
bool CandidateFinder::is_surname_by_place(const Candidate& candidate, std::uint32_t at) const {
    if (candidate.words() != 2 || at != candidate.last) return false;
    const Word& given = text_[candidate.first];
    const Word& word = text_[at];
    const bool is_body_word = word.has(WordBit::org_head) || word.has(WordBit::org_suffix) ||
                              word.has(WordBit::other_head) || word.has(WordBit::policy) ||
                              word.has(WordBit::descriptor) || word.has(WordBit::role);
    const bool is_given = given.has(WordBit::first_name) && !given.has(WordBit::common) &&
                          !given.has(WordBit::place) && !given.has(WordBit::month) &&
                          !given.has(WordBit::ambiguous_org) &&
                          !given.has(WordBit::ambiguous_surname);
    return is_given && !is_body_word && word.shape == Shape::title && text_.language() != "de";
}

CandidateFinder::NameWords CandidateFinder::read_name_words(Candidate& candidate) const {
    NameWords words;
    words.may_be_person = candidate.words() >= 2 && candidate.words() <= longest_person;
    for (std::uint32_t i = candidate.first; i <= candidate.last; ++i) {
        const Word& word = text_[i];
        const bool is_name = word.has(WordBit::first_name) || word.has(WordBit::surname);
        const bool is_head = word.has(WordBit::org_head) || word.has(WordBit::org_suffix);
        words.has_head = words.has_head || is_head;
        if (word.has(WordBit::common) && !is_name && !is_surname_by_place(candidate, i))
            ++words.common;
        // "Vitamin C"
        const bool is_letter = i == candidate.last && candidate.words() == 2 &&
                               word.shape == Shape::initial &&
                               !text_[candidate.first].has(WordBit::first_name);
        const bool is_row = i == candidate.first && candidate.words() > 1 &&
                            word.shape == Shape::capitals && is_row_of_initials(text_.written(i));
        const bool is_initial = word.shape == Shape::initial && !word.is_glued && !is_letter &&
                                !ends_in_digit(text_.written(i));
        words.has_initials = words.has_initials || is_initial || is_row;
        const bool is_body_word =
            is_head || word.has(WordBit::policy) || word.has(WordBit::descriptor);
        if (is_letter || (is_body_word && !is_name) || (word.shape == Shape::capitals && !is_row))
            words.may_be_person = false;
        if (i == candidate.first) continue;
        if (word.grammar == Grammar::particle) candidate.clues.add(Clue::particle);
        if (word.before.has(Mark::ampersand)) candidate.clues.add(Clue::ampersand);
        if (word.has(WordBit::place) && !is_name) candidate.clues.add(Clue::has_place);
    }
    return words;
}

void CandidateFinder::note_name_parts(Candidate& candidate) const {
    const NameWords words = read_name_words(candidate);
    const Word& first = text_[candidate.first];
    const Word& last = text_[candidate.last];
    const bool is_german_noun = text_.language() == "de" && !first.has(WordBit::first_name);
    const bool is_pair = is_glued_pair(text_, candidate);
    if (words.common > 0) candidate.clues.add(Clue::common_word);
    if (words.common == candidate.words()) candidate.clues.add(Clue::all_common);
    if (words.may_be_person && words.common == 0 && !is_german_noun && !is_pair)
        candidate.clues.add(Clue::looks_like_person);
    if (last.has(WordBit::surname)) candidate.clues.add(Clue::known_surname);
    // "Baker Street", but "Nathan Lane".
    const bool is_surname = candidate.words() > 1 && first.has(WordBit::first_name) &&
                            !is_generational(text_.folded(candidate.last - 1)) &&
                            (last.has(WordBit::first_name) || last.has(WordBit::surname));
    if (last.has(WordBit::other_head) && !is_surname) candidate.clues.add(Clue::other_head);
    if (first.is_initial && text_.is_seen_in_lower_case(first.key))
        candidate.clues.add(Clue::seen_in_lower_case);
    if (candidate.match == nullptr && candidate.words() > longest_person && !words.has_head)
        candidate.clues.add(Clue::too_long);
    if (candidate.words() == 1) {
        note_single_word(candidate);
        return;
    }
    if (words.has_initials && !is_pair) candidate.clues.add(Clue::initials);
    if (first.has(WordBit::first_name) && !is_pair) candidate.clues.add(Clue::first_name);
    if (words.common == 0 && is_generational(text_.folded(candidate.last)))
        candidate.clues.add(Clue::initials);
    note_heads(candidate);
}

/// What bodies are called, at either end of several words.
void CandidateFinder::note_heads(Candidate& candidate) const {
    const Word& first = text_[candidate.first];
    const Word& last = text_[candidate.last];
    if (last.has(WordBit::org_suffix)) candidate.clues.add(Clue::org_suffix);
    if (last.has(WordBit::org_head)) candidate.clues.add(Clue::org_head);
    // "Loi Macron", "rue Voltaire"
    const bool is_head_in_front = text_.language() == "fr" || text_.language() == "ru";
    if (is_head_in_front && first.has(WordBit::other_head)) candidate.clues.add(Clue::other_head);
    if (first.has(WordBit::org_head) && first.is_capitalised() &&
        is_leading_head(text_.folded(candidate.first)))
        candidate.clues.add(Clue::org_head);
}

void CandidateFinder::note_single_word(Candidate& candidate) const {
    const Word& word = text_[candidate.first];
    const bool is_word = word.has(WordBit::ambiguous_surname) || word.has(WordBit::common) ||
                         word.has(WordBit::ambiguous_org);
    if (is_word && word.shape != Shape::capitals) {
        candidate.clues.add(Clue::ambiguous_word);
        if (!word.has(WordBit::month) && !word.is_initial && word.regime == Regime::sentence)
            candidate.clues.add(Clue::capital_of_word);
    }
    if (is_plain_surname(candidate)) candidate.clues.add(Clue::plain_surname);
    if (word.shape == Shape::capitals && word.has(WordBit::ambiguous_acronym))
        candidate.clues.add(Clue::ambiguous_word);
    if (word.has(WordBit::month)) candidate.clues.add(Clue::calendar_word);
}

}  // namespace nutgraf::entities
