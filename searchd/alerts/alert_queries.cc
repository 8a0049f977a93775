#include "searchd/alerts/alert_queries.h"

#include "base/closest.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>

namespace nutgraf::alerts {

namespace {

query::SavedReading unknown(const std::string& name, const std::vector<Alert>& alerts) {
    std::vector<std::string_view> names;
    names.reserve(alerts.size());
    for (const Alert& alert : alerts) names.push_back(alert.name);
    return {{},
            fmt::format("There is no alert \"{}\".", visible(name)),
            std::string(closest(name, names).value_or(std::string_view()))};
}

}  // namespace

AlertQueries::AlertQueries(std::filesystem::path alerts, const entities::Gazetteer* gazetteer,
                           std::chrono::sys_days today)
    : alerts_(std::move(alerts)), gazetteer_(gazetteer), today_(today) {}

query::SavedReading AlertQueries::reading(const std::string& name) {
    Store* const store = this->store();
    if (store == nullptr) return unknown(name, {});
    const auto alert = store->alert_named(name);
    if (!alert) return unknown(name, store->alerts());
    auto parsed = checked(alert->query, today_, gazetteer_);
    if (parsed) return {std::move(parsed->query)};
    return {{},
            fmt::format("The query of the alert \"{}\" cannot be read any more: {}",
                        visible(alert->name), sentence_of(parsed.error()))};
}

Store* AlertQueries::store() {
    if (!store_ && std::filesystem::exists(alerts_)) store_.emplace(alerts_);
    return store_ ? &*store_ : nullptr;
}

}  // namespace nutgraf::alerts
