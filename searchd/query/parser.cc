#include "searchd/query/parser.h"

#include "searchd/query/clause.h"
#include "searchd/query/lexer.h"
#include "searchd/query/size.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace nutgraf::query {

namespace {

using Kind = Lexeme::Kind;

/// A limit that was broken; caught in `parse_query`.
struct LimitBroken {
    QueryError error;
};

template <class Joined>
Query joined(std::vector<Query> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    return Query{Joined{std::move(parts)}};
}

/// Reads lexemes by recursive descent: OR of ANDs of factors.
class Parser {
public:
    Parser(std::string_view text, const ParseOptions& options)
        : clauses_(options.today), lexemes_(lexemes(text, is_field_name)), options_(options) {}

    ParsedQuery parsed() && {
        std::vector<Query> parts;
        add_if(parts, alternatives(Context{}));
        while (next().kind != Kind::end) {
            // Only a ")" that nothing opened stops `alternatives` before the end.
            note(Severity::warning, next().position, "This \")\" closes nothing; it is left out.");
            ++at_;
            add_if(parts, alternatives(Context{}));
        }
        ParsedQuery result{parts.empty() ? nothing() : joined<And>(std::move(parts)),
                           std::move(clauses_).notes()};
        std::ranges::stable_sort(result.notes, {}, &Note::position);
        // A query can be nested deeper when it is printed than as it was typed.
        if (size_of(result.query).depth > max_depth) throw too_deep(0);
        return result;
    }

private:
    /// What surrounds the part being read.
    struct Context {
        std::string_view field;  // Its name; empty outside one.
        std::size_t depth = 1;
    };

    const Lexeme& next() const { return lexemes_[at_]; }

    static void add_if(std::vector<Query>& parts, std::optional<Query> part) {
        if (part) parts.push_back(std::move(*part));
    }

    bool accept(Kind kind) {
        if (next().kind != kind) return false;
        ++at_;
        return true;
    }

    std::optional<Query> alternatives(const Context& context) {
        std::vector<Query> parts;
        add_if(parts, sequence(context));
        while (next().kind == Kind::operator_or) {
            const std::size_t position = next().position;
            ++at_;
            const std::size_t before = parts.size();
            add_if(parts, sequence(context));
            if (before == 0 || parts.size() == before)
                note(Severity::warning, position, "This OR has nothing on one of its sides.");
        }
        if (parts.empty()) return std::nullopt;
        return joined<Or>(std::move(parts));
    }

    std::optional<Query> sequence(const Context& context) {
        std::vector<Query> bare;  // In any mode: the words to be joined by OR.
        std::vector<Query> parts;
        bool has_and = false;
        while (true) {
            const Kind kind = next().kind;
            if (kind == Kind::operator_and) {
                has_and = true;
                take_and(bare.empty() && parts.empty());
                continue;
            }
            if (kind == Kind::end || kind == Kind::close || kind == Kind::operator_or) break;
            const bool is_bare = kind == Kind::word || kind == Kind::phrase || kind == Kind::open;
            add_if(options_.is_any && is_bare ? bare : parts, factor(context));
        }
        if (bare.size() > 1 && !has_and) bare = {Query{Or{std::move(bare)}}};
        parts.insert(parts.begin(), std::make_move_iterator(bare.begin()),
                     std::make_move_iterator(bare.end()));
        if (parts.empty()) return std::nullopt;
        return joined<And>(std::move(parts));
    }

    void take_and(bool is_first) {
        const std::size_t position = next().position;
        ++at_;
        const bool is_last = next().kind == Kind::end || next().kind == Kind::close ||
                             next().kind == Kind::operator_or || next().kind == Kind::operator_and;
        if (is_first || is_last)
            note(Severity::warning, position, "This AND has nothing on one of its sides.");
    }

    std::optional<Query> factor(const Context& context) {
        check_depth(context);
        const Lexeme lexeme = next();
        switch (lexeme.kind) {
            case Kind::operator_not:
                ++at_;
                return negation(lexeme, context);
            case Kind::open:
                ++at_;
                return group(lexeme, context);
            case Kind::field:
                ++at_;
                return factor({clauses_.field(lexeme), context.depth + 1});
            case Kind::phrase:
                ++at_;
                if (lexeme.is_unclosed)
                    note(Severity::error, lexeme.position,
                         fmt::format("Column {}: the quote opened here is never closed; it is read "
                                     "to the end.",
                                     lexeme.position + 1));
                return counted(clauses_.phrase(lexeme, context.field), lexeme);
            case Kind::word:
                ++at_;
                return counted(clauses_.word(lexeme, context.field), lexeme);
            default:
                return std::nullopt;  // Nothing follows a field or a NOT.
        }
    }

    std::optional<Query> negation(const Lexeme& lexeme, const Context& context) {
        auto part = factor({context.field, context.depth + 1});
        if (!part) {
            note(Severity::warning, lexeme.position, "This NOT has nothing behind it.");
            return std::nullopt;
        }
        return Query{Not{{std::move(*part)}}};
    }

    std::optional<Query> group(const Lexeme& lexeme, const Context& context) {
        auto inside = alternatives({context.field, context.depth + 1});
        if (!accept(Kind::close))
            note(
                Severity::error, lexeme.position,
                fmt::format("Column {}: the parenthesis opened here is never closed; it is read to "
                            "the end.",
                            lexeme.position + 1));
        if (!inside)
            note(Severity::warning, lexeme.position,
                 "These parentheses hold nothing to look for; they are left out.");
        return inside;
    }

    void check_depth(const Context& context) const {
        if (context.depth > max_depth) throw too_deep(next().position);
    }

    static LimitBroken too_deep(std::size_t position) {
        return {
            {position, fmt::format("The query is nested deeper than {} levels.", max_depth), {}}};
    }

    /// Passes a clause on when the leaves read so far keep within the limits.
    std::optional<Query> counted(std::optional<Query> clause, const Lexeme& lexeme) const {
        if (clauses_.leaves() > max_leaves)
            throw LimitBroken{
                {lexeme.position,
                 fmt::format("The query has more than {} words and filters.", max_leaves),
                 {}}};
        if (clauses_.prefixes() > max_prefixes)
            throw LimitBroken{
                {lexeme.position,
                 fmt::format("The query has more than {} words that end in \"*\".", max_prefixes),
                 {}}};
        return clause;
    }

    void note(Severity severity, std::size_t position, std::string message) {
        clauses_.add_note({severity, position, std::move(message), {}});
    }

    ClauseReader clauses_;
    std::vector<Lexeme> lexemes_;
    const ParseOptions& options_;
    std::size_t at_ = 0;
};

/// The words of a text that has no operators.
ParsedQuery plain_query(std::string_view text, const ParseOptions& options) {
    std::vector<Query> words = plain_words(text);
    if (words.empty()) return {nothing(), {}};
    std::vector<Note> notes;
    std::size_t leaves = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t room = max_leaves - leaves;
        leaves += size_of(words[i]).leaves;
        if (leaves <= max_leaves) continue;
        words.resize(i + 1);
        auto* phrase = std::get_if<Phrase>(&words[i].node);
        if (phrase != nullptr && room > 0) {
            phrase->words.resize(room);
        } else {
            words.pop_back();
        }
        notes.push_back({Severity::warning,
                         0,
                         fmt::format("Only the first {} words are looked for.", max_leaves),
                         {}});
        break;
    }
    return {options.is_any ? joined<Or>(std::move(words)) : joined<And>(std::move(words)),
            std::move(notes)};
}

void shorten(std::vector<Note>& notes) {
    if (notes.size() <= max_notes) return;
    notes.resize(max_notes);
    notes.push_back(
        {Severity::warning, notes.back().position, "There is more to note about this query.", {}});
}

std::optional<QueryError> refusal(const std::vector<Note>& notes) {
    const auto worst = std::ranges::find(notes, Severity::error, &Note::severity);
    if (worst == notes.end()) return std::nullopt;
    return QueryError{worst->position, worst->message, worst->suggestion};
}

}  // namespace

Expected<ParsedQuery, QueryError> parse_query(std::string_view text, const ParseOptions& options) {
    if (text.size() > max_query_bytes)
        return Unexpected{
            QueryError{max_query_bytes,
                       fmt::format("The query is longer than {} KiB.", max_query_bytes / 1024),
                       {}}};
    if (runs_without_spaces(text).empty()) return ParsedQuery{Query{Everything{}}, {}};
    if (options.is_plain) return plain_query(text, options);
    try {
        ParsedQuery parsed = Parser(text, options).parsed();
        if (options.is_strict)
            if (auto error = refusal(parsed.notes)) return Unexpected{std::move(*error)};
        shorten(parsed.notes);
        return parsed;
    } catch (const LimitBroken& limit) {
        return Unexpected{limit.error};
    }
}

Query with_filters(Query query, std::vector<Query> filters) {
    if (filters.empty()) return query;
    filters.insert(filters.begin(), std::move(query));
    return Query{And{std::move(filters)}};
}

}  // namespace nutgraf::query
