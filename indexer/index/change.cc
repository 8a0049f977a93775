#include "indexer/index/change.h"

#include "base/error.h"
#include "base/json.h"
#include "indexer/archive/clean/clean.h"

#include <fmt/format.h>

namespace nutgraf::index {

namespace {

constexpr std::string_view put_operation = "put";
constexpr std::string_view remove_operation = "remove";
constexpr std::string_view hold_operation = "hold";

/// Reads a record, of which any part may be missing or wrong.
template <class Read>
auto reading(std::uint64_t sequence, std::string_view record, const Read& read) try {
    const auto json = parse_json(record);
    if (!json) throw Error(json.error().message);
    return read(*json);
} catch (const std::exception& error) {
    throw Error(fmt::format("Record {} of the journal cannot be read: {}", sequence, error.what()));
}

/// Nothing of a removed article is kept but its key: its id may be an address that says much.
Json removal(const std::string& key, std::int64_t seen) {
    return {{"op", remove_operation}, {"seen", seen}, {"key", key}};
}

void take_removed(Change& change, const Json& record) {
    change.id = record.value("id", std::string());
    change.key = change.id.empty() ? record.at("key").get<std::string>() : std::string();
}

}  // namespace

std::string key_of(const Change& change) {
    return change.key.empty() ? archive::key_of(change.id) : change.key;
}

std::string to_record(const Change& change) {
    const auto seen = change.info.seen.time_since_epoch().count();
    if (change.held)
        return to_text({{"op", hold_operation},
                        {"seen", seen},
                        {"id", change.id},
                        {"held", to_json(*change.held)}});
    if (!change.article) return to_text(removal(key_of(change), seen));
    Json record = {{"op", put_operation},
                   {"seen", seen},
                   {"article", archive::to_json(*change.article)},
                   {"cleaned", archive::cleaning_version}};
    if (change.info.is_silent) record["silent"] = true;
    return to_text(record);
}

Change change_from_record(std::uint64_t sequence, std::string_view record) {
    return reading(sequence, record, [&](const Json& json) {
        const std::chrono::seconds seen(json.at("seen").get<std::int64_t>());
        Change change{{sequence, std::chrono::sys_seconds(seen)}, {}, std::nullopt};
        change.info.is_silent = json.value("silent", false);
        if (json.at("op") == hold_operation) {
            change.held = held_from(json.at("held"));
            change.id = change.held->id;
            return change;
        }
        if (json.at("op") != put_operation) {
            take_removed(change, json);
            return change;
        }
        change.article = archive::article_from_stored(json.at("article"));
        // What older rules have cleaned, or none, is cleaned anew.
        if (json.value("cleaned", 0) < archive::cleaning_version)
            change.article = archive::cleaned(archive::as_given(std::move(*change.article)));
        change.id = change.article->id;
        return change;
    });
}

std::string id_in_record(std::uint64_t sequence, std::string_view record) {
    return reading(sequence, record, [](const Json& json) {
        const auto article = json.find("article");
        return (article == json.end() ? json : *article).value("id", std::string());
    });
}

bool has_article(std::uint64_t sequence, std::string_view record) {
    return reading(sequence, record,
                   [](const Json& json) { return json.at("op") != remove_operation; });
}

std::string blanked_record(std::uint64_t sequence, std::string_view record) {
    const std::string key = archive::key_of(id_in_record(sequence, record));
    return reading(sequence, record, [&](const Json& json) {
        return to_text(removal(key, json.at("seen").get<std::int64_t>()));
    });
}

}  // namespace nutgraf::index
