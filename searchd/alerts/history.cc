#include "searchd/alerts/history.h"

#include "searchd/alerts/numbers.h"

namespace nutgraf::alerts {

void History::add(AlertId alert, const RunEntry& entry) {
    Transaction transaction(database_);
    database_.run(
        "INSERT INTO runs (alert, at, first, last, matches, delivered, failed, failure) "
        "SELECT id, ?, ?, ?, ?, ?, ?, ? FROM alerts WHERE id = ?",
        {number_of(entry.at), number_of(entry.from), number_of(entry.to), entry.matches,
         entry.delivered, entry.failed, entry.failure, alert.value});
    database_.run(
        "DELETE FROM runs WHERE alert = ?1 AND row <= (SELECT row FROM runs WHERE alert = ?1 "
        "ORDER BY row DESC LIMIT 1 OFFSET ?2)",
        {alert.value, kept_runs});
    transaction.commit();
}

std::vector<RunEntry> History::entries(AlertId alert, std::size_t limit) {
    Statement row = database_.query(
        "SELECT at, first, last, matches, delivered, failed, failure FROM runs WHERE alert = ? "
        "ORDER BY row DESC LIMIT ?",
        {alert.value, number_of(limit)});
    std::vector<RunEntry> entries;
    while (row.next())
        entries.push_back({instant_from(row.number(0)), sequence_from(row.number(1)),
                           sequence_from(row.number(2)), row.number(3), row.number(4),
                           row.number(5), row.text(6)});
    return entries;
}

}  // namespace nutgraf::alerts
