#include "indexer/index/office_terms.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace nutgraf::index {

namespace {

using entities::Gazetteer;
using entities::Mention;
using entities::Period;
using std::chrono::days;
using std::chrono::sys_days;

/// The periods in which a mention's person held its office.
std::vector<Period> terms_of(const Mention& mention, const Gazetteer& gazetteer) {
    std::vector<Period> terms;
    const auto office = gazetteer.number_of(entities::Table::office, mention.office);
    const auto person = gazetteer.number_of(entities::Table::entity, mention.id);
    if (!office || !person) return terms;
    for (const entities::Holder& holder : gazetteer.office(*office).holders)
        if (holder.person == *person) terms.push_back(holder.period);
    return terms;
}

std::vector<Period> in_both(const std::vector<Period>& a, const std::vector<Period>& b) {
    std::vector<Period> both;
    for (const Period& one : a)
        for (const Period& other : b) {
            const Period common{std::max(one.from, other.from), std::min(one.to, other.to)};
            if (common.from < common.to) both.push_back(common);
        }
    return both;
}

/// The time since a mention's person has left its office for the first time.
std::vector<Period> since_leaving(const Mention& mention, const Gazetteer& gazetteer) {
    std::vector<Period> terms = terms_of(mention, gazetteer);
    if (terms.empty()) return terms;
    const Period first = *std::ranges::min_element(terms, {}, &Period::to);
    if (first.to == sys_days::max()) return {};
    return {{first.to, sys_days::max()}};
}

/// Whether a mention is of an office of somebody, "the prime minister", whom the text names.
bool is_of_one_named(const Mention& mention, const std::set<std::string_view>& named) {
    return !mention.is_nominal || named.contains(mention.id);
}

/// Those whom a text names, and does not only call by what they are.
std::set<std::string_view> named_in(const std::vector<Mention>& mentions) {
    std::set<std::string_view> named;
    for (const Mention& mention : mentions)
        if (!mention.is_nominal) named.insert(mention.id);
    return named;
}

}  // namespace

std::optional<DaySpan> common_terms(const std::vector<Mention>& mentions,
                                    const Gazetteer& gazetteer) {
    constexpr days longest(3 * 366);
    constexpr sys_days earliest{std::chrono::year(1990) / 1 / 1};
    std::vector<Period> common = {{sys_days::min(), sys_days::max()}};
    const std::set<std::string_view> named = named_in(mentions);
    std::set<std::string_view> persons;
    for (const Mention& mention : mentions) {
        const bool is_official = mention.kind == entities::MentionKind::official;
        if (!is_official || mention.office.empty() || !is_of_one_named(mention, named)) continue;
        const std::vector<Period> terms =
            mention.is_past ? since_leaving(mention, gazetteer) : terms_of(mention, gazetteer);
        if (terms.empty()) continue;
        common = in_both(common, terms);
        persons.insert(mention.id);
    }
    if (persons.size() < 2 || common.size() != 1) return std::nullopt;
    const Period& period = common.front();
    const bool is_bounded = period.from >= earliest && period.to != sys_days::max();
    if (!is_bounded || period.to - period.from > longest) return std::nullopt;
    return DaySpan{period.from, period.to - days(1)};
}

}  // namespace nutgraf::index
