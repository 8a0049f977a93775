#pragma once

#include "searchd/query/clause.h"
#include "searchd/query/lexer.h"
#include "searchd/query/syntax.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace nutgraf::query {

/// How many words apart the digits of an operator allow; a note on what cannot be read. `lexeme` is
/// where it stands, `written` the operator as typed. Throws LimitBroken above `max_distance`.
std::size_t distance_of(const Lexeme& lexeme, std::string_view written, std::string_view digits,
                        ClauseReader& notes);

/// Whether it can be counted how often queries stand somewhere: as operands of NEAR do, all of them
/// in places that are counted together, and none of them speech.
bool can_be_counted(const std::vector<Query>& queries);

/// Reads /s, /p, NEAR, NEAR/5, ADJ or ADJ/5: alone, NEAR is within ten words and ADJ directly
/// behind. Throws LimitBroken above `max_distance`.
Link link_of(const Lexeme& lexeme, bool is_excluded, ClauseReader& notes);

/// Collects the operands of a chain of NEAR, ADJ, /s and /p.
class ProximityClause {
public:
    explicit ProximityClause(Query first) { operands_.push_back(std::move(first)); }

    void add(const Lexeme& lexeme, Link link, Query operand);

    /// A Proximity, or the one operand alone. Where an operand is none that can stand so: all that
    /// is wanted, joined by AND, and a note.
    Query query(ClauseReader& notes) &&;

private:
    std::vector<Query> operands_;
    std::vector<Link> links_;
    Lexeme first_link_;
};

}  // namespace nutgraf::query
