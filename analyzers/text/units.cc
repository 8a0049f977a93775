#include "analyzers/text/units.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace nutgraf::analyzers {

namespace {

/// Words whose full stop never ends a sentence.
constexpr std::array<std::string_view, 22> titles = {
    "capt", "col", "dr", "gen", "gov",  "hon",  "lt",  "m",   "maj", "messrs", "mme",
    "mr",   "mrs", "ms", "nr",  "pres", "prof", "rep", "rev", "sen", "sgt",    "st"};

/// Words that, with a capital, begin a sentence sooner than a name.
constexpr std::array<std::string_view, 30> starters = {
    "a",     "after", "an",   "and",  "as",    "at", "but",  "for",   "he",   "his",
    "i",     "if",    "in",   "it",   "its",   "on", "she",  "some",  "that", "the",
    "their", "there", "they", "this", "those", "we", "when", "while", "with", "you"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool is_stop(char32_t c) {
    return c == U'.' || c == U'!' || c == U'?' || c == U'…';
}

bool is_wide_stop(char32_t c) {
    return c == U'。' || c == U'！' || c == U'？' || c == U'．';
}

bool is_blank(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'\u00A0' || c == U'\u202F' || c == U'\u3000';
}

/// What stands between two words.
struct Gap {
    bool has_line_end = false;
    bool has_stop = false;          // With a space somewhere behind it, or a wide one.
    bool is_one_full_stop = false;  // And nothing else but spaces.
};

Gap gap_in(std::string_view between) {
    Gap gap;
    bool is_behind_stop = false;
    std::size_t marks = 0;
    for (std::size_t at = 0; at < between.size();) {
        const CodePoint c = code_point_at(between, at);
        at += c.size;
        gap.has_line_end = gap.has_line_end || c.value == U'\n';
        gap.has_stop = gap.has_stop || is_wide_stop(c.value) ||
                       (is_behind_stop && (is_blank(c.value) || c.value == U'\n'));
        is_behind_stop = is_behind_stop || is_stop(c.value);
        marks += is_blank(c.value) ? 0 : 1;
    }
    gap.is_one_full_stop = marks == 1 && between.front() == '.';
    return gap;
}

/// Whether a word begins with a letter that has a capital, and that is small: in scripts without
/// capitals no word does.
bool begins_small(std::string_view written) {
    const char32_t c = code_point_at(written, 0).value;
    const bool is_latin = (c >= U'a' && c <= U'z') || (c >= U'ß' && c <= U'ÿ' && c != U'÷');
    const bool is_greek_or_cyrillic = (c >= U'α' && c <= U'ω') || (c >= U'а' && c <= U'џ');
    return is_latin || is_greek_or_cyrillic;
}

bool is_digit_first(std::string_view written) {
    return written.front() >= '0' && written.front() <= '9';
}

class UnitFinder {
public:
    UnitFinder(std::string_view text, const Tokens& tokens) : text_(text), tokens_(tokens) {}

    TextUnits units() const {
        TextUnits units;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const auto index = static_cast<std::uint32_t>(i);
            const Gap gap = i == 0 ? Gap{true} : gap_before(i);
            if (gap.has_line_end) units.paragraphs.push_back(index);
            if (gap.has_line_end || begins_sentence(i, gap)) units.sentences.push_back(index);
        }
        return units;
    }

private:
    std::string_view written(std::size_t token) const {
        return text_.substr(tokens_[token].begin, tokens_[token].end - tokens_[token].begin);
    }

    Gap gap_before(std::size_t token) const {
        const std::size_t begin = tokens_[token - 1].end;
        return gap_in(text_.substr(begin, tokens_[token].begin - begin));
    }

    bool begins_sentence(std::size_t token, const Gap& gap) const {
        const bool is_after_dotted = written(token - 1).ends_with('.');
        if (!gap.has_stop && !is_after_dotted) return false;
        if (begins_small(written(token))) return false;
        const std::string_view before = tokens_.caseless(token - 1);
        if (gap.has_stop && !gap.is_one_full_stop) return true;
        if (is_after_dotted) return is_one_of(starters, tokens_.caseless(token));
        if (before == "no" && is_digit_first(written(token))) return false;
        return !is_one_of(titles, before);
    }

    std::string_view text_;
    const Tokens& tokens_;
};

}  // namespace

TextUnits units_of(std::string_view text, const Tokens& tokens) {
    return UnitFinder(text, tokens).units();
}

}  // namespace nutgraf::analyzers
