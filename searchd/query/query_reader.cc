#include "searchd/query/query_reader.h"

#include "searchd/query/capitals.h"
#include "searchd/query/furniture_clause.h"
#include "searchd/query/limit_broken.h"
#include "searchd/query/modifier.h"
#include "searchd/query/phrase_clause.h"
#include "searchd/query/proximity_clause.h"
#include "searchd/query/question.h"
#include "searchd/query/said_clause.h"
#include "searchd/query/shown.h"
#include "searchd/query/size.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace nutgraf::query {

using Kind = Lexeme::Kind;

namespace {

template <class Joined>
Query joined(std::vector<Query> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    return Query{Joined{std::move(parts)}};
}

void add_if(std::vector<Query>& parts, std::optional<Query> part) {
    if (part) parts.push_back(std::move(*part));
}

LimitBroken too_deep(std::size_t position) {
    return {{position, fmt::format("The query is nested deeper than {} levels.", max_depth), {}}};
}

/// Whether something to look for can begin so.
bool begins_operand(Kind kind) {
    return kind == Kind::word || kind == Kind::phrase || kind == Kind::field || kind == Kind::open;
}

}  // namespace

QueryReader::QueryReader(std::string_view text, const ParseOptions& options)
    : clauses_({options.today, options.zone}, options.gazetteer, text, options.saved),
      lexemes_(lexemes(text, is_field_name)),
      options_(options) {
    if (auto note = read_capitals_as_text(lexemes_)) clauses_.add_note(std::move(*note));
}

ParsedQuery QueryReader::parsed() && {
    std::vector<Query> parts;
    add_if(parts, alternatives(Context{}));
    while (next().kind != Kind::end) {
        // Only a ")" that nothing opened stops `alternatives` before the end.
        note(Severity::warning, next().position, "This \")\" closes nothing; it is left out.");
        ++at_;
        add_if(parts, alternatives(Context{}));
    }
    ParsedQuery result{parts.empty() ? nothing() : joined<And>(with_places(std::move(parts))),
                       std::move(clauses_).notes(), std::move(left_out_)};
    std::ranges::stable_sort(result.notes, {}, &Note::position);
    // A query can be nested deeper when it is printed than as it was typed.
    if (size_of(result.query).depth > max_depth) throw too_deep(0);
    return result;
}

const Lexeme& QueryReader::behind_next() const {
    return lexemes_[std::min(at_ + 1, lexemes_.size() - 1)];
}

bool QueryReader::accept(Kind kind) {
    if (next().kind != kind) return false;
    ++at_;
    return true;
}

std::optional<Query> QueryReader::alternatives(const Context& context) {
    std::vector<Query> parts;
    add_if(parts, sequence(context));
    while (next().kind == Kind::operator_or) {
        const std::size_t position = next().position;
        ++at_;
        const std::size_t before = parts.size();
        add_if(parts, sequence(context));
        if (before == 0 || parts.size() == before) note_one_sided(position, "OR");
    }
    if (parts.empty()) return std::nullopt;
    return joined<Or>(std::move(parts));
}

std::optional<Query> QueryReader::sequence(const Context& context) {
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
        if (is_at_link()) {
            take_stray_link();
            continue;
        }
        if (kind == Kind::end || kind == Kind::close || kind == Kind::operator_or) break;
        const bool is_bare = kind == Kind::word || kind == Kind::phrase || kind == Kind::open;
        add_if(options_.is_any && is_bare ? bare : parts, factor(context));
    }
    if (bare.size() > 1 && !has_and) bare = {asked(std::move(bare))};
    parts.insert(parts.begin(), std::make_move_iterator(bare.begin()),
                 std::make_move_iterator(bare.end()));
    if (parts.empty()) return std::nullopt;
    return joined<And>(with_places(std::move(parts)));
}

/// Bare words that any will do.
Query QueryReader::asked(std::vector<Query> words) {
    Question question = question_of(std::move(words));
    left_out_.insert(left_out_.end(), std::make_move_iterator(question.left_out.begin()),
                     std::make_move_iterator(question.left_out.end()));
    return joined<Or>(std::move(question.parts));
}

void QueryReader::take_and(bool is_first) {
    const std::size_t position = next().position;
    ++at_;
    const bool is_last = next().kind == Kind::end || next().kind == Kind::close ||
                         next().kind == Kind::operator_or || next().kind == Kind::operator_and;
    if (is_first || is_last) note_one_sided(position, "AND");
}

/// Whether NEAR, ADJ or one of them behind a NOT stands here.
bool QueryReader::is_at_link() const {
    return next().kind == Kind::operator_near ||
           (next().kind == Kind::operator_not && behind_next().kind == Kind::operator_near);
}

void QueryReader::take_stray_link() {
    accept(Kind::operator_not);
    note_one_sided(next().position, shown(next().text));
    ++at_;
}

std::optional<Query> QueryReader::factor(const Context& context) {
    return next().kind == Kind::operator_not ? negation(context) : chain(context);
}

std::optional<Query> QueryReader::negation(const Context& context) {
    check_depth(context);
    const std::size_t position = next().position;
    ++at_;
    auto part = factor({context.field, context.depth + 1});
    if (!part) {
        note(Severity::warning, position, "This NOT has nothing behind it.");
        return std::nullopt;
    }
    return Query{Not{{std::move(*part)}}};
}

/// An operand, or several with NEAR and ADJ between them.
std::optional<Query> QueryReader::chain(const Context& context) {
    auto first = operand(context);
    if (!first || !is_at_link()) return first;
    ProximityClause clause(std::move(*first));
    while (is_at_link()) {
        const bool is_excluded = accept(Kind::operator_not);
        const Lexeme lexeme = next();
        ++at_;
        // A negated operand is read too, to be told that it cannot stand here.
        const bool is_operand =
            begins_operand(next().kind) || (next().kind == Kind::operator_not && !is_at_link());
        auto other = is_operand ? signed_operand(context) : std::nullopt;
        if (other) {
            clause.add(lexeme, link_of(lexeme, is_excluded, clauses_), std::move(*other));
        } else {
            note_one_sided(lexeme.position, shown(lexeme.text));
        }
    }
    return std::move(clause).query(clauses_);
}

/// An operand where a NOT may stand, too: behind a field, and where it is refused.
std::optional<Query> QueryReader::signed_operand(const Context& context) {
    return next().kind == Kind::operator_not ? negation(context) : operand(context);
}

/// What stands between operators: a word, a phrase, a group, or one of them behind a field.
std::optional<Query> QueryReader::operand(const Context& context) {
    check_depth(context);
    const Lexeme lexeme = next();
    switch (lexeme.kind) {
        case Kind::open:
            ++at_;
            return with_weight(group(lexeme, context));
        case Kind::field:
            ++at_;
            if (is_at_least(lexeme.text)) return repetition(lexeme, context);
            if (is_at_whole_value(lexeme)) return whole_value(lexeme);
            return with_words(signed_operand({clauses_.field(lexeme), context.depth + 1}));
        case Kind::phrase:
            ++at_;
            if (lexeme.is_unclosed)
                note(Severity::error, lexeme.position,
                     fmt::format("Column {}: the quote opened here is never closed; it is read "
                                 "to the end.",
                                 lexeme.position + 1));
            return with_weight(counted(clauses_.phrase(lexeme, context.field), lexeme));
        case Kind::weight:  // Behind nothing, which is said of it as of a word that is only "^3".
        case Kind::word:
            ++at_;
            return counted(clauses_.word(lexeme, context.field), lexeme);
        default:
            return std::nullopt;  // Nothing follows a field or a NOT.
    }
}

/// Whether source:="The Courier" stands here, behind the colon.
bool QueryReader::is_at_whole_value(const Lexeme& field) const {
    return may_be_whole(field.text) && next().kind == Kind::word && next().text == "=" &&
           behind_next().kind == Kind::phrase && behind_next().position == next().position + 1;
}

std::optional<Query> QueryReader::whole_value(const Lexeme& field) {
    ++at_;
    const Lexeme lexeme = next();
    ++at_;
    auto phrase = counted(clauses_.phrase(lexeme, field.text), lexeme);
    return phrase ? with_weight(as_whole(std::move(*phrase))) : phrase;
}

/// What must stand so many times.
std::optional<Query> QueryReader::repetition(const Lexeme& lexeme, const Context& context) {
    auto part = signed_operand({context.field, context.depth + 1});
    if (!part) return part;
    return at_least(lexeme, std::move(*part), clauses_);
}

/// A phrase or a group with the weight that stands behind it, if one does.
std::optional<Query> QueryReader::with_weight(std::optional<Query> query) {
    if (next().kind != Kind::weight) return query;
    const Lexeme lexeme = next();
    ++at_;
    if (!query) return query;
    const auto weight = weight_in(lexeme.text);
    if (weight) return weighted(std::move(*query), *weight, lexeme, clauses_);
    note(Severity::error, lexeme.position,
         fmt::format("\"{}\" is no weight; it is left out.", shown(lexeme.text)));
    return query;
}

/// What a speaker says, where a phrase stands right behind the speaker: said:coons "5G".
std::optional<Query> QueryReader::with_words(std::optional<Query> operand) {
    const auto* const said = operand ? std::get_if<Said>(&operand->node) : nullptr;
    const bool has_words = said != nullptr && !said->is_anybodys() && said->words.empty();
    if (!has_words || next().kind != Kind::phrase) return operand;
    const Lexeme lexeme = next();
    ++at_;
    return with_weight(counted(query_of_speech(lexeme, *said, clauses_), lexeme));
}

std::optional<Query> QueryReader::group(const Lexeme& lexeme, const Context& context) {
    auto inside = alternatives({context.field, context.depth + 1});
    if (!accept(Kind::close))
        note(Severity::error, lexeme.position,
             fmt::format("Column {}: the parenthesis opened here is never closed; it is read to "
                         "the end.",
                         lexeme.position + 1));
    if (!inside)
        note(Severity::warning, lexeme.position,
             "These parentheses hold nothing to look for; they are left out.");
    return inside;
}

void QueryReader::check_depth(const Context& context) const {
    if (context.depth > max_depth) throw too_deep(next().position);
}

/// Passes a clause on when the leaves read so far keep within the limits.
std::optional<Query> QueryReader::counted(std::optional<Query> clause, const Lexeme& lexeme) const {
    if (clauses_.leaves() > max_leaves)
        throw LimitBroken{{lexeme.position,
                           fmt::format("The query has more than {} words and filters.", max_leaves),
                           {}}};
    if (clauses_.prefixes() > max_prefixes)
        throw LimitBroken{
            {lexeme.position,
             fmt::format("The query has more than {} words that end in \"*\".", max_prefixes),
             {}}};
    if (clauses_.similar() > max_similar)
        throw LimitBroken{
            {lexeme.position,
             fmt::format("The query has more than {} words that end in \"~\".", max_similar),
             {}}};
    return clause;
}

void QueryReader::note(Severity severity, std::size_t position, std::string message) {
    clauses_.add_note({severity, position, std::move(message), {}});
}

void QueryReader::note_one_sided(std::size_t position, std::string_view name) {
    note(Severity::warning, position,
         fmt::format("This {} has nothing on one of its sides.", name));
}

}  // namespace nutgraf::query
