#include "analyzers/entities/evidence.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

constexpr Uses places(Use::place, Use::place_adjective);

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Reads what stands around one candidate.
class Surroundings {
public:
    Surroundings(const Draft& draft, Candidate& candidate)
        : draft_(draft),
          text_(draft.text),
          candidate_(candidate),
          clues_(candidate.clues),
          next_(candidate.last + 1),
          has_before_(candidate.first > 0 && text_.is_joined(candidate.first)),
          has_next_(next_ < text_.size() && text_.is_joined(next_)) {}

    void note() {
        if (has_before_) note_before();
        if (has_next_) note_next();
        note_hyphens();
        note_ticker();
        note_dateline();
        if (text_[candidate_.last].is_possessive) clues_.add(Clue::before_possessed);
    }

private:
    void note_before() {
        const std::uint32_t at = candidate_.first - 1;
        const Word& before = text_[at];
        const bool is_lower = !before.is_capitalised();
        switch (before.grammar) {
            case Grammar::definite:
                clues_.add(Clue::after_the);
                break;
            case Grammar::indefinite:
                clues_.add(Clue::after_a);
                break;
            case Grammar::in:
                clues_.add(Clue::after_in);
                if (clues_.has(Clue::calendar_word)) clues_.add(Clue::after_time_word);
                break;
            case Grammar::by:
                if (clues_.has(Clue::calendar_word)) clues_.add(Clue::after_time_word);
                break;
            case Grammar::at:
                clues_.add(Clue::after_at);
                break;
            case Grammar::time:
                if (clues_.has(Clue::calendar_word)) clues_.add(Clue::after_time_word);
                break;
            case Grammar::of:
                note_holding(at);
                break;
            default:
                break;
        }
        if (before.has(WordBit::say_verb) && is_lower) clues_.add(Clue::after_say_verb);
        const bool describes =
            draft_.matches.ends_descriptor(at) || (before.has(WordBit::org_head) && is_lower);
        if (describes && !before.is_possessive && is_lower) clues_.add(Clue::after_descriptor);
        if (before.is_possessive && draft_.matches.longest(at, places) != nullptr)
            clues_.add(Clue::after_place_possessive);
        if (text_.folded(at) == "in" && at > 0 && text_[at - 1].grammar == Grammar::share)
            clues_.add(Clue::shares);
    }

    /// "shares of Acme", "a spokesman of Acme"
    void note_holding(std::uint32_t of) {
        if (of > 0 && text_[of - 1].grammar == Grammar::share) clues_.add(Clue::shares);
    }

    void note_next() {
        const Word& next = text_[next_];
        const bool is_possessive = text_[candidate_.last].is_possessive;
        const bool is_lower = !next.is_capitalised();
        if (next.grammar == Grammar::share && is_lower) clues_.add(Clue::shares);
        if (next.has(WordBit::other_head) && is_lower && !is_possessive &&
            !clues_.has(Clue::listed))
            clues_.add(Clue::other_head);
        if (clues_.has(Clue::calendar_word) && is_digits(text_.written(next_)))
            clues_.add(Clue::before_number);
        if (is_possessive) return;
        const std::uint32_t verb = next_ + (next.grammar == Grammar::adverb ? 1 : 0);
        if (verb < text_.size() && text_[verb].has(WordBit::say_verb) && text_.is_joined(verb) &&
            !text_[verb].is_capitalised())
            clues_.add(Clue::before_say_verb);
        if (next.grammar == Grammar::be && clues_.has(Clue::calendar_word))
            clues_.add(Clue::before_base_verb);
        const Match* const descriptor = draft_.matches.longest(next_, Uses(Use::descriptor));
        if (descriptor != nullptr && is_lower) clues_.add(Clue::before_descriptor);
    }

    /// "Huawei-backed", "anti-Huawei"
    void note_hyphens() {
        const bool is_after = text_[candidate_.first].is_glued && candidate_.first > 0 &&
                              text_[candidate_.first - 1].grammar == Grammar::attaching;
        const bool is_before = next_ < text_.size() && text_[next_].is_glued &&
                               text_[next_].grammar == Grammar::attached;
        if (is_after || is_before) clues_.add(Clue::beside_attached);
    }

    /// "Acme (NASDAQ: ACME)"
    void note_ticker() {
        const std::uint32_t ticker = next_ + 1;
        if (ticker >= text_.size() || !text_[next_].before.has(Mark::opening)) return;
        // In capitals it has no grammar.
        if (grammar_of(text_.folded(next_)) != Grammar::exchange) return;
        if (text_[ticker].before.has(Mark::colon)) clues_.add(Clue::ticker);
    }

    /// "LAHTI, Finland 2019-05-10 (Reuters)", "LONDON (Reuters) -": a town in capitals, where a
    /// paragraph begins.
    void note_dateline() {
        const Word& first = text_[candidate_.first];
        const bool begins = candidate_.first == 0 || first.before.has(Mark::line_end);
        if (!begins || next_ >= text_.size() || clues_.has(Clue::listed)) return;
        if (first.shape != Shape::capitals) return;
        const Word& next = text_[next_];
        if (next.before.has_any(Marks(Mark::comma, Mark::opening, Mark::dash)) ||
            next.shape == Shape::number)
            clues_.add(Clue::dateline);
    }

    const Draft& draft_;
    const Reading& text_;
    Candidate& candidate_;
    Clues& clues_;
    std::uint32_t next_;
    bool has_before_;
    bool has_next_;
};

}  // namespace

void note_surroundings(Draft& draft) {
    for (Candidate& candidate : draft.candidates)
        if (candidate.verdict == Verdict::open) Surroundings(draft, candidate).note();
}

}  // namespace nutgraf::entities
