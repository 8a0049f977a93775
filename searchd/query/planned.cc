#include "searchd/query/planned.h"

#include "searchd/query/shown.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nutgraf::query {

namespace {

constexpr std::array<std::string_view, 12> fields = {
    "lead", "wire", "story", "said", "seen", "is", "has", "in", "under", "about", "alert", "url"};

bool are_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

PlannedOperator missing(std::string_view what, std::string_view literal) {
    return {fmt::format("{} is not part of this version; \"{}\" is looked for without it.", what,
                        shown(literal)),
            literal};
}

}  // namespace

bool is_planned_field(std::string_view name) {
    return std::ranges::find(fields, name) != fields.end();
}

std::optional<PlannedOperator> planned_operator(std::string_view word) {
    if (word == "/s" || word == "/p")
        return PlannedOperator{
            fmt::format("\"{}\" is not part of this version; the words are looked "
                        "for anywhere in the article.",
                        shown(word)),
            {}};
    if (word.starts_with('=') && word.size() > 1)
        return missing("\"=\" for an exact form", word.substr(1));
    if (constexpr std::string_view at_least = "atleast"; word.starts_with(at_least)) {
        const auto colon = word.find(':');
        if (colon != std::string_view::npos && colon > at_least.size() &&
            are_digits(word.substr(at_least.size(), colon - at_least.size())))
            return missing("\"atleast\"", word.substr(colon + 1));
    }
    if (const auto sign = word.find_last_of("~^"); sign != std::string_view::npos) {
        const std::string_view number = word.substr(sign + 1);
        const bool is_edits = sign > 0 && word[sign] == '~' && are_digits(number);
        const bool is_weight = word[sign] == '^' && !number.empty() && are_digits(number);
        if (is_weight && sign == 0)
            return PlannedOperator{
                "\"^\" for a weight is not part of this version; it is left out.", {}};
        if (is_edits) return missing("\"~\" for misspelt words", word.substr(0, sign));
        if (is_weight) return missing("\"^\" for a weight", word.substr(0, sign));
    }
    return std::nullopt;
}

}  // namespace nutgraf::query
