#include "indexer/gazetteer/record.h"

#include "analyzers/entities/compared_name.h"
#include "base/date.h"

#include <algorithm>

namespace nutgraf::gazetteer {

std::string period_text(const entities::Period& period) {
    const bool has_from = period.from != std::chrono::sys_days::min();
    const bool has_to = period.to != std::chrono::sys_days::max();
    if (!has_from && !has_to) return {};
    return (has_from ? iso_date(period.from) : "") + ".." + (has_to ? iso_date(period.to) : "");
}

std::optional<entities::Period> imported_period(std::string_view from, std::string_view to) {
    entities::Period period;
    if (const auto first = parse_day_span(from)) period.from = first->first;
    if (const auto last = parse_day_span(to)) {
        const bool is_day = last->first == last->last;
        period.to = is_day ? last->first : last->last + std::chrono::days(1);
    }
    if (period.from < period.to) return period;
    return std::nullopt;
}

void join_terms(std::vector<ImportedRole>& roles) {
    constexpr auto longest_gap = std::chrono::days(31);
    std::ranges::stable_sort(roles, {}, [](const ImportedRole& role) { return role.period.from; });
    std::vector<ImportedRole> joined;
    for (ImportedRole& role : roles) {
        const auto before = std::ranges::find_if(joined, [&](const ImportedRole& other) {
            // Of what has no end nothing can be said but that it is the same.
            const bool has_end = other.period.to != std::chrono::sys_days::max();
            return other.role == role.role && other.place == role.place &&
                   (!has_end || other.period.to + longest_gap >= role.period.from);
        });
        if (before == joined.end()) {
            joined.push_back(std::move(role));
        } else {
            before->period.to = std::max(before->period.to, role.period.to);
        }
    }
    roles = std::move(joined);
}

std::string id_of_name(std::string_view name) {
    std::string id;
    bool is_latin = true;
    for (const char c : entities::compared_name(name)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            id += c;
        } else if (c == ' ') {
            if (!id.empty() && !id.ends_with('-')) id += '-';
        } else if (c != '\'' && c != '.' && c != '&' && c != '_') {
            is_latin = false;
        }
    }
    while (id.ends_with('-')) id.pop_back();
    const bool has_letter = std::ranges::any_of(id, [](char c) { return c >= 'a' && c <= 'z'; });
    return is_latin && has_letter ? id : std::string();
}

}  // namespace nutgraf::gazetteer
