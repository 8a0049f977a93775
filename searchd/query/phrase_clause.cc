#include "searchd/query/phrase_clause.h"

#include "analyzers/text/tokenizer.h"
#include "searchd/query/proximity_clause.h"
#include "searchd/query/word_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nutgraf::query {

using analyzers::Tokens;

namespace {

/// Whether a word of a phrase ends in a star, and does not go on behind it.
bool is_starred(const Tokens& tokens, std::size_t index, std::string_view text) {
    const std::size_t end = tokens[index].end;
    if (end >= text.size() || text[end] != '*') return false;
    return index + 1 == tokens.size() || tokens[index + 1].begin > end + 1;
}

/// Whether an "=" stands before a word of a phrase, and a space or nothing before that.
bool is_marked_exact(const Tokens& tokens, std::size_t index, std::string_view text) {
    const std::size_t begin = tokens[index].begin;
    if (begin == 0 || text[begin - 1] != '=') return false;
    return begin == 1 || text[begin - 2] == ' ';
}

/// The field of entities that a run of a phrase begins with; null when with none.
const index::EntityRow* entity_row_of(std::string_view run) {
    const auto colon = run.find(':');
    if (colon == std::string_view::npos || colon + 1 == run.size()) return nullptr;
    const index::EntityRow* const row = index::entity_row_named(run.substr(0, colon));
    const bool is_speech = row != nullptr && row->field == index::EntityField::said;
    return is_speech ? nullptr : row;
}

/// Reads the words and the entities of one phrase.
class PhraseReader {
public:
    PhraseReader(const Lexeme& lexeme, const Scope& scope, ClauseReader& clauses)
        : lexeme_(lexeme), scope_(scope), clauses_(clauses) {}

    std::optional<Query> query() && {
        read();
        if (split_.empty()) {
            clauses_.note_no_word(lexeme_);
            return std::nullopt;
        }
        if (stars_ > 0)
            clauses_.add_error(lexeme_, "A \"*\" belongs right behind a word; it is left out.");
        const std::size_t distance = distance_if_given();
        const bool has_hyphens = joined_.size() != split_.size();
        Query query = made_of(std::move(split_), distance);
        if (!has_hyphens) return query;
        return Query{Or{{std::move(query), made_of(std::move(joined_), distance)}}};
    }

private:
    /// Reads the runs between spaces: those without an entity together, as hyphens and characters
    /// that stand side by side join words over no space alone.
    void read() {
        const std::string_view text = lexeme_.text;
        std::size_t read = 0;
        for (const std::string_view run : runs_without_spaces(text)) {
            const index::EntityRow* row = entity_row_of(run);
            if (row == nullptr) continue;
            const auto begin = static_cast<std::size_t>(run.data() - text.data());
            const std::string_view value = run.substr(row->name.size() + 1);
            read_words(text.substr(read, begin - read));
            if (auto entity = this->entity(*row, value)) {
                split_.push_back({{}, false, std::move(*entity)});
                joined_.push_back(split_.back());
            } else {
                read_words(value);
            }
            read = begin + run.size();
        }
        read_words(text.substr(read));
    }

    std::optional<Entity> entity(const index::EntityRow& row, std::string_view value) {
        const bool has_mentions = !is_of_names(scope_);
        if (has_mentions) return clauses_.entity(lexeme_, row, value);
        clauses_.add_error(
            lexeme_,
            fmt::format("\"{}:\" is for the headline and the text only; what stands behind "
                        "it is looked for as words.",
                        row.name));
        return std::nullopt;
    }

    void read_words(std::string_view text) {
        const Tokens tokens = analyzers::tokenise(text);
        std::vector<PhraseWord> words = phrase_words(tokens, text);
        stars_ += std::ranges::count(text, '*');
        bool is_exact = false;
        for (std::size_t i = 0; i < words.size(); ++i) {
            // The parts behind a hyphen go with the first.
            const bool is_first_part = i == 0 || !tokens[i].is_glued;
            if (is_first_part) is_exact = is_marked_exact(tokens, i, text);
            if (is_exact) words[i] = exact_word(tokens, i, text);
            if (!is_starred(tokens, i, text)) continue;
            --stars_;
            if (is_exact) {
                clauses_.add_error(lexeme_, "A word behind \"=\" is whole; its \"*\" is left out.");
                continue;
            }
            const std::size_t position = position_of(text) + tokens[i].begin;
            words[i].is_prefix = clauses_.has_letters_for_prefix(position, tokens, i);
        }
        std::ranges::move(joined_words(tokens, words), std::back_inserter(joined_));
        std::ranges::move(words, std::back_inserter(split_));
    }

    /// Where a piece of the phrase begins in the query's text.
    std::size_t position_of(std::string_view piece) const {
        const std::ptrdiff_t begin = piece.data() - lexeme_.text.data();
        return lexeme_.position + lexeme_.quote_bytes + static_cast<std::size_t>(begin);
    }

    /// 0 where nothing is said.
    std::size_t distance_if_given() {
        if (lexeme_.within.empty()) return 0;
        const std::string written = fmt::format("~{}", lexeme_.within);
        const std::size_t distance = distance_of(lexeme_, written, lexeme_.within, clauses_);
        if (split_.size() > 1) return distance;
        clauses_.add_error(lexeme_, fmt::format("\"{}\" belongs behind a phrase of several words; "
                                                "it is left out.",
                                                written));
        return 0;
    }

    Query made_of(std::vector<PhraseWord> words, std::size_t distance) const {
        if (distance > 0 && words.size() > 1) return {Within{scope_, std::move(words), distance}};
        if (words.size() == 1 && words.front().entity && !scope_)
            return {std::move(*words.front().entity)};
        return {Phrase{scope_, std::move(words)}};
    }

    const Lexeme& lexeme_;
    const Scope& scope_;
    ClauseReader& clauses_;
    std::vector<PhraseWord> split_;   // The words as they stand.
    std::vector<PhraseWord> joined_;  // With every hyphenated word as one.
    std::ptrdiff_t stars_ = 0;        // That stand behind no word.
};

}  // namespace

Query as_whole(Query query) {
    if (auto* phrase = std::get_if<Phrase>(&query.node)) phrase->is_whole = true;
    if (auto* any = std::get_if<Or>(&query.node))
        for (Query& part : any->parts) part = as_whole(std::move(part));
    return query;
}

bool may_be_whole(std::string_view field) {
    return field == index::row_of(index::Field::source).name ||
           field == index::row_of(index::Field::section).name;
}

std::optional<Query> query_of_phrase(const Lexeme& lexeme, const Scope& scope,
                                     ClauseReader& clauses) {
    return PhraseReader(lexeme, scope, clauses).query();
}

}  // namespace nutgraf::query
