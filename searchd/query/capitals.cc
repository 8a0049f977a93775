#include "searchd/query/capitals.h"

#include "analyzers/text/fold.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace nutgraf::query {

namespace {

using Kind = Lexeme::Kind;

constexpr std::size_t most_words_of_a_query = 4;

/// Whether a lexeme is an operator that is written as a word.
bool is_operator_word(const Lexeme& lexeme) {
    const bool is_operator =
        lexeme.kind == Kind::operator_and || lexeme.kind == Kind::operator_or ||
        lexeme.kind == Kind::operator_not || lexeme.kind == Kind::operator_near;
    return is_operator && lexeme.text.front() >= 'A' && lexeme.text.front() <= 'Z';
}

bool has_capital(std::string_view word) {
    return analyzers::fold(word).caseless != word;
}

/// Whether a word can stand in a text all in capitals: "EU", "2019", but no "eu" and no script
/// without capitals.
bool is_without_small_letters(std::string_view word) {
    const bool has_small = std::ranges::any_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
    const bool is_ascii = std::ranges::all_of(word, [](char c) { return c > '\0'; });
    return !has_small && (is_ascii || has_capital(word));
}

}  // namespace

std::optional<Note> read_capitals_as_text(std::vector<Lexeme>& lexemes) {
    std::size_t words = 0;
    bool has_neighbours = false;
    const Lexeme* first_operator = nullptr;
    for (std::size_t i = 0; i + 1 < lexemes.size(); ++i) {
        const Lexeme& lexeme = lexemes[i];
        if (is_operator_word(lexeme)) {
            if (first_operator == nullptr) first_operator = &lexeme;
            continue;
        }
        if (lexeme.kind != Kind::word || !is_without_small_letters(lexeme.text)) return {};
        has_neighbours = has_neighbours || (i > 0 && lexemes[i - 1].kind == Kind::word);
        words += has_capital(lexeme.text) ? 1 : 0;
    }
    if (first_operator == nullptr || !has_neighbours || words <= most_words_of_a_query) return {};
    Note note{Severity::info,
              first_operator->position,
              "The query is all in capitals, so that \"" + std::string(first_operator->text) +
                  "\" and the like are read as words; write the other words small to use them as "
                  "operators.",
              {}};
    for (Lexeme& lexeme : lexemes)
        if (is_operator_word(lexeme)) lexeme.kind = Kind::word;
    return note;
}

}  // namespace nutgraf::query
