#include "searchd/alerts/store.h"

#include "base/utf8.h"
#include "indexer/index/uuid.h"
#include "searchd/alerts/numbers.h"
#include "searchd/alerts/store_format.h"
#include "searchd/alerts/token.h"

#include <fmt/format.h>

namespace nutgraf::alerts {

namespace {

/// What an alert is read from, in the order of `alert_from`.
constexpr std::string_view alert_columns =
    "id, uuid, name, query, filters, repeats, created, is_paused, command, revision FROM alerts";

Alert alert_from(const Statement& row) {
    return {{row.number(0)},
            row.text(1),
            row.text(2),
            saved_query_from(row.text(3), row.text(4)),
            row.text(5) == name_of(Repeats::once) ? Repeats::once : Repeats::every_version,
            instant_from(row.number(6)),
            row.number(7) != 0,
            row.text(8),
            row.number(9)};
}

std::vector<Alert> alerts_from(Statement rows) {
    std::vector<Alert> alerts;
    while (rows.next()) alerts.push_back(alert_from(rows));
    return alerts;
}

std::optional<Alert> first_of(std::vector<Alert> alerts) {
    if (alerts.empty()) return std::nullopt;
    return std::move(alerts.front());
}

bool has_control(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        if (is_control(c.value)) return true;
        at += c.size;
    }
    return false;
}

std::optional<AlertRefusal> objection_to_name(const std::string& name) {
    const auto refused = [](const std::string& message) { return AlertRefusal{"name", message}; };
    if (name.empty() || name.front() == ' ' || name.back() == ' ')
        return refused("The name of an alert is not empty and has no spaces around it.");
    if (name.size() > Store::max_name_bytes)
        return refused(
            fmt::format("The name of an alert has {} bytes at most.", Store::max_name_bytes));
    if (!is_valid_utf8(name) || has_control(name))
        return refused("The name of an alert is one line of text.");
    return std::nullopt;
}

AlertRefusal taken(const std::string& name) {
    return {"name", fmt::format("There is an alert \"{}\" already.", name), true};
}

}  // namespace

Store::Store(const std::filesystem::path& path)
    : database_(path), outbox_(database_), history_(database_) {
    prepare_store(database_);
}

Expected<Alert, AlertRefusal> Store::add(const NewAlert& wanted) {
    if (auto objection = objection_to_name(wanted.name)) return Unexpected{std::move(*objection)};
    Transaction transaction(database_);
    Statement count = database_.query("SELECT count(*) FROM alerts");
    if (count.next() && count.number(0) >= max_alerts)
        return Unexpected{AlertRefusal{"", fmt::format("There are {} alerts, which is as many as "
                                                       "there may be.",
                                                       max_alerts)}};
    const std::int64_t added = database_.run(
        "INSERT INTO alerts (uuid, name, query, filters, repeats, created, command, token) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING",
        {index::new_uuid(), wanted.name, wanted.query.text, filters_record(wanted.query),
         std::string(name_of(wanted.repeats)), number_of(wanted.created), wanted.command,
         kept_of_token(wanted.token)});
    if (added == 0) return Unexpected{taken(wanted.name)};
    const AlertId id{database_.last_row()};
    if (wanted.start)
        database_.run(
            "INSERT INTO cursors (alert, index_uuid, start, sequence) VALUES (?1, ?2, ?3, ?3)",
            {id.value, wanted.start->index_uuid, number_of(wanted.start->sequence)});
    const std::optional<Alert> made = alert(id);
    transaction.commit();
    return *made;
}

Expected<std::optional<Alert>, AlertRefusal> Store::change(AlertId id, const AlertChange& change) {
    if (change.name)
        if (auto objection = objection_to_name(*change.name))
            return Unexpected{std::move(*objection)};
    Transaction transaction(database_);
    const auto set = [&](std::string_view column, const Value& value) {
        database_.run(fmt::format("UPDATE alerts SET {} = ? WHERE id = ?", column),
                      {value, id.value});
    };
    if (change.name) {
        const auto holder = alert_named(*change.name);
        if (holder && holder->id != id) return Unexpected{taken(*change.name)};
        set("name", *change.name);
    }
    if (change.query) {
        set("query", change.query->text);
        set("filters", filters_record(*change.query));
    }
    if (change.is_paused) set("is_paused", std::int64_t{*change.is_paused ? 1 : 0});
    if (change.command) set("command", *change.command);
    // What waits for a command that there is no more waits for nothing.
    if (change.command && change.command->empty())
        database_.run(
            "UPDATE matches SET delivery = 'none' WHERE alert = ? AND delivery = 'pending'",
            {id.value});
    if (change.token) set("token", kept_of_token(*change.token));
    database_.run("UPDATE alerts SET revision = revision + 1 WHERE id = ?", {id.value});
    std::optional<Alert> changed = alert(id);
    transaction.commit();
    return changed;
}

bool Store::remove(AlertId id) {
    return database_.run("DELETE FROM alerts WHERE id = ?", {id.value}) == 1;
}

std::vector<Alert> Store::alerts() {
    return alerts_from(database_.query(fmt::format("SELECT {} ORDER BY name", alert_columns)));
}

std::optional<Alert> Store::alert(AlertId id) {
    return first_of(alerts_from(
        database_.query(fmt::format("SELECT {} WHERE id = ?", alert_columns), {id.value})));
}

std::optional<Alert> Store::alert_named(const std::string& name) {
    return first_of(alerts_from(
        database_.query(fmt::format("SELECT {} WHERE name = ?", alert_columns), {name})));
}

bool Store::is_token(AlertId id, std::string_view token) {
    // The digests are compared, of which an attacker can choose no beginning: the time that takes
    // tells nothing.
    return database_
        .query("SELECT 1 FROM alerts WHERE id = ? AND token = ?", {id.value, kept_of_token(token)})
        .next();
}

}  // namespace nutgraf::alerts
