#include "searchd/alerts/alert_record.h"

#include "base/date.h"

namespace nutgraf::alerts {

namespace {

Json cursors_of(const Alert& alert, Outbox& outbox) {
    Json list = Json::array();
    for (const Cursor& cursor : outbox.cursors(alert.id))
        list.push_back(
            {{"index", cursor.index_uuid}, {"start", cursor.start}, {"sequence", cursor.sequence}});
    return list;
}

}  // namespace

Json to_json(const Alert& alert, Outbox& outbox) {
    const MatchCounts counts = outbox.counts(alert.id);
    return {{"id", alert.id.value},
            {"name", alert.name},
            {"query", alert.query.text},
            {"filters", *parse_json(filters_record(alert.query))},
            {"mode", name_of(alert.repeats)},
            {"paused", alert.is_paused},
            {"created", iso_instant(alert.created)},
            {"has_command", !alert.command.empty()},
            {"cursors", cursors_of(alert, outbox)},
            {"matches", {{"total", counts.total}, {"pending", counts.pending}}}};
}

Json to_json(const RunEntry& entry) {
    Json record = {
        {"at", iso_instant(entry.at)}, {"after", entry.from},          {"up_to", entry.to},
        {"matches", entry.matches},    {"delivered", entry.delivered}, {"failed", entry.failed}};
    if (!entry.failure.empty()) record["failure"] = entry.failure;
    return record;
}

Json to_json(const search::ChangedHit& hit) {
    Json record = {{"sequence", hit.sequence}};
    record.update(*parse_json(to_record(hit.hit)));
    return record;
}

Json to_json(const search::ChangedHits& found) {
    Json hits = Json::array();
    for (const search::ChangedHit& hit : found.hits) hits.push_back(to_json(hit));
    return {{"version", 1},
            {"total", {{"value", found.total}, {"relation", "eq"}}},
            {"index", {{"revision", found.state.sequence}}},
            {"hits", std::move(hits)}};
}

}  // namespace nutgraf::alerts
