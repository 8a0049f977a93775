#pragma once

#include "searchd/query/clause.h"
#include "searchd/query/lexer.h"
#include "searchd/query/parser.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::query {

/// Reads lexemes by recursive descent: OR of ANDs of factors, which are chains of operands joined
/// by NEAR and ADJ. Borrows the text and the options. To be used once. Throws LimitBroken.
class QueryReader {
public:
    QueryReader(std::string_view text, const ParseOptions& options);

    /// The query and the notes on it, in the order of their positions.
    ParsedQuery parsed() &&;

private:
    /// What surrounds the part being read.
    struct Context {
        std::string_view field;  // Its name; empty outside one.
        std::size_t depth = 1;
    };

    const Lexeme& next() const { return lexemes_[at_]; }
    const Lexeme& behind_next() const;
    bool accept(Lexeme::Kind kind);

    std::optional<Query> alternatives(const Context& context);
    std::optional<Query> sequence(const Context& context);
    std::optional<Query> factor(const Context& context);
    std::optional<Query> negation(const Context& context);
    std::optional<Query> chain(const Context& context);
    std::optional<Query> operand(const Context& context);
    std::optional<Query> signed_operand(const Context& context);
    std::optional<Query> repetition(const Lexeme& lexeme, const Context& context);
    std::optional<Query> with_weight(std::optional<Query> query);
    std::optional<Query> with_words(std::optional<Query> operand);
    bool is_at_whole_value(const Lexeme& field) const;
    std::optional<Query> whole_value(const Lexeme& field);
    std::optional<Query> group(const Lexeme& lexeme, const Context& context);

    Query asked(std::vector<Query> words);
    bool is_at_link() const;
    void take_and(bool is_first);
    void take_stray_link();
    std::optional<Query> counted(std::optional<Query> clause, const Lexeme& lexeme) const;
    void check_depth(const Context& context) const;
    void note(Severity severity, std::size_t position, std::string message);
    void note_one_sided(std::size_t position, std::string_view name);

    ClauseReader clauses_;
    std::vector<Lexeme> lexemes_;
    const ParseOptions& options_;
    std::size_t at_ = 0;
    std::vector<std::string> left_out_;  // Stop words of questions.
};

}  // namespace nutgraf::query
