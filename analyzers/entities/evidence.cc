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
        silence_exchange();
        silence_product();
        note_dateline();
        note_description();
        note_agency();
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

    /// "shares of Acme", "a member of Acme"
    void note_holding(std::uint32_t of) {
        if (of == 0) return;
        const std::string_view before = text_.folded(of - 1);
        if (before == "member" || before == "members") clues_.add(Clue::member_of);
        if (text_[of - 1].grammar == Grammar::share) clues_.add(Clue::shares);
    }

    void note_next() {
        const Word& next = text_[next_];
        const bool is_possessive = text_[candidate_.last].is_possessive;
        const bool is_lower = !next.is_capitalised();
        if (next.grammar == Grammar::share && is_lower) clues_.add(Clue::shares);
        // "April Fool's Day", "the Lisbon treaty"
        if (next.has(WordBit::other_head) && is_lower != is_possessive && !clues_.has(Clue::listed))
            clues_.add(Clue::other_head);
        silence_election(next_);
        silence_family(next);
        if (clues_.has(Clue::calendar_word) && is_digits(text_.written(next_)))
            clues_.add(Clue::before_number);
        if (is_possessive) return;
        const std::uint32_t verb = next_ + (next.grammar == Grammar::adverb ? 1 : 0);
        if (verb < text_.size() && text_[verb].has(WordBit::say_verb) && text_.is_joined(verb) &&
            !text_[verb].is_capitalised()) {
            clues_.add(Clue::before_say_verb);
            if (cites(verb)) clues_.add(Clue::is_source);
        }
        if (next.grammar == Grammar::be && clues_.has(Clue::calendar_word))
            clues_.add(Clue::before_base_verb);
        const std::uint32_t medium = next_ + (text_.folded(next_) == "news" ? 1 : 0);
        if (is_lower && medium < text_.size() && text_[medium].grammar == Grammar::medium)
            clues_.add(Clue::before_company_role);
        const Match* const descriptor = draft_.matches.longest(next_, Uses(Use::descriptor));
        if (descriptor != nullptr && is_lower) clues_.add(Clue::before_descriptor);
    }

    /// "Baltwire reported on Monday, citing officials": who reports what others say.
    bool cites(std::uint32_t verb) const {
        constexpr std::uint32_t reach = 25;
        const std::string_view said = text_.folded(verb);
        if (said != "reported" && said != "reports" && said != "said") return false;
        const std::uint32_t end = std::min(text_.size(), verb + reach);
        for (std::uint32_t at = verb + 1; at < end; ++at) {
            if (text_[at].sentence != text_[verb].sentence) return false;
            const std::string_view word = text_.folded(at);
            if (text_[at].before.has(Mark::comma) && (word == "citing" || word == "quoting"))
                return true;
        }
        return false;
    }

    /// "Huawei-backed", "anti-Huawei"
    void note_hyphens() {
        const bool is_after = text_[candidate_.first].is_glued && candidate_.first > 0 &&
                              text_[candidate_.first - 1].grammar == Grammar::attaching;
        // "Leeds-based": what follows a place as well.
        const bool is_before = next_ < text_.size() && text_[next_].is_glued &&
                               text_[next_].grammar == Grammar::attached &&
                               text_.folded(next_) != "based" && text_.folded(next_) != "made";
        if (is_after || is_before) clues_.add(Clue::beside_attached);
    }

    /// "Acme (NASDAQ: ACME)"
    void note_ticker() {
        const std::uint32_t ticker = next_ + 1;
        if (next_ >= text_.size() || !text_[next_].before.has(Mark::opening)) return;
        if (is_ticker_alone(next_)) clues_.add(Clue::ticker);
        // In capitals it has no grammar.
        if (grammar_of(text_.folded(next_)) != Grammar::exchange) return;
        if (ticker < text_.size() && text_[ticker].before.has(Mark::colon))
            clues_.add(Clue::ticker);
    }

    /// "(NASDAQ: CLDO)": an exchange before a ticker does nothing itself.
    void silence_exchange() {
        const bool is_exchange = text_[candidate_.first].before.has(Mark::opening) &&
                                 next_ < text_.size() && text_[next_].before.has(Mark::colon) &&
                                 grammar_of(text_.folded(candidate_.last)) == Grammar::exchange;
        if (is_exchange) candidate_.verdict = Verdict::neither;
    }

    /// "the Shinawatra family": none of them.
    void silence_family(const Word& next) {
        if (candidate_.words() != 1 || next.shape != Shape::lower) return;
        const std::string_view word = text_.folded(next_);
        if (word == "family" || word == "families" || word == "dynasty" || word == "brothers" ||
            word == "sisters" || word == "siblings")
            candidate_.verdict = Verdict::neither;
    }

    /// "the 2014 European Parliament election": the name of an election, not a body's.
    void silence_election(std::uint32_t next) {
        const bool is_behind_year = has_before_ &&
                                    text_[candidate_.first - 1].shape == Shape::number &&
                                    text_.written(candidate_.first - 1).size() == 4;
        if (!is_behind_year || text_[candidate_.last].is_possessive) return;
        const std::string_view word = text_.folded(next);
        const std::uint32_t behind = next + (word == "presidential" || word == "general" ? 1 : 0);
        const std::string_view event = behind < text_.size() ? text_.folded(behind) : word;
        if (event == "election" || event == "elections" || event == "primary" ||
            event == "primaries")
            candidate_.verdict = Verdict::neither;
    }

    /// "A Boeing 737", "an Airbus A320"
    void silence_product() {
        if (!has_before_ || !has_next_) return;
        const bool is_one = text_[candidate_.first - 1].grammar == Grammar::indefinite;
        const std::string_view model = text_.written(next_);
        const bool is_model = text_[next_].shape != Shape::lower && !model.empty() &&
                              model.back() >= '0' && model.back() <= '9';
        if (is_one && is_model) candidate_.verdict = Verdict::neither;
    }

    /// "(CLDO.O)", "<CLDO>": letters with those of their exchange, or in angle brackets.
    bool is_ticker_alone(std::uint32_t at) const {
        std::uint32_t behind = at + 1;
        if (behind < text_.size() && text_[behind].before.has_only(Marks(Mark::stop))) ++behind;
        const std::string_view letters = text_.written(at, behind - 1);
        const bool is_closed = behind >= text_.size() || text_[behind].before.has(Mark::closing);
        const bool is_capitals =
            std::ranges::all_of(letters, [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
        if (!is_closed || !is_capitals) return false;
        const std::size_t stop = letters.find('.');
        const bool has_exchange = stop != std::string_view::npos && stop >= 1 &&
                                  stop + 1 < letters.size() && stop + 3 >= letters.size();
        return has_exchange ||
               text_.written(candidate_.last, at).find('<') != std::string_view::npos;
    }

    /// "Okosin, the Polish brewer,"
    void note_description() {
        if (next_ + 1 >= text_.size() || clues_.has(Clue::listed)) return;
        const Word& article = text_[next_];
        const bool is_apposition =
            article.before.has(Mark::comma) &&
            article.before.has_only(Marks(Mark::comma, Mark::space)) &&
            (article.grammar == Grammar::definite || article.grammar == Grammar::indefinite);
        if (!is_apposition) return;
        std::uint32_t noun = next_ + 1;
        if (const Match* const place = draft_.matches.longest(noun, places)) noun = place->last + 1;
        if (noun >= text_.size() || text_[noun].is_capitalised()) return;
        const Match* const descriptor = draft_.matches.longest(noun, Uses(Use::descriptor));
        if (descriptor != nullptr) clues_.add(Clue::described);
    }

    /// "VILNIUS (Baltwire) -", "May 10 (Baltwire) -"
    void note_agency() {
        const Word& first = text_[candidate_.first];
        if (candidate_.first == 0 || next_ >= text_.size() || clues_.has(Clue::listed)) return;
        const Shape before = text_[candidate_.first - 1].shape;
        const bool is_dated = before == Shape::capitals || before == Shape::number;
        if (is_dated && first.before.has(Mark::opening) && text_[next_].before.has(Mark::closing) &&
            text_[next_].before.has(Mark::dash))
            clues_.add(Clue::is_source);
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
