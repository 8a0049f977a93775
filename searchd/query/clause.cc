#include "searchd/query/clause.h"

#include "analyzers/text/language.h"
#include "analyzers/text/tokenizer.h"
#include "base/closest.h"
#include "base/utf8.h"
#include "searchd/query/date_clause.h"
#include "searchd/query/planned.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nutgraf::query {

using analyzers::Compound;
using analyzers::Tokens;
using index::FieldKind;

namespace {

constexpr std::array<std::string_view, 2> date_bounds = {"after", "before"};

bool is_date_field(std::string_view name) {
    return name == "date" || std::ranges::find(date_bounds, name) != date_bounds.end();
}

bool is_known(std::string_view name) {
    return index::row_named(name) != nullptr || is_date_field(name);
}

Scope scope_of(std::string_view field) {
    const index::FieldRow* row = index::row_named(field);
    return row == nullptr ? Scope{} : Scope{row->field};
}

WordForms forms_of(const Tokens& tokens, std::size_t i) {
    return {std::string(tokens.folded(i)), std::string(tokens.caseless(i))};
}

Phrase phrase_of(const Tokens& tokens, const Scope& scope) {
    Phrase phrase{scope, {}};
    for (std::size_t i = 0; i < tokens.size(); ++i)
        phrase.words.push_back({forms_of(tokens, i), false});
    return phrase;
}

/// The phrase with every hyphenated word written as one: "security cooperation".
Phrase joined_phrase(const Tokens& tokens, const std::vector<Compound>& compounds,
                     const Scope& scope) {
    Phrase phrase{scope, {}};
    auto compound = compounds.begin();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (compound != compounds.end() && compound->first == i) {
            phrase.words.push_back({{compound->folded, compound->caseless}, false});
            i = compound->last;
            ++compound;
        } else {
            phrase.words.push_back({forms_of(tokens, i), false});
        }
    }
    return phrase;
}

/// A single word in a field of names is looked for as it stands.
bool is_stemmed_scope(const Scope& scope) {
    return !scope || index::row_of(*scope).kind == FieldKind::text;
}

/// The query of the words of one lexeme that is not in quotes.
Query query_of_words(const Tokens& tokens, const Scope& scope) {
    if (tokens.size() == 1 && is_stemmed_scope(scope))
        return Query{Word{scope, forms_of(tokens, 0)}};
    const auto compounds = analyzers::compounds(tokens);
    const bool is_one_compound =
        compounds.size() == 1 && compounds[0].first == 0 && compounds[0].last + 1 == tokens.size();
    Query phrase{phrase_of(tokens, scope)};
    if (!is_one_compound || !is_stemmed_scope(scope)) return phrase;
    const Word word{scope, {compounds[0].folded, compounds[0].caseless}};
    return Query{Or{{std::move(phrase), Query{word}}}};
}

/// The query of a phrase; one with hyphens is also looked for with its hyphenated words joined.
Query query_of_phrase(const Tokens& tokens, const Scope& scope) {
    Query split{phrase_of(tokens, scope)};
    const auto compounds = analyzers::compounds(tokens);
    if (compounds.empty()) return split;
    return Query{Or{{std::move(split), Query{joined_phrase(tokens, compounds, scope)}}}};
}

}  // namespace

bool is_field_name(std::string_view name) {
    return is_known(name) || is_planned_field(name);
}

std::string_view ClauseReader::field(const Lexeme& lexeme) {
    if (is_known(lexeme.text)) return lexeme.text;
    add_error(lexeme, fmt::format("\"{}:\" is not part of this version; what stands behind it is "
                                  "looked for as words.",
                                  lexeme.text));
    return {};
}

std::optional<Query> ClauseReader::word(const Lexeme& lexeme, std::string_view field) {
    if (auto query = filter(lexeme, field)) return query;
    if (lexeme.text == "*") return Query{Everything{}};
    const Scope scope = is_date_field(field) ? Scope{} : scope_of(field);
    const std::string_view text = without_unknown_operator(lexeme);
    if (text.empty()) return std::nullopt;
    if (text.ends_with('*')) return prefix(lexeme, text.substr(0, text.size() - 1), scope);
    if (field.empty()) note_misspelt_field(lexeme);
    return this->text(lexeme, text, scope);
}

std::optional<Query> ClauseReader::phrase(const Lexeme& lexeme, std::string_view field) {
    if (auto query = filter(lexeme, field)) return query;
    const Scope scope = is_date_field(field) ? Scope{} : scope_of(field);
    const bool ends_in_prefix = lexeme.text.ends_with('*');
    const Tokens tokens = analyzers::tokenise(lexeme.text);
    if (tokens.empty()) {
        note_no_word(lexeme);
        return std::nullopt;
    }
    leaves_ += tokens.size();
    if (!ends_in_prefix) return query_of_phrase(tokens, scope);
    ++prefixes_;
    Phrase phrase = phrase_of(tokens, scope);
    PhraseWord& last = phrase.words.back();
    last.is_prefix = code_point_count(last.forms.folded) >= min_prefix_letters;
    if (!last.is_prefix)
        add_error(lexeme, fmt::format("\"{}*\" needs at least {} letters before the \"*\"; it is "
                                      "looked for without the \"*\".",
                                      last.forms.caseless, min_prefix_letters));
    return Query{std::move(phrase)};
}

/// The query under a field that is not a matter of words; empty when it is, or cannot be read.
std::optional<Query> ClauseReader::filter(const Lexeme& lexeme, std::string_view field) {
    if (field.empty()) return std::nullopt;
    const std::string value(lexeme.text);
    std::optional<Query> query;
    std::string what;
    if (is_date_field(field)) {
        query = parse_date(field, lexeme.text, today_);
        what = "a date like 2019, 2019-05, 2019-05-10 or 2019-03..2019-05";
    } else if (field == index::row_of(index::Field::lang).name) {
        if (const auto code = analyzers::language_code(value)) query = Query{Language{*code}};
        what = "a language like en, de or zh";
    } else if (field == index::row_of(index::Field::id).name) {
        query = Query{Identity{value}};
    } else {
        return std::nullopt;
    }
    if (query) {
        ++leaves_;
        return query;
    }
    add_error(lexeme,
              fmt::format("\"{}\" is not {}; it is looked for as words.", visible(value), what));
    return std::nullopt;
}

std::optional<Query> ClauseReader::text(const Lexeme& lexeme, std::string_view text,
                                        const Scope& scope) {
    const Tokens tokens = analyzers::tokenise(text);
    if (tokens.empty()) {
        note_no_word(lexeme);
        return std::nullopt;
    }
    leaves_ += tokens.size();
    return query_of_words(tokens, scope);
}

std::optional<Query> ClauseReader::prefix(const Lexeme& lexeme, std::string_view text,
                                          const Scope& scope) {
    const Tokens tokens = analyzers::tokenise(text);
    const bool is_one_word = tokens.size() == 1 && tokens[0].end == text.size();
    if (!is_one_word) {
        add_error(lexeme, "Only a single word can end in \"*\"; it is looked for without it.");
        return this->text(lexeme, text, scope);
    }
    if (code_point_count(tokens.folded(0)) < min_prefix_letters) {
        add_error(lexeme, fmt::format("\"{}*\" needs at least {} letters before the \"*\"; it is "
                                      "looked for without the \"*\".",
                                      visible(text), min_prefix_letters));
        return this->text(lexeme, text, scope);
    }
    ++leaves_;
    ++prefixes_;
    return Query{Prefix{scope, forms_of(tokens, 0)}};
}

std::string_view ClauseReader::without_unknown_operator(const Lexeme& lexeme) {
    const auto planned = planned_operator(lexeme.text);
    if (!planned) return lexeme.text;
    add_error(lexeme, planned->message);
    return planned->literal;
}

void ClauseReader::note_misspelt_field(const Lexeme& lexeme) {
    const auto colon = lexeme.text.find(':');
    if (colon == std::string_view::npos || colon + 1 == lexeme.text.size()) return;
    const std::string_view name = lexeme.text.substr(0, colon);
    const bool is_name = std::ranges::all_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
    std::vector<std::string_view> names(date_bounds.begin(), date_bounds.end());
    for (const index::FieldRow& row : index::schema()) names.push_back(row.name);
    const auto meant = closest(name, names);
    if (!is_name || !meant) return;
    add_error(lexeme, fmt::format("There is no field \"{}\"; it is looked for as words.", name),
              fmt::format("{}{}", *meant, visible(lexeme.text.substr(colon))));
}

void ClauseReader::note_no_word(const Lexeme& lexeme) {
    add_note(
        {Severity::warning,
         lexeme.position,
         fmt::format("\"{}\" holds no word to look for; it is left out.", visible(lexeme.text)),
         {}});
}

void ClauseReader::add_error(const Lexeme& lexeme, std::string message, std::string suggestion) {
    add_note({Severity::error, lexeme.position, std::move(message), std::move(suggestion)});
}

std::vector<Query> plain_words(std::string_view text) {
    const Tokens tokens = analyzers::tokenise(text);
    std::vector<Query> words;
    for (std::size_t i = 0; i < tokens.size(); ++i)
        words.push_back(Query{Word{{}, forms_of(tokens, i)}});
    return words;
}

}  // namespace nutgraf::query
