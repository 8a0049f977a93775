#include "searchd/query/unknown_field.h"

#include "base/closest.h"
#include "searchd/query/clause.h"
#include "searchd/query/shown.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace nutgraf::query {

namespace {

using Synonym = std::pair<std::string_view, std::string_view>;

/// What other engines and archives call fields, and what they are called here.
constexpr std::array synonyms = {
    Synonym{"agency", "wire"},      Synonym{"author", "by"},
    Synonym{"byline", "by"},        Synonym{"company", "org"},
    Synonym{"headline", "title"},   Synonym{"language", "lang"},
    Synonym{"newspaper", "source"}, Synonym{"office", "role"},
    Synonym{"organisation", "org"}, Synonym{"organization", "org"},
    Synonym{"paper", "source"},     Synonym{"politician", "official"},
    Synonym{"published", "date"},   Synonym{"publisher", "source"},
    Synonym{"site", "url"},         Synonym{"speaker", "said"},
    Synonym{"text", "body"},
};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string lower_cased(std::string_view name) {
    std::string lower(name);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

/// The field that a name stands for; empty when none is like it.
std::string_view meant_by(std::string_view name) {
    const auto synonym = std::ranges::find(synonyms, name, &Synonym::first);
    if (synonym != synonyms.end()) return synonym->second;
    const std::vector<std::string_view> names = field_names();
    return closest(name, names).value_or("");
}

}  // namespace

std::optional<Note> note_on_unknown_field(std::string_view word, std::size_t position) {
    constexpr std::size_t min_letters = 3;  // Of fewer every other is like some field's.
    const auto colon = word.find(':');
    if (colon == std::string_view::npos || colon < min_letters) return std::nullopt;
    const std::string_view name = word.substr(0, colon);
    const std::string_view value = word.substr(colon);
    const bool is_address = value.starts_with("://");
    if (is_address || value.size() == 1 || !std::ranges::all_of(name, is_letter))
        return std::nullopt;
    const std::string lower = lower_cased(name);
    if (is_field_name(lower))
        return Note{Severity::error, position,
                    fmt::format("A field is written in small letters; \"{}\" is looked for as "
                                "words.",
                                shown(word)),
                    lower + visible(value)};
    if (lower != name) return std::nullopt;  // "Paris:" in a text that is pasted.
    const std::string_view meant = meant_by(name);
    return Note{Severity::error, position,
                fmt::format("There is no field \"{}\"; it is looked for as words.", name),
                meant.empty() ? "" : fmt::format("{}{}", meant, visible(value))};
}

}  // namespace nutgraf::query
