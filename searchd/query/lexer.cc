#include "searchd/query/lexer.h"

#include "analyzers/text/tokenizer.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace nutgraf::query {

namespace {

using Kind = Lexeme::Kind;

bool is_quote(char32_t c) {
    constexpr std::u32string_view quotes = U"\"“”„‟«»‹›＂「」『』〝〞";
    return quotes.find(c) != std::u32string_view::npos;
}

bool is_space(char32_t c) {
    constexpr std::u32string_view spaces = U" \t\r\n\v\f\u00A0\u1680\u2028\u2029\u202F\u205F\u3000";
    return spaces.find(c) != std::u32string_view::npos || (c >= 0x2000 && c <= 0x200A);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// NEAR or ADJ, alone or with a slash and digits; /s or /p.
bool is_near(std::string_view word) {
    if (word == "/s" || word == "/p") return true;
    for (const std::string_view name : {"NEAR", "ADJ"}) {
        if (!word.starts_with(name)) continue;
        const std::string_view rest = word.substr(name.size());
        return rest.empty() ||
               (rest.front() == '/' && std::ranges::all_of(rest.substr(1), is_digit));
    }
    return false;
}

class Lexer {
public:
    Lexer(std::string_view text, bool (*is_field)(std::string_view))
        : text_(text), is_field_(is_field), tokens_(analyzers::tokenise(text)) {}

    std::vector<Lexeme> all() && {
        while (at_ < text_.size()) {
            const CodePoint c = code_point_at(text_, at_);
            if (is_space(c.value)) {
                at_ += c.size;
            } else if (is_quote_mark(c.value)) {
                take_phrase(c.size);
            } else if (c.value == U'(' || c.value == U')') {
                add(c.value == U'(' ? Kind::open : Kind::close, 1);
                phrase_or_group_end_ = at_;
            } else if (c.value == U'|') {
                add(Kind::operator_or, 1);
            } else if (c.value == U'-' && is_negation()) {
                add(Kind::operator_not, 1);
            } else if (const std::size_t size = weight_size(); size > 0) {
                add(Kind::weight, size);
            } else {
                take_word();
            }
        }
        add(Kind::end, 0);
        return std::move(lexemes_);
    }

private:
    void add(Kind kind, std::size_t size) {
        lexemes_.push_back({kind, at_, text_.substr(at_, size)});
        at_ += size;
    }

    /// Whether the character here is a quote, and not one within a word, as in Hebrew acronyms.
    bool is_quote_mark(char32_t c) {
        if (!is_quote(c)) return false;
        while (token_ < tokens_.size() && tokens_[token_].end <= at_) ++token_;
        return token_ == tokens_.size() || tokens_[token_].begin >= at_;
    }

    /// The bytes of a "^3" or "^0.5" here, right behind a phrase or a group; 0 when there is none.
    std::size_t weight_size() {
        if (text_[at_] != '^' || lexemes_.empty()) return 0;
        const Kind before = lexemes_.back().kind;
        if ((before != Kind::phrase && before != Kind::close) || at_ != phrase_or_group_end_)
            return 0;
        std::size_t end = at_ + 1;
        while (end < text_.size() && (is_digit(text_[end]) || text_[end] == '.')) ++end;
        if (end == at_ + 1 || (end < text_.size() && !ends_word(end))) return 0;
        return end - at_;
    }

    bool is_negation() const {
        const bool follows_word = at_ > 0 && text_[at_ - 1] != '(' && !follows_space();
        if (follows_word || at_ + 1 >= text_.size()) return false;
        const char32_t next = code_point_at(text_, at_ + 1).value;
        return !is_space(next) && next != U'-' && next != U')';
    }

    bool follows_space() const {
        std::size_t before = at_ - 1;
        while (before > 0 && (static_cast<unsigned char>(text_[before]) & 0xC0U) == 0x80U) --before;
        return is_space(code_point_at(text_, before).value);
    }

    void take_phrase(std::size_t quote_size) {
        const std::size_t position = at_;
        const std::size_t begin = at_ += quote_size;
        while (at_ < text_.size()) {
            const CodePoint c = code_point_at(text_, at_);
            if (is_quote_mark(c.value)) {
                const std::string_view phrase = text_.substr(begin, at_ - begin);
                at_ += c.size;
                lexemes_.push_back(
                    {Kind::phrase, position, phrase, false, taken_distance(), quote_size});
                phrase_or_group_end_ = at_;
                return;
            }
            at_ += c.size;
        }
        lexemes_.push_back({Kind::phrase, position, text_.substr(begin), true, {}, quote_size});
    }

    /// Takes a "~5" with nothing of a word behind it; its digits.
    std::string_view taken_distance() {
        if (at_ == text_.size() || text_[at_] != '~') return {};
        std::size_t end = at_ + 1;
        while (end < text_.size() && is_digit(text_[end])) ++end;
        if (end == at_ + 1 || (end < text_.size() && !ends_word(end) && text_[end] != '^'))
            return {};
        const std::string_view digits = text_.substr(at_ + 1, end - at_ - 1);
        at_ = end;
        return digits;
    }

    bool ends_word(std::size_t at) const {
        const char32_t c = code_point_at(text_, at).value;
        return is_space(c) || is_quote(c) || c == U'(' || c == U')' || c == U'|';
    }

    void take_word() {
        const std::size_t begin = at_;
        while (at_ < text_.size()) {
            const CodePoint c = code_point_at(text_, at_);
            if (is_space(c.value) || is_quote_mark(c.value) || c.value == U'(' || c.value == U')' ||
                c.value == U'|')
                break;
            at_ += c.size;
            if (c.value == U':' && take_field(begin)) return;
        }
        const std::string_view word = text_.substr(begin, at_ - begin);
        lexemes_.push_back({kind_of(word), begin, word});
    }

    /// At a colon: adds the field when its name stands before it and something after it.
    bool take_field(std::size_t begin) {
        const std::string_view name = text_.substr(begin, at_ - 1 - begin);
        if (at_ == text_.size() || is_space(code_point_at(text_, at_).value) || !is_field_(name))
            return false;
        lexemes_.push_back({Kind::field, begin, name});
        return true;
    }

    static Kind kind_of(std::string_view word) {
        if (word == "AND") return Kind::operator_and;
        if (word == "OR") return Kind::operator_or;
        if (word == "NOT") return Kind::operator_not;
        if (is_near(word)) return Kind::operator_near;
        return Kind::word;
    }

    std::string_view text_;
    bool (*is_field_)(std::string_view);
    analyzers::Tokens tokens_;
    std::size_t phrase_or_group_end_ = 0;  // Of the one read last.
    std::size_t token_ = 0;                // The first that does not end before here.
    std::size_t at_ = 0;
    std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> lexemes(std::string_view text, bool (*is_field)(std::string_view name)) {
    return Lexer(text, is_field).all();
}

std::vector<std::string_view> runs_without_spaces(std::string_view text) {
    std::vector<std::string_view> runs;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        if (is_space(c.value)) {
            if (begin < at) runs.push_back(text.substr(begin, at - begin));
            begin = at + c.size;
        }
        at += c.size;
    }
    if (begin < text.size()) runs.push_back(text.substr(begin));
    return runs;
}

}  // namespace nutgraf::query
