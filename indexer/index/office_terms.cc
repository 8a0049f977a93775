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

/// Whether the text gives a person the office, as one of its day.
bool names_holder(const Mention& mention) {
    return mention.kind == entities::MentionKind::official && !mention.is_nominal &&
           !mention.is_past && !mention.office.empty();
}

}  // namespace

std::optional<DaySpan> common_terms(const std::vector<Mention>& mentions,
                                    const Gazetteer& gazetteer) {
    constexpr days longest(3 * 366);
    constexpr sys_days earliest{std::chrono::year(1990) / 1 / 1};
    std::vector<Period> common = {{sys_days::min(), sys_days::max()}};
    std::set<std::string_view> persons;
    for (const Mention& mention : mentions) {
        if (!names_holder(mention)) continue;
        const std::vector<Period> terms = terms_of(mention, gazetteer);
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
