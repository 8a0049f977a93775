#include "analyzers/entities/titles.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

constexpr std::uint32_t widest_gap = 8;  // Words between a name and the role behind it.

/// Finds the roles that stand behind names.
class AppositionReader {
public:
    AppositionReader(Draft& draft, std::vector<RolePhrase>& phrases)
        : draft_(draft), text_(draft.text), phrases_(phrases) {}

    void read(Candidate& person) {
        std::uint32_t at = end_of_brackets(text_, person.last + 1);
        if (at >= text_.size() || text_[person.last].is_possessive) return;
        at = behind_age(at, person);
        if (at >= text_.size()) return;
        const bool is_comma = text_[at].before.has(Mark::comma) &&
                              text_[at].before.has_only(
                                  Marks(Mark::comma, Mark::space, Mark::closing, Mark::line_end));
        if (is_comma && text_[at].grammar == Grammar::relative) {
            person.clues.add(Clue::relative_clause);
            read_predicate(person, at + 1);
        } else if (is_comma) {
            read_apposition(person, at);
        } else if (text_.is_joined(at)) {
            read_predicate(person, at);
        }
    }

private:
    /// "John Smith, 54, ..."
    std::uint32_t behind_age(std::uint32_t at, Candidate& person) const {
        const std::string_view number = text_.written(at);
        const bool is_age =
            number.size() <= 2 && text_[at].shape == Shape::number &&
            std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
        const std::uint32_t next = at + 1;
        if (!is_age || !text_[at].before.has_only(Marks(Mark::comma, Mark::space)) ||
            !text_[at].before.has(Mark::comma) || next >= text_.size())
            return at;
        const bool is_closed =
            text_[next].before.has(Mark::comma) || text_[next].before.has(Mark::stop);
        if (!is_closed) return at;
        person.clues.add(Clue::age);
        return next;
    }

    /// The phrase whose role begins within reach of a word, with nothing in between that ends a
    /// noun phrase; null when there is none.
    RolePhrase* phrase_near(std::uint32_t at) {
        const auto next = std::ranges::lower_bound(phrases_, at, {}, &RolePhrase::role_first);
        if (next == phrases_.end() || next->role_first > at + widest_gap) return nullptr;
        for (std::uint32_t i = at; i < next->role_first; ++i) {
            const Word& word = text_[i];
            const bool is_first = i == at;
            if (!is_first && !word.before.has_only(Marks(Mark::space))) return nullptr;
            const bool ends = word.has(WordBit::say_verb) || word.grammar == Grammar::is ||
                              word.grammar == Grammar::was || word.grammar == Grammar::relative ||
                              word.grammar == Grammar::pronoun || word.grammar == Grammar::to ||
                              word.grammar == Grammar::in || word.grammar == Grammar::by ||
                              word.grammar == Grammar::at || word.grammar == Grammar::as;
            if (ends && i < next->first) return nullptr;
        }
        const Marks before_role = text_[next->role_first].before;
        const bool is_near = next->role_first == at || before_role.has_only(Marks(Mark::space));
        return is_near ? &*next : nullptr;
    }

    void read_apposition(Candidate& person, std::uint32_t at) {
        RolePhrase* const phrase = phrase_near(at);
        if (phrase == nullptr || phrase->is_attached || phrase->is_plural) return;
        attach(*phrase, person, Clue::apposition);
        // "prime minister and leader of the Conservative Party"
        const std::uint32_t joint = phrase->last + 1;
        if (joint < text_.size() && text_[joint].grammar == Grammar::conjunction)
            if (RolePhrase* const second = phrase_near(joint + 1);
                second != nullptr && !second->is_attached && second->role_first <= joint + 3)
                second->is_attached = true;
    }

    /// "was sacked as defence secretary", "is the president of France", "became prime minister"
    void read_predicate(Candidate& person, std::uint32_t at) {
        bool is_past = false;
        bool is_verb = false;
        std::uint32_t next = at;
        for (; next < text_.size() && next < at + widest_gap; ++next) {
            const Word& word = text_[next];
            if (next > at && !text_.is_joined(next)) return;
            const bool is_link = word.grammar == Grammar::is || word.grammar == Grammar::was ||
                                 word.grammar == Grammar::be || word.grammar == Grammar::became ||
                                 word.grammar == Grammar::appointed ||
                                 word.grammar == Grammar::dismissed;
            is_past |= word.grammar == Grammar::dismissed;
            is_verb |= is_link;
            if (!is_link && word.grammar != Grammar::adverb && word.grammar != Grammar::as &&
                !(is_verb && is_of_post(next)))
                break;
        }
        if (!is_verb) return;
        RolePhrase* const phrase = phrase_near(next);
        if (phrase == nullptr || phrase->is_attached || phrase->is_plural) return;
        if (phrase->role_first > next + 4) return;
        attach(*phrase, person, Clue::predicate);
        if (is_past) person.title.tenure = Tenure::past;
    }

    /// "removed from his post as"
    bool is_of_post(std::uint32_t at) const {
        const std::string_view word = text_.folded(at);
        if (word == "from" || text_[at].grammar == Grammar::possessive) return true;
        return word == "post" || word == "position" || word == "job" || word == "role";
    }

    void attach(RolePhrase& phrase, Candidate& person, Clue clue) {
        phrase.is_attached = true;
        person.clues.add(clue);
        complete(person.title, phrase.title);
    }

    Draft& draft_;
    const Reading& text_;
    std::vector<RolePhrase>& phrases_;
};

/// Whether a role behind a candidate could be its own.
bool may_have_role(const Draft& draft, const Candidate& candidate) {
    if (candidate.verdict == Verdict::neither) return false;
    const Clues clues = candidate.clues;
    if (clues.has(Clue::org_suffix) || clues.has(Clue::head_with_complement) ||
        clues.has(Clue::org_head) || clues.has(Clue::acronym))
        return false;
    if (candidate.match == nullptr) return true;
    return !candidate.match->uses.has(Use::organisation) ||
           !draft.matches.is_certain(*candidate.match);
}

}  // namespace

void attach_appositions(Draft& draft, std::vector<RolePhrase>& phrases) {
    AppositionReader reader(draft, phrases);
    for (Candidate& candidate : draft.candidates)
        if (may_have_role(draft, candidate)) reader.read(candidate);
}

}  // namespace nutgraf::entities
