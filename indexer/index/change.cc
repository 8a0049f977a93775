#include "indexer/index/change.h"

#include "base/error.h"
#include "base/json.h"
#include "indexer/archive/clean/clean.h"

#include <fmt/format.h>

namespace nutgraf::index {

std::string to_record(const Change& change) {
    Json record = {{"op", change.article ? "put" : "remove"},
                   {"seen", change.info.seen.time_since_epoch().count()}};
    if (change.article) {
        record["article"] = archive::to_json(*change.article);
        record["cleaned"] = archive::cleaning_version;
    } else {
        record["id"] = change.id;
    }
    return to_text(record);
}

Change change_from_record(std::uint64_t sequence, std::string_view record) try {
    const auto json = parse_json(record);
    if (!json) throw Error(json.error().message);
    const std::chrono::seconds seen(json->at("seen").get<std::int64_t>());
    Change change{{sequence, std::chrono::sys_seconds(seen)}, {}, std::nullopt};
    if (json->at("op") == "put") {
        change.article = archive::article_from_stored(json->at("article"));
        // What older rules have cleaned, or none, is cleaned anew.
        if (json->value("cleaned", 0) < archive::cleaning_version)
            change.article = archive::cleaned(archive::as_given(std::move(*change.article)));
        change.id = change.article->id;
    } else {
        change.id = json->at("id").get<std::string>();
    }
    return change;
} catch (const std::exception& error) {
    throw Error(fmt::format("Record {} of the journal cannot be read: {}", sequence, error.what()));
}

}  // namespace nutgraf::index
