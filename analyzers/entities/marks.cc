#include "analyzers/entities/marks.h"

#include "base/utf8.h"

#include <array>

namespace nutgraf::entities {

namespace {

constexpr Mark mark_of_ascii(char c) {
    switch (c) {
        case ' ':
        case '\t':
        case '\r':
            return Mark::space;
        case '\n':
            return Mark::line_end;
        case ',':
            return Mark::comma;
        case '.':
        case '!':
        case '?':
            return Mark::stop;
        case ';':
            return Mark::semicolon;
        case ':':
            return Mark::colon;
        case '(':
        case '[':
        case '<':
            return Mark::opening;
        case ')':
        case ']':
        case '>':
            return Mark::closing;
        case '"':
        case '\'':
        case '`':
            return Mark::quote;
        case '-':
            return Mark::dash;
        case '/':
        case '|':
            return Mark::slash;
        case '&':
            return Mark::ampersand;
        default:
            return Mark::other;
    }
}

/// The same as a table: what stands behind a word is hard to foresee.
constexpr auto ascii_marks = [] {
    std::array<Mark, 0x80> marks{};
    for (std::size_t c = 0; c < marks.size(); ++c)
        marks.at(c) = mark_of_ascii(static_cast<char>(c));
    return marks;
}();

Mark mark_of(char32_t c) {
    switch (c) {
        case U'\u00A0':
        case U'\u200B':
        case U'\uFEFF':
            return Mark::space;
        case U'…':
        case U'。':
        case U'！':
        case U'？':
            return Mark::stop;
        case U'，':
        case U'、':
        case U'،':
            return Mark::comma;
        case U'：':
            return Mark::colon;
        case U'；':
            return Mark::semicolon;
        case U'（':
            return Mark::opening;
        case U'）':
            return Mark::closing;
        case U'‘':
        case U'’':
        case U'‚':
        case U'“':
        case U'”':
        case U'„':
        case U'«':
        case U'»':
        case U'‹':
        case U'›':
        case U'「':
        case U'」':
            return Mark::quote;
        case U'–':
        case U'—':
        case U'―':
        case U'‑':
        case U'‐':
            return Mark::dash;
        default:
            return Mark::other;
    }
}

Marks marks_in(std::string_view text, std::size_t from, std::size_t to) {
    Marks marks;
    while (from < to) {
        const auto byte = static_cast<unsigned char>(text[from]);
        std::size_t size = 1;
        Mark mark = Mark::space;
        if (byte < 0x80) {
            mark = ascii_marks[byte];
        } else {
            const CodePoint c = code_point_at(text, from);
            size = c.size;
            mark = mark_of(c.value);
        }
        if (mark == Mark::line_end && marks.has(Mark::line_end)) marks.add(Mark::paragraph_end);
        marks.add(mark);
        from += size;
    }
    return marks;
}

/// Where the apostrophe, and the s, that make a word a possessive end.
std::size_t end_of_possessive(std::string_view text, const analyzers::Token& word) {
    if (!word.is_possessive || word.end >= text.size()) return word.end;
    std::size_t end = word.end + code_point_at(text, word.end).size;
    if (end < text.size() && (text[end] == 's' || text[end] == 'S')) ++end;
    return end;
}

}  // namespace

Marks marks_between(std::string_view text, const analyzers::Token& word, std::size_t next_begin) {
    if (word.is_elided) return Marks(Mark::space);
    return marks_in(text, end_of_possessive(text, word), next_begin);
}

Marks marks_before(std::string_view text, std::size_t first_begin) {
    return marks_in(text, 0, first_begin);
}

}  // namespace nutgraf::entities
