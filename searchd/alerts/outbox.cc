#include "searchd/alerts/outbox.h"

#include "searchd/alerts/forget.h"
#include "searchd/alerts/numbers.h"

#include <fmt/format.h>

namespace nutgraf::alerts {

namespace {

/// What a match is read from, in the order of `match_from`.
constexpr std::string_view columns =
    "matches.row, matches.id, matches.alert, alerts.name, matches.article, matches.sequence, "
    "matches.found, matches.record, matches.delivery, matches.attempts, matches.failure, "
    "matches.index_uuid, matches.version < 0 "
    "FROM matches JOIN alerts ON alerts.id = matches.alert";

Delivery delivery_named(std::string_view name) {
    if (name == "pending") return Delivery::pending;
    return name == "delivered" ? Delivery::delivered : Delivery::none;
}

Match match_from(const Statement& row) {
    return {row.number(0),
            row.text(1),
            {row.number(2)},
            row.text(3),
            row.text(4),
            sequence_from(row.number(5)),
            instant_from(row.number(6)),
            row.text(7),
            delivery_named(row.text(8)),
            row.number(9),
            row.text(10),
            row.text(11),
            row.number(12) == 1};
}

std::vector<Match> matches_from(Statement rows) {
    std::vector<Match> matches;
    while (rows.next()) matches.push_back(match_from(rows));
    return matches;
}

/// What makes versions of an article different matches.
std::int64_t version_of(const Alert& alert, std::uint64_t sequence) {
    return alert.repeats == Repeats::every_version ? number_of(sequence) : 0;
}

}  // namespace

// --- how far alerts have looked

std::optional<Cursor> Outbox::cursor(AlertId alert, const std::string& index_uuid) {
    Statement row =
        database_.query("SELECT start, sequence FROM cursors WHERE alert = ? AND index_uuid = ?",
                        {alert.value, index_uuid});
    if (!row.next()) return std::nullopt;
    return Cursor{index_uuid, sequence_from(row.number(0)), sequence_from(row.number(1))};
}

std::vector<Cursor> Outbox::cursors(AlertId alert) {
    Statement row = database_.query(
        "SELECT index_uuid, start, sequence FROM cursors WHERE alert = ? ORDER BY index_uuid",
        {alert.value});
    std::vector<Cursor> cursors;
    while (row.next())
        cursors.push_back(
            {row.text(0), sequence_from(row.number(1)), sequence_from(row.number(2))});
    return cursors;
}

void Outbox::rewind(AlertId alert, const std::string& index_uuid, std::uint64_t committed) {
    database_.run(
        "UPDATE cursors SET sequence = min(start, ?), start = min(start, ?) "
        "WHERE alert = ? AND index_uuid = ? AND sequence > ?",
        {number_of(committed), number_of(committed), alert.value, index_uuid,
         number_of(committed)});
}

bool Outbox::is_unchanged(const Alert& alert) {
    return database_
        .query("SELECT 1 FROM alerts WHERE id = ? AND revision = ? AND is_paused = 0",
               {alert.id.value, alert.revision})
        .next();
}

bool Outbox::move_cursor(AlertId alert, const Stretch& stretch) {
    return database_.run(
               "INSERT INTO cursors (alert, index_uuid, start, sequence) VALUES (?1, ?2, ?3, ?4) "
               "ON CONFLICT (alert, index_uuid) DO UPDATE SET sequence = ?4 WHERE sequence = ?3",
               {alert.value, stretch.index_uuid, number_of(stretch.from), number_of(stretch.to)}) ==
           1;
}

// --- what they have found

std::optional<std::size_t> Outbox::record(const Alert& alert, const Stretch& stretch,
                                          const std::vector<search::ChangedHit>& hits,
                                          std::chrono::sys_seconds now) {
    const Delivery delivery = alert.command.empty() ? Delivery::none : Delivery::pending;
    Transaction transaction(database_);
    if (!is_unchanged(alert)) return std::nullopt;
    std::int64_t fresh = 0;
    for (const auto& [sequence, hit] : hits)
        fresh += database_.run(
            "INSERT INTO matches (id, alert, index_uuid, article, version, sequence, found, "
            "record, delivery) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            {match_id(alert, stretch.index_uuid, hit.id, sequence), alert.id.value,
             stretch.index_uuid, hit.id, version_of(alert, sequence), number_of(sequence),
             number_of(now), to_record(hit), std::string(name_of(delivery))});
    if (!move_cursor(alert.id, stretch)) return std::nullopt;
    transaction.commit();
    return static_cast<std::size_t>(fresh);
}

bool Outbox::is_new(const Alert& alert, const std::string& index_uuid,
                    const search::ChangedHit& hit) {
    return !database_
                .query(
                    "SELECT 1 FROM matches WHERE alert = ? AND index_uuid = ? AND article = ? "
                    "AND version = ?",
                    {alert.id.value, index_uuid, hit.hit.id, version_of(alert, hit.sequence)})
                .next();
}

std::optional<Match> Outbox::match(std::int64_t row) {
    auto matches = matches_from(
        database_.query(fmt::format("SELECT {} WHERE matches.row = ?", columns), {row}));
    if (matches.empty()) return std::nullopt;
    return std::move(matches.front());
}

std::vector<Match> Outbox::newest(AlertId alert, const Window& window) {
    return matches_from(database_.query(
        fmt::format("SELECT {} WHERE matches.alert = ?1 AND matches.record != '' "
                    "AND matches.found >= ?2 AND (?3 = 0 OR matches.row < ?3) "
                    "ORDER BY matches.row DESC LIMIT ?4",
                    columns),
        {alert.value, number_of(window.since), window.before_row, number_of(window.limit)}));
}

MatchCounts Outbox::counts(AlertId alert) {
    Statement row = database_.query(
        "SELECT count(*), count(*) FILTER (WHERE delivery = 'pending') FROM matches "
        "WHERE alert = ?",
        {alert.value});
    row.next();
    return {row.number(0), row.number(1)};
}

// --- what is still to be told

std::vector<Match> Outbox::unprinted(std::optional<AlertId> alert, std::size_t limit) {
    return matches_from(database_.query(
        fmt::format("SELECT {} WHERE matches.is_printed = 0 AND (?1 = 0 OR matches.alert = ?1) "
                    "ORDER BY matches.alert, matches.row LIMIT ?2",
                    columns),
        {alert ? alert->value : 0, number_of(limit)}));
}

void Outbox::mark_printed(const std::vector<Match>& matches) {
    Transaction transaction(database_);
    for (const Match& match : matches)
        database_.run("UPDATE matches SET is_printed = 1 WHERE row = ?", {match.row});
    transaction.commit();
}

std::vector<std::int64_t> Outbox::pending(AlertId alert) {
    Statement row = database_.query(
        "SELECT row FROM matches WHERE alert = ? AND delivery = 'pending' ORDER BY attempts, row",
        {alert.value});
    std::vector<std::int64_t> rows;
    while (row.next()) rows.push_back(row.number(0));
    return rows;
}

void Outbox::mark_delivered(std::int64_t row, std::chrono::sys_seconds now) {
    database_.run(
        "UPDATE matches SET delivery = 'delivered', attempts = attempts + 1, tried = ?, "
        "failure = '' WHERE row = ?",
        {number_of(now), row});
}

void Outbox::mark_failed(std::int64_t row, std::chrono::sys_seconds now,
                         const std::string& failure) {
    database_.run(
        "UPDATE matches SET attempts = attempts + 1, tried = ?, failure = ? WHERE row = ?",
        {number_of(now), failure, row});
}

// --- articles that are removed

std::vector<std::string> Outbox::articles_told_of(const std::string& index_uuid,
                                                  std::chrono::sys_seconds since,
                                                  const std::string& after, std::size_t limit) {
    Statement row = database_.query(
        "SELECT DISTINCT article FROM matches WHERE index_uuid = ? AND article > ? "
        "AND version >= 0 AND record != '' AND (found >= ? OR delivery = 'pending' OR is_printed = "
        "0) "
        "ORDER BY article LIMIT ?",
        {index_uuid, after, number_of(since), number_of(limit)});
    std::vector<std::string> articles;
    while (row.next()) articles.push_back(row.text(0));
    return articles;
}

void Outbox::note_hidden(const std::string& index_uuid, const index::HeldArticle& held) {
    const std::string sentence = index::sentence_of(held);
    if (sentence.empty()) return;
    const auto at = number_of(held.at);
    Transaction transaction(database_);
    std::vector<std::pair<Alert, bool>> told;  // Whether the command was told.
    std::uint64_t sequence = 0;
    Statement row = database_.query(
        "SELECT matches.alert, alerts.uuid, max(matches.delivery = 'delivered'), "
        "max(matches.sequence) FROM matches JOIN alerts ON alerts.id = matches.alert "
        "WHERE index_uuid = ? AND article = ? AND version >= 0 AND record != '' "
        "AND delivery != 'pending' GROUP BY matches.alert",
        {index_uuid, held.id});
    while (row.next()) {
        Alert alert;
        alert.id = {row.number(0)};
        alert.uuid = row.text(1);
        told.emplace_back(std::move(alert), row.number(2) == 1);
        sequence = sequence_from(row.number(3));
    }
    for (const auto& [alert, is_command_told] : told)
        database_.run(
            "INSERT INTO matches (id, alert, index_uuid, article, version, sequence, found, "
            "record, delivery) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            {match_id(alert, index_uuid, fmt::format("{}\n{}", held.id, at), sequence),
             alert.id.value, index_uuid, held.id, -at, number_of(sequence), at, note_record(held),
             std::string(is_command_told ? "pending" : "none")});
    forget_article(database_, index_uuid, held.id);
    transaction.commit();
}

void Outbox::drop(const std::string& index_uuid, const std::vector<std::string>& articles) {
    forget_matches(database_, index_uuid, articles);
}

}  // namespace nutgraf::alerts
