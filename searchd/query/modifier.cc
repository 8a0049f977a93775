#include "searchd/query/modifier.h"

#include "searchd/query/proximity_clause.h"
#include "searchd/query/shown.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace nutgraf::query {

namespace {

constexpr std::string_view at_least_name = "atleast";

bool are_all_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// A number of digits; the largest there is where they say more.
std::size_t number_in(std::string_view digits) {
    std::size_t number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (read.ec == std::errc::result_out_of_range) return std::numeric_limits<std::size_t>::max();
    return number;
}

}  // namespace

std::optional<double> weight_in(std::string_view modifier) {
    const std::string_view digits = modifier.substr(1);
    const bool is_number = digits.find_first_not_of("0123456789.") == std::string_view::npos;
    if (digits.empty() || !is_number) return std::nullopt;
    double weight = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, weight);
    if (stop != end) return std::nullopt;
    return error == std::errc{} ? weight : max_weight + 1;  // Too large to be a number.
}

std::optional<Modified<double>> weight_behind(std::string_view word) {
    const auto sign = word.find_last_of('^');
    if (sign == std::string_view::npos || sign == 0) return std::nullopt;
    const auto weight = weight_in(word.substr(sign));
    if (!weight) return std::nullopt;
    return Modified<double>{word.substr(0, sign), *weight};
}

std::optional<Modified<std::size_t>> edits_behind(std::string_view word) {
    const auto sign = word.find_last_of('~');
    if (sign == std::string_view::npos || sign == 0) return std::nullopt;
    const std::string_view digits = word.substr(sign + 1);
    if (!are_all_digits(digits)) return std::nullopt;
    return Modified<std::size_t>{word.substr(0, sign), digits.empty() ? 1 : number_in(digits)};
}

bool is_at_least(std::string_view name) {
    return name.starts_with(at_least_name) && name.size() > at_least_name.size() &&
           are_all_digits(name.substr(at_least_name.size()));
}

Query weighted(Query query, double weight, const Lexeme& lexeme, ClauseReader& notes) {
    constexpr double steps = 100;
    if (weight > max_weight)
        notes.add_error(lexeme,
                        fmt::format("A weight is {} at most; it is read as that.", max_weight));
    const double read = std::round(std::min(weight, max_weight) * steps) / steps;
    return {Weighted{{std::move(query)}, read}};
}

Query at_least(const Lexeme& lexeme, Query query, ClauseReader& notes) {
    if (auto* outer = std::get_if<Weighted>(&query.node)) {
        Query inner = at_least(lexeme, std::move(outer->part.front()), notes);
        return {Weighted{{std::move(inner)}, outer->weight}};
    }
    if (!can_be_counted({query})) {
        notes.add_error(lexeme,
                        fmt::format("Behind \"{}:\" can stand a word, a phrase, a word with "
                                    "a star or a tilde, an entity, and several of those in "
                                    "parentheses with OR between them; it is looked for "
                                    "once.",
                                    shown(lexeme.text)));
        return query;
    }
    const std::size_t times = number_in(lexeme.text.substr(at_least_name.size()));
    if (times < 1 || times > max_times)
        notes.add_error(lexeme,
                        fmt::format("\"{}:\" takes 1 to {}; it is read as {}.", shown(lexeme.text),
                                    max_times, times < 1 ? 1 : max_times));
    return {AtLeast{{std::move(query)}, std::clamp<std::size_t>(times, 1, max_times)}};
}

}  // namespace nutgraf::query
