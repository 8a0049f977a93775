#include "analyzers/entities/titles.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace nutgraf::entities {

namespace {

constexpr std::uint32_t longest_brackets = 6;

/// "secretary" for "secretaries".
std::string singular(std::string_view plural) {
    std::string word(plural);
    if (word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
    if (word.ends_with("men")) return word.substr(0, word.size() - 2) + "an";
    if (word.ends_with("s")) word.pop_back();
    return word;
}

/// Attaches the titles of an article, phrase by phrase.
class TitleAttacher {
public:
    explicit TitleAttacher(Draft& draft) : draft_(draft), text_(draft.text) {}

    void attach(std::span<RolePhrase> phrases) {
        for (std::size_t i = 0; i < phrases.size(); ++i) {
            RolePhrase& phrase = phrases[i];
            note_owner(phrase);
            if (phrase.is_plural) {
                attach_list(phrase);
            } else if (Candidate* const person = person_behind(phrase)) {
                attach_one(phrase, *person);
                attach_pair(phrases, i, *person);
            }
        }
        attach_honorifics();
    }

private:
    bool may_be_person(const Candidate& candidate) const {
        if (candidate.match == nullptr) return true;
        return candidate.match->uses.has_any(
                   Uses(Use::person, Use::person_in_context, Use::surname, Use::given)) ||
               !draft_.matches.is_certain(*candidate.match);
    }

    /// The word behind honorifics: "National Security Adviser Sir Mark Sedwill".
    std::uint32_t behind_honorifics(std::uint32_t at) const {
        while (at < text_.size() && text_[at].has(WordBit::honorific) && text_[at].is_capitalised())
            ++at;
        return at;
    }

    /// The name that a phrase stands before.
    Candidate* person_behind(const RolePhrase& phrase) {
        for (const std::uint32_t end : {phrase.last, phrase.role_last}) {
            const std::uint32_t next = end + 1;
            if (next >= text_.size()) continue;
            Candidate* const person = draft_.candidate_at(behind_honorifics(next));
            if (person == nullptr || !may_be_person(*person)) continue;
            if (text_.is_joined(next)) return person;
            // "Huawei's founder, Ren Zhengfei"
            const bool is_appositive =
                text_[next].before.has_only(Marks(Mark::comma, Mark::space)) &&
                phrase.article == Article::definite && person->words() > 1;
            if (is_appositive) return person;
        }
        return nullptr;
    }

    void attach_one(RolePhrase& phrase, Candidate& person) {
        phrase.is_attached = true;
        person.clues.add(Clue::after_role);
        complete(person.title, phrase.title);
    }

    /// "Cabinet Secretary and National Security Adviser Sir Mark Sedwill": the first role counts.
    void attach_pair(std::span<RolePhrase> phrases, std::size_t second, Candidate& person) {
        if (second == 0) return;
        RolePhrase& first = phrases[second - 1];
        const std::uint32_t joint = first.last + 1;
        const bool is_pair = joint + 1 == phrases[second].first &&
                             text_[joint].grammar == Grammar::conjunction &&
                             text_.is_joined(joint) && text_.is_joined(joint + 1);
        if (!is_pair || first.is_attached || first.is_plural) return;
        first.is_attached = true;
        Title title = first.title;
        complete(title, person.title);
        person.title = title;
    }

    /// Gives a plural title to each name of the list behind it.
    void attach_list(RolePhrase& phrase) {
        constexpr std::size_t longest_list = 16;
        std::uint32_t at = phrase.last + 1;
        const Marks allowed(Mark::comma, Mark::colon, Mark::space, Mark::dash);
        for (std::size_t n = 0; n < longest_list && at < text_.size(); ++n) {
            if (n > 0 && text_[at].grammar == Grammar::conjunction) ++at;
            at = behind_honorifics(at);
            if (at >= text_.size() ||
                !text_[at].before.has_only(
                    Marks(Mark::comma, Mark::colon, Mark::space, Mark::dash, Mark::closing)))
                return;
            if (n == 0 && !text_[at].before.has_only(allowed)) return;
            Candidate* const person = draft_.candidate_at(at);
            if (person == nullptr || !may_be_person(*person)) return;
            phrase.is_attached = true;
            person->clues.add(Clue::after_role);
            complete(person->title, title_of_list(phrase, n));
            at = end_of_brackets(text_, person->last + 1);
        }
    }

    /// The title of the nth name behind a plural: of "defense and foreign secretaries" the first is
    /// defense secretary.
    Title title_of_list(const RolePhrase& phrase, std::size_t n) const {
        Title title = phrase.title;
        if (n >= phrase.modifier_count) return title;
        const std::string role = std::string(text_.folded(phrase.modifiers[n])) + " " +
                                 singular(text_.folded(phrase.role_last));
        const Title named = title_named(text_.gazetteer(), role);
        if (named.role == none) return title;
        title.role = named.role;
        title.office = none;
        return title;
    }

    /// Whether those of a role are a place's, or a person's, and not an organisation's: "mayor of
    /// Yartsevo", "Kennedy's Secretary of State".
    bool belongs_to_place(const Title& title) const {
        constexpr std::array types = {
            std::string_view("police"),     std::string_view("local"),
            std::string_view("cleric"),     std::string_view("royalty"),
            std::string_view("minister"),   std::string_view("head-of-government"),
            std::string_view("judge"),      std::string_view("prosecutor"),
            std::string_view("legislator"), std::string_view("envoy")};
        if (title.role == none) return false;
        const std::string_view type = text_.gazetteer().role(title.role).type;
        return std::ranges::find(types, type) != types.end();
    }

    /// "Acme chairman", "a member of Fatah": who has a chairman or members is an organisation.
    void note_owner(const RolePhrase& phrase) {
        Candidate* const owner = draft_.candidate_before(phrase.first);
        // "European officials"
        const bool is_word = owner != nullptr && owner->words() == 1 && owner->match == nullptr &&
                             (text_[owner->first].has(WordBit::common) ||
                              (text_[owner->first].is_initial &&
                               text_.is_seen_in_lower_case(text_[owner->first].key)));
        // "Henderson Executive Airport"
        const std::uint32_t next = phrase.role_last + 1;
        const bool is_inside_name = next < text_.size() && text_.is_joined(next) &&
                                    text_[next].is_capitalised() &&
                                    text_[next].has(WordBit::other_head);
        if (is_inside_name) return;
        const bool is_of_place = belongs_to_place(phrase.title);
        if (owner != nullptr && !is_word && !is_of_place &&
            (text_.is_joined(phrase.first) || text_[owner->last].is_possessive))
            owner->clues.add(Clue::before_company_role);
        if (!phrase.has_complement || is_of_place) return;
        const std::uint32_t behind = phrase.role_last + 2;
        for (std::uint32_t at = behind; at <= phrase.last; ++at)
            if (Candidate* const member = draft_.candidate_at(at))
                if (text_[at - 1].grammar == Grammar::of || text_[at - 1].grammar == Grammar::at ||
                    text_[at - 1].grammar == Grammar::definite || text_.folded(at - 1) == "for")
                    member->clues.add(Clue::member_of);
    }

    void attach_honorifics() {
        for (Candidate& candidate : draft_.candidates) {
            if (candidate.first == 0) continue;
            const Word& before = text_[candidate.first - 1];
            const bool is_honorific = before.has(WordBit::honorific) && before.is_capitalised();
            const bool is_near =
                text_[candidate.first].before.has_only(Marks(Mark::space, Mark::stop));
            if (is_honorific && is_near && may_be_person(candidate))
                candidate.clues.add(Clue::after_honorific);
        }
    }

    Draft& draft_;
    const Reading& text_;
};

}  // namespace

void attach_titles(Draft& draft, std::vector<RolePhrase>& phrases) {
    TitleAttacher(draft).attach(phrases);
}

std::uint32_t end_of_brackets(const Reading& text, std::uint32_t at) {
    if (at >= text.size()) return at;
    if (text[at].before.has(Mark::opening)) {
        for (std::uint32_t next = at + 1; next < text.size() && next <= at + longest_brackets;
             ++next)
            if (text[next].before.has(Mark::closing)) return next;
    }
    return at;
}

}  // namespace nutgraf::entities
