#include "analyzers/entities/quote_marks.h"

#include "base/utf8.h"

namespace nutgraf::entities {

namespace {

bool is_single(char32_t c) {
    return c == U'\'' || c == U'`' || c == U'‘' || c == U'’' || c == U'‚' || c == U'‹' || c == U'›';
}

bool is_double(char32_t c) {
    switch (c) {
        case U'"':
        case U'“':
        case U'”':
        case U'„':
        case U'‟':
        case U'«':
        case U'»':
        case U'「':
        case U'」':
        case U'『':
        case U'』':
            return true;
        default:
            return false;
    }
}

/// The double mark that two of a single mark stand for; 0 for others.
char32_t doubled(char32_t c) {
    if (c == U'\'') return U'"';
    if (c == U'`' || c == U'‘') return U'“';
    return c == U'’' ? U'”' : 0;
}

bool is_ascii_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
}

bool is_space(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\u00A0' || c == U'\u202F';
}

bool is_before_opening(char32_t c) {
    return is_space(c) || c == U'(' || c == U'[' || c == U'-' || c == U'–' || c == U'—' ||
           is_single(c) || is_double(c);
}

/// Reads the marks between two words.
class GapReader {
public:
    GapReader(std::string_view source, std::vector<QuoteMark>& marks)
        : source_(source), marks_(marks) {}

    /// `from` is the end of a word or the begin of a paragraph, `to` the begin of word `word` or
    /// the end of a paragraph.
    void read(std::uint32_t from, std::uint32_t to, std::uint32_t word, bool is_behind_word) {
        char32_t previous = is_behind_word ? U'a' : U' ';
        while (from < to) {
            const CodePoint c = code_point_at(source_, from);
            auto end = from + static_cast<std::uint32_t>(c.size);
            QuoteMark mark{.character = c.value, .begin = from, .word = word};
            mark.is_double = is_double(c.value);
            if (is_single(c.value) && end < to && doubled(c.value) != 0 &&
                code_point_at(source_, end).value == c.value) {
                end += static_cast<std::uint32_t>(c.size);
                mark.character = doubled(c.value);
                mark.is_double = true;
            }
            if (mark.is_double || is_single(c.value)) add(mark, end, to, previous);
            previous = c.value;
            from = end;
        }
    }

private:
    void add(QuoteMark mark, std::uint32_t end, std::uint32_t to, char32_t previous) {
        mark.end = end;
        mark.is_behind_letter = is_ascii_letter(previous);
        mark.is_where_opening = is_before_opening(previous);
        if (end < source_.size())
            mark.is_before_letter = end == to ? !is_space(code_point_at(source_, end).value)
                                              : is_ascii_letter(code_point_at(source_, end).value);
        const bool is_apostrophe =
            !mark.is_double && mark.is_behind_letter && mark.is_before_letter;
        if (!is_apostrophe) marks_.push_back(mark);
    }

    std::string_view source_;
    std::vector<QuoteMark>& marks_;
};

}  // namespace

void find_quote_marks(const Reading& text, const Paragraph& paragraph,
                      std::vector<QuoteMark>& marks) {
    GapReader reader(text.source(), marks);
    const Hints wanted(Hint::quote);
    const std::uint32_t end = paragraph.last + 1;
    for (std::uint32_t i = text.next(paragraph.first, wanted, end); i < end;
         i = text.next(i + 1, wanted, end)) {
        const bool is_first = i == paragraph.first;
        const std::uint32_t from = is_first ? paragraph.begin : text.token(i - 1).end;
        reader.read(from, text.token(i).begin, i, !is_first);
    }
    reader.read(text.token(paragraph.last).end, paragraph.end, paragraph.last + 1, true);
}

bool may_open(const QuoteMark& mark) {
    switch (mark.character) {
        case U'“':
        case U'„':
        case U'‟':
        case U'«':
        case U'「':
        case U'『':
            return true;
        case U'‘':
        case U'‚':
        case U'‹':
            return mark.is_before_letter;
        case U'"':
        case U'”':
        case U'»':
        case U'\'':
        case U'’':
            return mark.is_where_opening && mark.is_before_letter;
        default:
            return false;
    }
}

bool may_close(const QuoteMark& mark, const QuoteMark& opening) {
    const bool looks_opening = mark.is_where_opening && mark.is_before_letter;
    switch (mark.character) {
        case U'“':
            return opening.character == U'„';
        case U'«':
            return opening.character == U'»';
        case U'»':
            return opening.character == U'«' || opening.character == U'»';
        case U'」':
            return opening.character == U'「';
        case U'』':
            return opening.character == U'『';
        case U'›':
            return opening.character == U'‹';
        case U'”':
            return opening.is_double && opening.character != U'«';
        case U'"':
            return opening.is_double && opening.character != U'«' && !looks_opening;
        case U'\'':
        case U'’':
            return !opening.is_double && !mark.is_where_opening && !mark.is_before_letter;
        default:
            return false;
    }
}

}  // namespace nutgraf::entities
