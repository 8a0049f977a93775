#pragma once

#include "searchd/search/counts.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::search {

/// Values that no article found may have, by the field of their facet.
struct Exclusions {
    std::array<std::vector<std::string>, facet_fields.size()> by_field;

    bool operator==(const Exclusions&) const = default;
};

/// "not_source", "not_org", ...: as requests name what they exclude.
constexpr std::string_view exclusion_name_of(FacetField field) {
    constexpr std::array<std::string_view, facet_fields.size()> names = {
        "not_source", "not_section", "not_org", "not_official", "not_role", "not_lang", "not_year"};
    return names[static_cast<std::size_t>(field)];
}

// Searches, forms and saved queries hold the same filters; these look at any of them.

/// The filters by one field, one of which must hold.
template <class Filtered>
auto& wanted_values(Filtered& filtered, FacetField field) {
    switch (field) {
        case FacetField::source:
            return filtered.sources;
        case FacetField::section:
            return filtered.sections;
        case FacetField::org:
            return filtered.orgs;
        case FacetField::official:
            return filtered.officials;
        case FacetField::role:
            return filtered.roles;
        case FacetField::lang:
            return filtered.langs;
        case FacetField::year:
            break;
    }
    return filtered.years;
}

/// The values of one field, none of which may hold.
template <class Filtered>
auto& excluded_values(Filtered& filtered, FacetField field) {
    return filtered.excluded.by_field[static_cast<std::size_t>(field)];
}

/// Whether there is any filter by that field.
template <class Filtered>
bool is_filtered_by(const Filtered& filtered, FacetField field) {
    return !wanted_values(filtered, field).empty() || !excluded_values(filtered, field).empty();
}

/// How many filters there are, each end of a period one.
template <class Filtered>
std::size_t filter_count(const Filtered& filtered) {
    std::size_t count = (filtered.from.empty() ? 0 : 1) + (filtered.to.empty() ? 0 : 1);
    for (const FacetField field : facet_fields)
        count += wanted_values(filtered, field).size() + excluded_values(filtered, field).size();
    return count;
}

/// Calls `take` with the name of a parameter and its value for each filter but the period's, in the
/// order of `facet_fields`.
template <class Filtered, class Take>
void for_each_filter(const Filtered& filtered, const Take& take) {
    for (const FacetField field : facet_fields) {
        for (const std::string& value : wanted_values(filtered, field)) take(name_of(field), value);
        for (const std::string& value : excluded_values(filtered, field))
            take(exclusion_name_of(field), value);
    }
}

/// Gives one the filters of another, the period's among them.
template <class To, class From>
void copy_filters(To& to, const From& from) {
    for (const FacetField field : facet_fields)
        wanted_values(to, field) = wanted_values(from, field);
    to.excluded = from.excluded;
    to.from = from.from;
    to.to = from.to;
}

}  // namespace nutgraf::search
