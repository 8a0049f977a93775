#include "indexer/index/held.h"

#include "base/date.h"
#include "base/error.h"

#include <fmt/format.h>

namespace nutgraf::index {

namespace {

using archive::NoticeKind;

constexpr std::string_view held_metadata_prefix = "held:";

std::int64_t seconds_of(std::chrono::sys_seconds instant) {
    return instant.time_since_epoch().count();
}

std::chrono::sys_seconds instant_from(const Json& seconds) {
    return std::chrono::sys_seconds(std::chrono::seconds(seconds.get<std::int64_t>()));
}

void put_member(Json& record, const char* name, const std::string& text) {
    if (!text.empty()) record[name] = text;
}

HeldArticle held_from_text(const std::string& text) {
    const auto json = parse_json(text);
    if (!json)
        throw Error("A held article in the index is damaged; run \"nutgraf-indexer rebuild\".");
    return held_from(*json);
}

}  // namespace

Json to_json(const HeldArticle& held) {
    Json record = {
        {"id", held.id}, {"kind", archive::name_of(held.kind)}, {"at", seconds_of(held.at)}};
    put_member(record, "reason", held.reason);
    put_member(record, "notice", held.notice);
    put_member(record, "version", held.version);
    put_member(record, "digest", held.digest);
    put_member(record, "hidden", held.hidden);
    if (held.until) record["until"] = seconds_of(*held.until);
    put_member(record, "until_text", held.until_text);
    if (held.article) record["article"] = archive::to_json(*held.article);
    return record;
}

HeldArticle held_from(const Json& record) try {
    HeldArticle held;
    held.id = record.at("id").get<std::string>();
    const auto kind = archive::notice_kind_named(record.at("kind").get<std::string>());
    if (!kind || *kind == NoticeKind::correction) throw Error("It is of no kind there is.");
    held.kind = *kind;
    held.at = instant_from(record.at("at"));
    held.reason = record.value("reason", "");
    held.notice = record.value("notice", "");
    held.version = record.value("version", "");
    held.digest = record.value("digest", "");
    held.hidden = record.value("hidden", "");
    if (record.contains("until")) held.until = instant_from(record.at("until"));
    held.until_text = record.value("until_text", "");
    if (record.contains("article"))
        held.article = archive::article_from_stored(record.at("article"));
    return held;
} catch (const Json::exception& error) {
    throw Error(fmt::format("The record of a held article cannot be read: {}.", error.what()));
}

std::string sentence_of(const HeldArticle& held) {
    if (held.kind == NoticeKind::embargo) return {};
    const auto day = std::chrono::floor<std::chrono::days>(held.at);
    const std::string by = held.notice.empty() ? "a later version of its own"
                                               : fmt::format("the notice \"{}\"", held.notice);
    return fmt::format("The article \"{}\" was {} on {} by {}.", held.id,
                       held.kind == NoticeKind::kill ? "killed" : "withheld",
                       readable_date({day, day}), by);
}

std::string held_metadata(std::string_view key) {
    return std::string(held_metadata_prefix).append(key);
}

std::optional<HeldArticle> held_with(const Xapian::Database& database, std::string_view key) {
    const std::string text = database.get_metadata(held_metadata(key));
    if (text.empty()) return std::nullopt;
    return held_from_text(text);
}

std::vector<HeldArticle> all_held(const Xapian::Database& database) {
    std::vector<HeldArticle> held;
    const std::string prefix(held_metadata_prefix);
    for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
         ++key)
        held.push_back(held_from_text(database.get_metadata(*key)));
    return held;
}

}  // namespace nutgraf::index
