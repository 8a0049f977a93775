#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::search {

/// By what matching articles can be counted.
enum class FacetField : std::uint8_t { source, section, org, official, role, lang, year };

inline constexpr std::array facet_fields = {
    FacetField::source, FacetField::section, FacetField::org, FacetField::official,
    FacetField::role,   FacetField::lang,    FacetField::year};

/// "source", "org", ...: as requests and answers name it.
constexpr std::string_view name_of(FacetField field) {
    constexpr std::array<std::string_view, facet_fields.size()> names = {
        "source", "section", "org", "official", "role", "lang", "year"};
    return names[static_cast<std::size_t>(field)];
}

/// How many articles one filter would leave.
struct FacetValue {
    std::string value;  ///< For the filter: a name, "#id", a language code, a year.
    std::string label;  ///< For people.
    std::uint64_t count = 0;
    bool is_selected = false;  ///< The search has this filter.
    bool is_excluded = false;  ///< The search excludes it.

    bool operator==(const FacetValue&) const = default;
};

/// How many values a facet lists beside those selected and excluded.
constexpr std::size_t listed_values = 20;

/// The articles that match a search without the filters of one field, counted by that field.
struct Facet {
    FacetField field = FacetField::source;
    std::vector<FacetValue> values;  ///< The largest first, then by label.
    std::size_t more = 0;            ///< Values that are not listed.

    bool operator==(const Facet&) const = default;
};

enum class TimeUnit : std::uint8_t { year, month, week, day };

/// "year", "month", "week", "day".
constexpr std::string_view name_of(TimeUnit unit) {
    constexpr std::array<std::string_view, 4> names = {"year", "month", "week", "day"};
    return names[static_cast<std::size_t>(unit)];
}

/// The articles of one year, month, week, which begins on Monday, or day, by the day their
/// publication begins.
struct Bucket {
    std::chrono::sys_days start;
    std::uint64_t count = 0;    ///< That match.
    std::uint64_t archive = 0;  ///< In the whole index.

    bool operator==(const Bucket&) const = default;
};

/// When the matching articles were published.
struct Histogram {
    TimeUnit unit = TimeUnit::month;
    std::vector<Bucket> buckets;  ///< From the first that is not empty to the last, none left out.
    std::uint64_t undated = 0;    ///< Matching articles without a date that is known to the month.

    bool operator==(const Histogram&) const = default;
};

}  // namespace nutgraf::search
