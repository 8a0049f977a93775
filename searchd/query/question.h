#pragma once

#include "searchd/query/syntax.h"

#include <cstddef>
#include <string>
#include <vector>

namespace nutgraf::query {

/// A question whose words any will do.
struct Question {
    std::vector<Query> parts;
    std::vector<std::string> left_out;  ///< Its stop words as read, each once, in their order.
};

/// From so many parts on they are a question, and not words that each are asked for.
constexpr std::size_t min_question_parts = 4;

/// Makes a question of parts that any will do. Words that stand in nearly every text are left out,
/// unless there are no others: an article that has but them answers nothing. The words of a
/// hyphened one count by themselves too, as long as there are not more than `max_leaves`. Fewer
/// parts than a question has stay what they are.
Question question_of(std::vector<Query> parts);

}  // namespace nutgraf::query
