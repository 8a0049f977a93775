#include "analyzers/entities/clubs.h"

#include <algorithm>
#include <array>

namespace nutgraf::entities {

namespace {

constexpr Uses clubs_in_context(Use::organisation_in_context);
constexpr Uses clubs_anywhere(Use::organisation);

constexpr std::array match_verbs = {
    std::string_view("beat"),     std::string_view("beats"),   std::string_view("defeated"),
    std::string_view("thrashed"), std::string_view("edged"),   std::string_view("host"),
    std::string_view("hosts"),    std::string_view("hosted"),  std::string_view("drew"),
    std::string_view("crushed"),  std::string_view("stunned"), std::string_view("trounced"),
    std::string_view("scored"),   std::string_view("defeats"), std::string_view("equalised"),
};

/// Finds clubs in one article.
class ClubFinder {
public:
    explicit ClubFinder(Draft& draft) : draft_(draft), text_(draft.text) {}

    void find() {
        count_listed();
        find_scores();
        constexpr unsigned enough = 2;
        constexpr unsigned enough_without_score = 4;
        if (evidence_ < (has_score_ ? enough : enough_without_score)) return;
        for (Candidate& candidate : draft_.candidates) {
            if (candidate.match == nullptr || !is_club(*candidate.match, clubs_in_context))
                continue;
            if (is_town(candidate.first)) {
                candidate.verdict = Verdict::neither;
            } else {
                candidate.clues.add(Clue::club_in_sport);
            }
        }
        find_towns();
    }

private:
    bool is_club(const Match& match, Uses uses) const {
        if (!match.uses.has_any(uses)) return false;
        return std::ranges::any_of(match.senses, [&](const Sense& sense) {
            return sense.table == Table::entity && draft_.facts.type_of(sense.number) == "team";
        });
    }

    void count_listed() {
        constexpr unsigned by_club = 2;
        for (const Candidate& candidate : draft_.candidates) {
            if (evidence_ >= 2 * by_club) return;
            const bool is_certain = candidate.match != nullptr &&
                                    is_club(*candidate.match, clubs_anywhere) &&
                                    draft_.matches.is_certain(*candidate.match);
            if (is_certain) evidence_ += by_club;
        }
    }

    void find_scores() {
        constexpr unsigned by_club_beside = 2;
        const Hints wanted(Hint::number);
        for (std::uint32_t i = text_.next(1, wanted); i < text_.size();
             i = text_.next(i + 1, wanted)) {
            if (!is_score(i) && !is_in_table(i)) continue;
            has_score_ = true;
            for (const std::uint32_t side : {i - 1, i + 2})
                if (const Match* const club = club_beside(side, i))
                    if (is_club(*club, clubs_in_context)) evidence_ += by_club_beside;
        }
    }

    bool is_small_number(std::uint32_t at) const {
        constexpr std::size_t most_digits = 2;
        const std::string_view digits = text_.written(at);
        return digits.size() <= most_digits &&
               std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    }

    /// "3-1"
    bool is_score(std::uint32_t at) const {
        return at + 1 < text_.size() && text_[at + 1].is_glued && is_small_number(at) &&
               is_small_number(at + 1) && !text_[at].is_glued;
    }

    /// "Getafe 0 Sevilla 1"
    bool is_in_table(std::uint32_t at) const {
        const bool is_behind_name = text_.is_joined(at) && text_[at - 1].is_capitalised();
        return is_behind_name && is_small_number(at) && ends_or_goes_on(at + 1);
    }

    /// A club in context that ends before a score, at `at`, or begins behind it.
    const Match* club_beside(std::uint32_t at, std::uint32_t score) const {
        if (at >= text_.size()) return nullptr;
        if (at > score) return draft_.matches.longest(at, clubs_in_context);
        constexpr std::uint32_t longest_name = 3;
        // "Barcelona drew 2-2", "Barcelona 2-2 Sevilla"
        if (at > 0 && is_match_verb(at)) --at;
        for (std::uint32_t first = at;; --first) {
            const Match* const match = draft_.matches.longest(first, clubs_in_context);
            if (match != nullptr && match->last == at) return match;
            if (first == 0 || first + longest_name <= at || !text_.is_joined(first)) return nullptr;
        }
    }

    /// Towns that stand for their club.
    void find_towns() {
        std::vector<Candidate> found;
        for (std::uint32_t i = 0; i < text_.size(); ++i) {
            if (!text_[i].has(WordBit::place) || draft_.candidate_of[i] != none) continue;
            const Match* const club = draft_.matches.longest(i, clubs_in_context);
            if (club == nullptr || !is_club(*club, clubs_in_context) || !plays(*club)) continue;
            Candidate candidate;
            candidate.first = i;
            candidate.last = club->last;
            candidate.match = club;
            candidate.clues.add(Clue::listed_in_context);
            candidate.clues.add(Clue::club_in_sport);
            found.push_back(candidate);
        }
        if (found.empty()) return;
        for (const Candidate& candidate : found) draft_.candidates.push_back(candidate);
        std::ranges::sort(draft_.candidates, {}, &Candidate::first);
        for (std::uint32_t c = 0; c < draft_.candidates.size(); ++c)
            for (std::uint32_t i = draft_.candidates[c].first; i <= draft_.candidates[c].last; ++i)
                draft_.candidate_of[i] = c;
    }

    /// "the train from Leeds to Norwich"
    bool is_town(std::uint32_t at) const {
        constexpr std::uint32_t furthest_from = 3;
        if (at == 0 || !text_.is_joined(at)) return false;
        const std::string_view before = text_.folded(at - 1);
        if (before != "to") return before == "in" || before == "from" || before == "near";
        for (std::uint32_t n = 2; n <= furthest_from && n <= at; ++n)
            if (text_.folded(at - n) == "from") return true;
        return false;
    }

    /// Whether a score or a verb of matches stands beside a name.
    bool plays(const Match& club) const {
        const std::uint32_t next = club.last + 1;
        const bool is_before =
            next < text_.size() && text_.is_joined(next) &&
            (is_match_verb(next) || (is_small_number(next) && ends_or_goes_on(next + 1)));
        const bool is_behind =
            club.first > 0 && text_.is_joined(club.first) &&
            (is_match_verb(club.first - 1) || (club.first > 1 && is_score(club.first - 2)));
        return is_before || is_behind;
    }

    /// What stands behind the number of a table: another number, a name or the end of a line.
    bool ends_or_goes_on(std::uint32_t at) const {
        return at >= text_.size() || text_[at].is_glued || text_[at].is_capitalised() ||
               text_[at].before.has(Mark::line_end) || text_[at].before.has(Mark::comma);
    }

    bool is_match_verb(std::uint32_t at) const {
        return std::ranges::find(match_verbs, text_.folded(at)) != match_verbs.end();
    }

    Draft& draft_;
    const Reading& text_;
    unsigned evidence_ = 0;
    bool has_score_ = false;
};

}  // namespace

void find_clubs(Draft& draft) {
    ClubFinder(draft).find();
}

}  // namespace nutgraf::entities
