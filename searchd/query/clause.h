#pragma once

#include "analyzers/entities/gazetteer.h"
#include "analyzers/text/token.h"
#include "searchd/query/date_clause.h"
#include "searchd/query/entity_names.h"
#include "searchd/query/lexer.h"
#include "searchd/query/saved_queries.h"
#include "searchd/query/syntax.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nutgraf::query {

/// Whether a name before a colon is a field's: of this version, or of the language at large.
bool is_field_name(std::string_view name);

/// The names of all fields of this version; they live as long as the program.
std::vector<std::string_view> field_names();

/// Reads the leaves of a query, words and phrases under a field, and collects notes on them.
/// Not thread-safe: one per thread.
class ClauseReader {
public:
    /// Borrows the gazetteer, null: fields of entities are not read, and the text that lexemes are
    /// pieces of, empty where nothing must be found in it again; and the saved queries, null: there
    /// are none to ask for.
    ClauseReader(Clock clock, const entities::Gazetteer* gazetteer, std::string_view source = {},
                 SavedQueries* saved = nullptr)
        : clock_(std::move(clock)), source_(source), saved_(saved) {
        if (gazetteer != nullptr) names_.emplace(*gazetteer);
    }

    /// The name of a field, or nothing with a note where this version does not have it.
    std::string_view field(const Lexeme& lexeme);

    /// The query of a word, or of a phrase's content, under a field; an empty name stands for none.
    /// Empty, with a note, when there is no word in it. Throws LimitBroken for a phrase's "~500".
    std::optional<Query> word(const Lexeme& lexeme, std::string_view field);
    std::optional<Query> phrase(const Lexeme& lexeme, std::string_view field);

    /// The entities that a piece of a lexeme means under a field; empty, with a note, for none.
    std::optional<Entity> entity(const Lexeme& lexeme, const index::EntityRow& row,
                                 std::string_view text);

    /// Whether a word with a star, at a byte of the query's text, has enough letters before it; a
    /// note where it has not.
    bool has_letters_for_prefix(std::size_t position, const analyzers::Tokens& tokens,
                                std::size_t index);

    void add_note(Note note) { notes_.push_back(std::move(note)); }
    void add_error(const Lexeme& lexeme, std::string message, std::string suggestion = {});
    void note_empty_field(const Lexeme& lexeme);
    void note_no_word(const Lexeme& lexeme);

    /// Words and filters read so far, as they are printed, and prefixes among them.
    std::size_t leaves() const { return leaves_; }
    std::size_t prefixes() const { return prefixes_; }

    /// Words read so far that end in a tilde.
    std::size_t similar() const { return similar_; }

    /// The notes, in the order in which they arose.
    std::vector<Note> notes() && { return std::move(notes_); }

private:
    std::optional<Query> counted(std::optional<Query> query);
    std::optional<Query> filter(const Lexeme& lexeme, std::string_view field);
    std::optional<Query> saved(const Lexeme& lexeme);
    std::optional<Query> word_under(const Lexeme& lexeme, std::string_view field);
    std::optional<Query> text(const Lexeme& lexeme, std::string_view text, const Scope& scope);
    std::optional<Query> prefix(const Lexeme& lexeme, std::string_view text, const Scope& scope);
    std::optional<Query> similar(const Lexeme& lexeme, std::string_view text, const Scope& scope);
    std::optional<Query> exact(const Lexeme& lexeme, std::string_view text, const Scope& scope);
    void note_wrong_field(const Lexeme& lexeme);
    void note_wrong_weight(const Lexeme& lexeme);

    Clock clock_;
    std::string_view source_;
    SavedQueries* saved_;
    std::optional<EntityNames> names_;  // Empty where there is no gazetteer.
    std::vector<Note> notes_;
    std::size_t leaves_ = 0;
    std::size_t prefixes_ = 0;
    std::size_t similar_ = 0;
};

/// The words of a text without operators, each a query of its own; a hyphenated word and a run of
/// Han are still what they are.
std::vector<Query> plain_words(std::string_view text);

}  // namespace nutgraf::query
