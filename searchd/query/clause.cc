#include "searchd/query/clause.h"

#include "analyzers/text/language.h"
#include "analyzers/text/tokenizer.h"
#include "base/utf8.h"
#include "indexer/index/address.h"
#include "searchd/query/entity_clause.h"
#include "searchd/query/furniture_clause.h"
#include "searchd/query/modifier.h"
#include "searchd/query/phrase_clause.h"
#include "searchd/query/print.h"
#include "searchd/query/said_clause.h"
#include "searchd/query/shown.h"
#include "searchd/query/size.h"
#include "searchd/query/story_clause.h"
#include "searchd/query/unknown_field.h"
#include "searchd/query/word_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nutgraf::query {

using analyzers::Tokens;
using index::FieldKind;

namespace {

constexpr std::array<std::string_view, 2> date_bounds = {"after", "before"};
constexpr std::string_view alert_field = "alert";

bool is_date_field(std::string_view name) {
    return name == "date" || std::ranges::find(date_bounds, name) != date_bounds.end();
}

bool is_seen_field(std::string_view name) {
    return name == index::row_of(index::Field::seen).name;
}

bool is_known(std::string_view name) {
    return index::row_named(name) != nullptr || is_date_field(name) || name == has_field ||
           name == alert_field || name == in_field || is_story_field(name);
}

/// Whether what stands behind a field is a value and not words.
bool is_filter_field(std::string_view name) {
    return is_date_field(name) || is_seen_field(name) || is_story_field(name) ||
           name == alert_field || name == in_field ||
           name == index::row_of(index::Field::lang).name ||
           name == index::row_of(index::Field::id).name ||
           name == index::row_of(index::Field::url).name;
}

/// The scope of the words behind a field; none where the field is not one of words.
Scope scope_of(std::string_view field) {
    const index::FieldRow* row = index::row_named(field);
    if (row == nullptr) return {};
    const bool has_words = row->kind == FieldKind::text || row->kind == FieldKind::name ||
                           row->kind == FieldKind::part;
    return has_words ? Scope{row->field} : Scope{};
}

/// The articles of a site, or of what is below a path of one; "example.com/news/*" is what people
/// write for "example.com/news". Empty when it is no address.
std::optional<Query> address_clause(std::string_view value) {
    if (value.ends_with("/*")) value.remove_suffix(1);
    if (value.find('*') != std::string_view::npos) return std::nullopt;
    std::string beginning = index::compared_address(repaired_utf8(value));
    if (beginning.empty()) return std::nullopt;
    return Query{Address{std::move(beginning)}};
}

/// Whether a word is a "~5" or "^3", which was not found behind a phrase.
bool is_stray_modifier(std::string_view text) {
    return text.size() > 1 && (text.front() == '~' || text.front() == '^') &&
           text.find_first_not_of("0123456789.", 1) == std::string_view::npos;
}

}  // namespace

bool is_field_name(std::string_view name) {
    return is_known(name) || index::entity_row_named(name) != nullptr || is_at_least(name);
}

std::vector<std::string_view> field_names() {
    std::vector<std::string_view> names(date_bounds.begin(), date_bounds.end());
    names.push_back(alert_field);
    for (const index::FieldRow& row : index::schema()) names.push_back(row.name);
    for (const index::EntityRow& row : index::entity_schema()) names.push_back(row.name);
    return names;
}

std::string_view ClauseReader::field(const Lexeme& lexeme) {
    if (is_known(lexeme.text)) return lexeme.text;
    if (index::entity_row_named(lexeme.text) != nullptr) {
        if (names_) return lexeme.text;
        add_error(lexeme, no_gazetteer_message(lexeme.text));
        return {};
    }
    return {};
}

std::optional<Query> ClauseReader::word(const Lexeme& lexeme, std::string_view field) {
    const auto weight = is_filter_field(field) ? std::nullopt : weight_behind(lexeme.text);
    if (!weight) return counted(word_under(lexeme, field));
    Lexeme word = lexeme;
    word.text = weight->before;
    auto query = counted(word_under(word, field));
    if (!query) return query;
    return weighted(std::move(*query), weight->number, lexeme, *this);
}

std::optional<Query> ClauseReader::phrase(const Lexeme& lexeme, std::string_view field) {
    auto query = filter(lexeme, field);
    if (!query) return counted(query_of_phrase(lexeme, scope_of(field), *this));
    if (!lexeme.within.empty())
        add_error(lexeme, fmt::format("\"~{}\" belongs behind a phrase of words; it is left out.",
                                      shown(lexeme.within)));
    return counted(std::move(query));
}

std::optional<Query> ClauseReader::counted(std::optional<Query> query) {
    if (!query) return query;
    const Size size = size_of(*query);
    leaves_ += size.leaves;
    prefixes_ += size.prefixes;
    similar_ += size.similar;
    return query;
}

std::optional<Query> ClauseReader::word_under(const Lexeme& lexeme, std::string_view field) {
    if (auto query = filter(lexeme, field)) return query;
    if (lexeme.text == "*") return Query{Everything{}};
    if (is_stray_modifier(lexeme.text)) {
        add_error(lexeme,
                  fmt::format("\"{}\" belongs right behind a word or phrase; it is left out.",
                              shown(lexeme.text)));
        return std::nullopt;
    }
    const std::string_view text = lexeme.text;
    const Scope scope = scope_of(field);
    if (text.starts_with('=') && text.size() > 1) return exact(lexeme, text.substr(1), scope);
    if (edits_behind(text)) return similar(lexeme, text, scope);
    if (text.ends_with('*')) return prefix(lexeme, text.substr(0, text.size() - 1), scope);
    if (text.find('*') != std::string_view::npos)
        add_error(lexeme, "Only the end of a word can be \"*\"; it is looked for without it.");
    if (field.empty()) note_wrong_field(lexeme);
    note_wrong_weight(lexeme);
    return this->text(lexeme, text, scope);
}

/// The query under a field that is not a matter of words; empty when it is, or cannot be read.
std::optional<Query> ClauseReader::filter(const Lexeme& lexeme, std::string_view field) {
    if (field.empty()) return std::nullopt;
    if (const index::EntityRow* row = index::entity_row_named(field)) {
        auto entity = this->entity(lexeme, *row, lexeme.text);
        if (entity && row->field == index::EntityField::said)
            return Query{Said{std::move(*entity), {}}};
        return entity ? std::optional(Query{std::move(*entity)}) : std::nullopt;
    }
    if (field == alert_field) return saved(lexeme);
    const std::string value(lexeme.text);
    std::optional<Query> query;
    std::string what;
    if (is_date_field(field)) {
        query = parse_date(field, lexeme.text, clock_.today);
        what = "a date like 2019, 2019-05, 2019-05-10 or 2019-03..2019-05";
    } else if (is_seen_field(field)) {
        query = parse_seen(lexeme.text, clock_);
        what = "a date like 2019-05-10, 2019-03..2019-05 or 7d..";
    } else if (field == has_field) {
        if (value == "quote") query = Query{Said{}};
        what = "\"quote\", which is what an article can have";
    } else if (field == in_field) {
        query = parse_in(lexeme.text);
        what = "\"furniture\", the one place to look in";
    } else if (is_story_field(field)) {
        query = parse_story(field, lexeme.text);
        what = story_values(field);
    } else if (field == index::row_of(index::Field::lang).name) {
        if (const auto code = analyzers::language_code(value)) query = Query{Language{*code}};
        what = "a language like en, de or zh";
    } else if (field == index::row_of(index::Field::id).name) {
        query = Query{Identity{repaired_utf8(value)}};
    } else if (field == index::row_of(index::Field::url).name) {
        query = address_clause(value);
        what = "an address, or the beginning of one up to a slash: example.com/news";
    } else {
        return std::nullopt;
    }
    if (query) return query;
    add_error(lexeme,
              fmt::format("\"{}\" is not {}; it is looked for as words.", shown(value), what));
    return std::nullopt;
}

/// A query that was saved by that name, and a note on what it asks for.
std::optional<Query> ClauseReader::saved(const Lexeme& lexeme) {
    if (saved_ == nullptr) {
        add_error(
            lexeme,
            "\"alert:\" can be asked for in a search, and not in an alert; what stands behind "
            "it is looked for as words.");
        return std::nullopt;
    }
    const std::string name = repaired_utf8(lexeme.text);
    SavedReading reading = saved_->reading(name);
    if (!reading.query) {
        const std::string suggestion =
            reading.suggestion.empty() ? "" : fmt::format("alert:\"{}\"", reading.suggestion);
        add_error(lexeme, reading.message + " The name is looked for as words.", suggestion);
        return std::nullopt;
    }
    constexpr std::size_t most_bytes = 500;
    const std::string asked = to_text(*reading.query);
    const std::string_view begin = utf8_prefix(asked, most_bytes);
    add_note({Severity::info,
              lexeme.position,
              fmt::format("The alert \"{}\" asks for: {}{}.", shown(name), visible(begin),
                          begin.size() < asked.size() ? " …" : ""),
              {}});
    return Query{Saved{name, {std::move(*reading.query)}}};
}

std::optional<Entity> ClauseReader::entity(const Lexeme& lexeme, const index::EntityRow& row,
                                           std::string_view text) {
    if (!names_) {
        add_error(lexeme, no_gazetteer_message(row.name));
        return std::nullopt;
    }
    if (text.find('*') != std::string_view::npos)
        add_error(lexeme,
                  fmt::format("A name behind \"{}:\" is whole: the \"*\" is left out.", row.name));
    EntityReading reading = entity_clause(*names_, row, text);
    if (reading.note) {
        reading.note->position = lexeme.position;
        if (auto& senses = reading.note->senses; senses && !source_.empty()) {
            senses->begin = static_cast<std::size_t>(text.data() - source_.data());
            senses->end = senses->begin + text.size();
        }
        add_note(std::move(*reading.note));
    }
    return std::move(reading.entity);
}

std::optional<Query> ClauseReader::text(const Lexeme& lexeme, std::string_view text,
                                        const Scope& scope) {
    text = without_elisions(text);
    const Tokens tokens = analyzers::tokenise(text);
    if (tokens.empty()) {
        note_no_word(lexeme);
        return std::nullopt;
    }
    return query_of_words(tokens, text, scope);
}

std::optional<Query> ClauseReader::prefix(const Lexeme& lexeme, std::string_view text,
                                          const Scope& scope) {
    text = without_elisions(text);
    const Tokens tokens = analyzers::tokenise(text);
    const bool is_one_word = tokens.size() == 1 && tokens[0].end == text.size();
    if (!is_one_word) {
        add_error(lexeme, "Only a single word can end in \"*\"; it is looked for without it.");
        return this->text(lexeme, text, scope);
    }
    if (!has_letters_for_prefix(lexeme.position, tokens, 0)) return this->text(lexeme, text, scope);
    return Query{Prefix{scope, forms_of(tokens, 0, text)}};
}

bool ClauseReader::has_letters_for_prefix(std::size_t position, const Tokens& tokens,
                                          std::size_t index) {
    if (code_point_count(tokens.folded(index)) >= min_prefix_letters) return true;
    add_note({Severity::error,
              position,
              fmt::format("\"{}*\" needs at least {} letters before the \"*\"; it is looked for "
                          "without the \"*\".",
                          tokens.caseless(index), min_prefix_letters),
              {}});
    return false;
}

std::optional<Query> ClauseReader::similar(const Lexeme& lexeme, std::string_view text,
                                           const Scope& scope) {
    const auto edits = edits_behind(text);
    const std::string_view word = without_elisions(edits->before);
    const Tokens tokens = analyzers::tokenise(word);
    const bool is_one_word = tokens.size() == 1 && tokens[0].end == word.size();
    if (!is_one_word) {
        add_error(lexeme, "Only a single word can end in \"~\"; it is looked for without it.");
        return this->text(lexeme, word, scope);
    }
    if (code_point_count(tokens.folded(0)) < min_similar_letters) {
        add_error(lexeme, fmt::format("\"{}~\" needs at least {} letters before the \"~\"; it is "
                                      "looked for without it.",
                                      tokens.caseless(0), min_similar_letters));
        return this->text(lexeme, word, scope);
    }
    if (edits->number < 1 || edits->number > max_edits)
        add_error(lexeme, fmt::format("\"~\" is followed by 1 or 2, the letters that may differ; "
                                      "it is read as {}.",
                                      edits->number < 1 ? 1 : max_edits));
    const std::size_t read = std::clamp<std::size_t>(edits->number, 1, max_edits);
    return Query{Similar{scope, forms_of(tokens, 0, word), read}};
}

std::optional<Query> ClauseReader::exact(const Lexeme& lexeme, std::string_view text,
                                         const Scope& scope) {
    const auto edits = edits_behind(text);
    if (text.ends_with('*') || edits)
        add_error(lexeme, "A word behind \"=\" is whole; what follows it is left out.");
    if (edits) text = edits->before;
    const Tokens tokens = analyzers::tokenise(text);
    if (tokens.empty()) {
        note_no_word(lexeme);
        return std::nullopt;
    }
    Phrase phrase{scope, {}};
    for (std::size_t i = 0; i < tokens.size(); ++i)
        phrase.words.push_back(exact_word(tokens, i, text));
    return Query{std::move(phrase)};
}

void ClauseReader::note_wrong_field(const Lexeme& lexeme) {
    const auto colon = lexeme.text.find(':');
    if (colon + 1 == lexeme.text.size() && is_field_name(lexeme.text.substr(0, colon)))
        note_empty_field(lexeme);
    if (auto note = note_on_unknown_field(lexeme.text, lexeme.position)) add_note(*std::move(note));
}

/// "huawei^high"; a "^" at the end of a word is as little as a comma.
void ClauseReader::note_wrong_weight(const Lexeme& lexeme) {
    const auto sign = lexeme.text.find_last_of('^');
    const bool has_something = sign != std::string_view::npos && sign + 1 < lexeme.text.size();
    if (!has_something || sign == 0) return;
    add_error(lexeme, fmt::format("\"{}\" is no weight; it is looked for as a word.",
                                  shown(lexeme.text.substr(sign))));
}

/// No error: texts that are pasted have "He said:".
void ClauseReader::note_empty_field(const Lexeme& lexeme) {
    add_note({Severity::warning,
              lexeme.position,
              fmt::format("Nothing stands directly behind \"{}\"; it is looked for as a word.",
                          shown(lexeme.text)),
              {}});
}

void ClauseReader::note_no_word(const Lexeme& lexeme) {
    add_note({Severity::warning,
              lexeme.position,
              fmt::format("\"{}\" holds no word to look for; it is left out.", shown(lexeme.text)),
              {}});
}

void ClauseReader::add_error(const Lexeme& lexeme, std::string message, std::string suggestion) {
    add_note({Severity::error, lexeme.position, std::move(message), std::move(suggestion)});
}

std::vector<Query> plain_words(std::string_view text) {
    std::vector<Query> queries;
    for (std::string_view run : runs_without_spaces(text)) {
        run = without_elisions(run);
        const Tokens tokens = analyzers::tokenise(run);
        if (!tokens.empty()) queries.push_back(query_of_words(tokens, run, {}));
    }
    return queries;
}

}  // namespace nutgraf::query
