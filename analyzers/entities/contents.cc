#include "analyzers/entities/contents.h"

#include "analyzers/entities/any_of.h"

namespace nutgraf::entities {

namespace {

constexpr std::uint32_t furthest_that = 12;  // Words behind "told".
constexpr std::uint32_t furthest_request = 15;

}  // namespace

void ContentFinder::begin(std::span<const Quotation> quotations) {
    quotations_ = quotations;
    quotation_at_.assign(text_.size(), none);
    for (std::uint32_t i = 0; i < quotations.size(); ++i) quotation_at_[quotations[i].first] = i;
}

bool ContentFinder::begins_sentence(std::uint32_t at) const {
    return at >= text_.size() || text_.begins_paragraph(at) ||
           text_[at].sentence != text_[at - 1].sentence;
}

bool ContentFinder::is_bare(const Cue& cue) const {
    std::uint32_t at = cue.last + 1;
    if (begins_sentence(at)) return true;
    // "…, officials told state media."
    if (cue.has_addressee && that_in(at, furthest_that) == none) {
        at = behind_addressee(at);
        if (begins_sentence(at)) return true;
    }
    const Word& word = text_[at];
    if (word.before.has(Mark::comma) || word.before.has(Mark::stop) ||
        word.before.has(Mark::semicolon) || word.before.has(Mark::dash))
        return true;
    if (quotation_at(at) != nullptr || is_that(text_, at)) return false;
    const bool is_participle = text_.folded(at).ends_with("ing") && word.shape == Shape::lower;
    const bool is_adverbial =
        is_preposition(text_, at) || speakers_.is_between(at) || word.grammar == Grammar::time;
    if (!is_participle && !is_adverbial && word.grammar != Grammar::conjunction) return false;
    return that_in(at, furthest_that) == none;
}

/// Behind "on Monday", "in a statement" and the like.
std::uint32_t ContentFinder::behind_phrases(std::uint32_t at) const {
    constexpr std::uint32_t longest_phrase = 6;
    const std::uint32_t begin = at;
    while (!begins_sentence(at) && speakers_.is_between(at) && text_[at].grammar != Grammar::is &&
           text_[at].grammar != Grammar::was)
        ++at;
    if (begins_sentence(at) || is_that(text_, at)) return at;
    const bool is_phrase = is_preposition(text_, at) || at > begin;
    const std::uint32_t that = is_phrase ? that_in(at, furthest_that) : none;
    if (that != none) return that;
    if (!is_preposition(text_, at)) return at;
    // "said in a statement the deal was off": as far as a comma or a colon tells.
    for (std::uint32_t next = at + 1; next <= at + longest_phrase && !begins_sentence(next); ++next)
        if (text_[next].before.has(Mark::comma) || text_[next].before.has(Mark::colon)) return next;
    return at;
}

/// The word "that" near, with nothing but an addressee or an adverbial before it; or none.
std::uint32_t ContentFinder::that_in(std::uint32_t at, std::uint32_t most_words) const {
    for (std::uint32_t next = at; next < at + most_words && !begins_sentence(next); ++next) {
        if (quotation_at(next) != nullptr || text_[next].before.has(Mark::colon)) return none;
        if (is_that(text_, next)) return next;
        if (next > at && cue_at(text_, next)) return none;
    }
    return none;
}

std::uint32_t ContentFinder::behind_addressee(std::uint32_t at) const {
    const std::uint32_t that = that_in(at, furthest_that);
    if (that != none) return that;
    std::uint32_t next = at;
    for (; next < at + furthest_that && !begins_sentence(next); ++next)
        if (text_[next].before.has(Mark::colon) ||
            (text_[next].before.has(Mark::comma) && quotation_at(next) != nullptr))
            return next;
    if (begins_sentence(at)) return at;
    next = at;
    const Grammar grammar = text_[at].grammar;
    if (grammar == Grammar::definite || grammar == Grammar::indefinite ||
        grammar == Grammar::possessive)
        ++next;
    if (begins_sentence(next)) return at;
    const std::uint32_t mention = speakers_.beginning_at(next);
    if (mention != none) return speakers_.mention(mention).last_token + 1;
    const bool is_person = is_any_of(text_.folded(at), {"him", "her", "us", "them", "me", "you"}) ||
                           text_.folded(next).ends_with("s");
    if (is_person && text_.folded(next) != "this") return next + 1;
    // "state media" at the end
    const std::uint32_t behind = next + 2;
    const bool is_last = begins_sentence(behind) || text_[behind].before.has(Mark::comma);
    return next + 1 < text_.size() && is_last ? behind : at;
}

/// "urged the administration to continue": "to"; or none.
std::uint32_t ContentFinder::request_in(std::uint32_t at) const {
    for (std::uint32_t next = at; next < at + furthest_request && !begins_sentence(next); ++next) {
        if (quotation_at(next) != nullptr) return none;
        if (text_.folded(next) == "to" || is_that(text_, next)) return next;
    }
    return none;
}

Content ContentFinder::behind(const Cue& cue) const {
    std::uint32_t first = cue.last + 1;
    const bool has_particle = !begins_sentence(first) && text_.folded(first) == "for";
    if (cue.is_request) {
        const std::uint32_t request = has_particle ? first : request_in(first);
        if (request != none) first = request;
    } else if (cue.has_addressee) {
        first = behind_addressee(first);
    } else {
        first = behind_phrases(first);
    }
    const bool has_that = first < text_.size() && is_that(text_, first);
    const std::string_view word = first < text_.size() ? text_.folded(first) : "";
    if (has_that && !is_any_of(word, {"whether", "if"})) ++first;
    Content content = clause(first);
    content.is_marked = has_that || !cue.needs_marks;
    return content;
}

Content ContentFinder::clause(std::uint32_t first) const {
    Content content{.first = first, .last = first - 1};
    std::uint32_t at = first;
    while (at < text_.size()) {
        const bool is_end = begins_sentence(at) || (at > first && ends_clause(at));
        if (is_end && at > 0) break;
        const Quotation* const quotation = quotation_at(at);
        at = (quotation != nullptr ? quotation->last : at) + 1;
        content.last = at - 1;
    }
    return content;
}

Content ContentFinder::told_before(const Cue& cue, std::uint32_t first) const {
    constexpr std::uint32_t furthest_topic = 10;
    constexpr std::uint32_t furthest_comma = 14;
    constexpr std::uint32_t least_content = 3;
    const std::uint32_t end = cue.first - 1;  // "と"
    std::uint32_t begin = first;
    for (std::uint32_t at = first; at < end && at < first + furthest_topic; ++at) {
        if (!is_any_of(text_.written(at), {"は", "が", "も"})) continue;
        begin = at + 1;
        break;
    }
    for (std::uint32_t at = begin + 1; at + least_content < end && at < begin + furthest_comma;
         ++at) {
        if (!text_[at].before.has(Mark::comma)) continue;
        begin = at;
        break;
    }
    if (begin + least_content > end) return {.first = end, .last = end - 1};
    return {.first = begin, .last = end - 1, .is_marked = true};
}

/// Whether something else begins at a word inside a sentence: "; ", " – ", "but added", ", saying".
bool ContentFinder::ends_clause(std::uint32_t at) const {
    const Marks before = text_[at].before;
    if (before.has(Mark::semicolon) || (before.has(Mark::dash) && before.has(Mark::space)))
        return true;
    if (before.has(Mark::comma)) {
        if (end_of_source_phrase(text_, at) != at) return true;
        if (const auto cue = cue_at(text_, at); cue && cue->is_participle) return true;
        // "，并表示"
        const bool is_carried = is_any_of(text_.written(at), {"并", "並", "还", "還", "也"});
        if (is_carried && !begins_sentence(at + 1) && cue_at(text_, at + 1)) return true;
    }
    const bool is_joint = text_[at].grammar == Grammar::conjunction || text_.folded(at) == "but";
    if (!is_joint) return false;
    std::uint32_t next = at + 1;
    constexpr std::uint32_t most_adverbs = 3;
    while (next <= at + most_adverbs && !begins_sentence(next) && speakers_.is_between(next) &&
           text_[next].grammar != Grammar::is && text_[next].grammar != Grammar::was)
        ++next;
    if (begins_sentence(next)) return false;
    return cue_at(text_, next).has_value();
}

}  // namespace nutgraf::entities
