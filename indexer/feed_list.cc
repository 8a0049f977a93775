#include "indexer/feed_list.h"

#include "base/error.h"
#include "indexer/index/backup_record.h"

#include <fmt/format.h>
#include <sys/file.h>

#include <algorithm>
#include <utility>

namespace nutgraf::indexer {

namespace fs = std::filesystem;

namespace {

fs::path feeds_path(const fs::path& index) {
    return index / index::feed_list_file;
}

void set_text(Json& record, const char* name, const std::string& text) {
    if (!text.empty()) record[name] = text;
}

auto with_address(const std::string& url) {
    return [&url](const Feed& feed) { return feed.url == url; };
}

void write_feeds(const fs::path& index, const std::vector<Feed>& feeds) {
    Json list = Json::array();
    for (const Feed& feed : feeds) list.push_back(to_json(feed));
    replace_file(feeds_path(index), Json{{"version", 1}, {"feeds", list}}.dump(2) + "\n");
}

}  // namespace

Json to_json(const Feed& feed) {
    Json record = {{"url", feed.url}};
    set_text(record, "source", feed.source);
    set_text(record, "etag", feed.validators.etag);
    set_text(record, "last_modified", feed.validators.modified);
    set_text(record, "polled", feed.polled);
    set_text(record, "changed", feed.changed);
    set_text(record, "failure", feed.failure);
    if (feed.failures > 0) record["failures"] = feed.failures;
    return record;
}

Feed feed_from(const Json& record) {
    Feed feed;
    feed.url = record.at("url").get<std::string>();
    feed.source = record.value("source", std::string());
    feed.validators.etag = record.value("etag", std::string());
    feed.validators.modified = record.value("last_modified", std::string());
    feed.polled = record.value("polled", std::string());
    feed.changed = record.value("changed", std::string());
    feed.failure = record.value("failure", std::string());
    feed.failures = record.value("failures", std::uint64_t{0});
    return feed;
}

std::string fault_of_address(const std::string& url) {
    const bool has_scheme = url.starts_with("http://") || url.starts_with("https://");
    if (!has_scheme)
        return fmt::format("\"{}\" is no address of a feed; it begins with http:// or https://.",
                           url);
    const auto is_odd = [](char c) { return (c >= 0 && c <= ' ') || c == 0x7F; };
    if (std::ranges::any_of(url, is_odd) || url.ends_with("://"))
        return fmt::format("\"{}\" is no address of a feed.", url);
    return {};
}

FeedList::FeedList(fs::path index) : index_(std::move(index)) {}

std::vector<Feed> FeedList::feeds() const {
    const fs::path path = feeds_path(index_);
    if (!fs::exists(path)) return {};
    const auto refuse = [&](const std::string& why) {
        throw Error(
            fmt::format("\"{}\" is damaged: {} Remove it and add the feeds again; nothing "
                        "else is lost.",
                        path.string(), why));
    };
    std::vector<Feed> feeds;
    const auto json = parse_json(read_file(path));
    if (!json) refuse(json.error().message);
    try {
        for (const Json& record : json->at("feeds")) feeds.push_back(feed_from(record));
    } catch (const Json::exception&) {
        refuse("A member is missing or of the wrong type.");
    }
    return feeds;
}

bool FeedList::add(const Feed& feed) {
    return change([&](std::vector<Feed>& feeds) {
        if (std::ranges::any_of(feeds, with_address(feed.url))) return false;
        feeds.push_back(feed);
        return true;
    });
}

bool FeedList::remove(const std::string& url) {
    return change(
        [&](std::vector<Feed>& feeds) { return std::erase_if(feeds, with_address(url)) > 0; });
}

void FeedList::put(const std::string& url, const Feed& feed) {
    change([&](std::vector<Feed>& feeds) {
        const auto place = std::ranges::find_if(feeds, with_address(url));
        if (place == feeds.end()) return false;
        const bool is_there_too =
            feed.url != url && std::ranges::any_of(feeds, with_address(feed.url));
        // Two addresses of one feed have become the same.
        if (is_there_too) {
            feeds.erase(place);
        } else {
            *place = feed;
        }
        return true;
    });
}

/// Reads, changes and writes the list while no other process does.
bool FeedList::change(const std::function<bool(std::vector<Feed>&)>& how) {
    std::error_code error;
    fs::create_directories(index_, error);
    if (error)
        throw Error(fmt::format("The index folder \"{}\" could not be made: {}.", index_.string(),
                                error.message()));
    const fs::path lock_path = index_ / "feeds.lock";
    const File lock = File::open_to_write(lock_path);  // Let go of when it is closed.
    if (::flock(lock.descriptor(), LOCK_EX) == -1) throw Error(system_failure("locked", lock_path));
    std::vector<Feed> all = feeds();
    if (!how(all)) return false;
    write_feeds(index_, all);
    return true;
}

}  // namespace nutgraf::indexer
