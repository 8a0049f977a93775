#include "base/date.h"
#include "base/error.h"
#include "base/exit_status.h"
#include "base/interrupt.h"
#include "base/utf8.h"
#include "indexer/feed_command.h"
#include "indexer/feed_list.h"
#include "indexer/fetch.h"
#include "indexer/request.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <optional>

namespace nutgraf::indexer {

namespace {

/// The format that a server's answer is read as; refused where it is none of a feed: a page that
/// asks for a password, say.
Expected<archive::Format, archive::RecordError> feed_format(std::string_view bytes) {
    using archive::Format;
    auto found = archive::format_by_looking(archive::beginning_of({}, bytes));
    if (!found) return found;
    // A feed in JSON is one record, on however many lines.
    if (*found == Format::json_lines) return Format::json_file;
    constexpr std::array feeds = {Format::feed, Format::json_file, Format::newsml, Format::nitf};
    if (std::ranges::find(feeds, *found) != feeds.end()) return found;
    return Unexpected{archive::RecordError{
        fmt::format("What the server sends is no feed, but {}.", archive::row_of(*found).what)}};
}

/// Polls feeds one after the other into one index.
class FeedPoll {
public:
    FeedPoll(const AddRequest& request, const FeedRequest& asked)
        : request_(request),
          list_(request.index),
          fetcher_(asked.agent),
          gazetteer_(gazetteer_of(request)) {
        limits_.time = std::chrono::round<std::chrono::milliseconds>(
            std::chrono::duration<double>(asked.seconds));
        if (!request.refusals.empty())
            refusals_.emplace(request.refusals, EarlierRefusals::are_replaced);
    }

    int status() const {
        if (was_interrupted()) return exit_interrupted;
        if (has_failed_) return exit_error;
        return has_refused_ && !request_.allow_rejects ? exit_error : exit_found;
    }

    void poll(const Feed& known) {
        auto fetched = fetcher_.fetch(known.url, known.validators, limits_);
        if (was_interrupted()) return;
        Feed feed = known;
        feed.polled = iso_instant(now());
        if (!fetched) {
            fail(known.url, feed, fetched.error().message);
            return;
        }
        feed.failure.clear();
        feed.failures = 0;
        if (fetched->url != known.url) {
            feed.url = fetched->url;
            fmt::print(stderr, "{}: has moved to {}\n", visible(known.url), visible(feed.url));
        }
        if (fetched->is_changed) {
            take(known.url, feed, *fetched);
        } else {
            fmt::print(stderr, "{}: nothing new\n", visible(known.url));
            list_.put(known.url, feed);
        }
    }

private:
    void fail(const std::string& url, Feed& feed, const std::string& reason) {
        has_failed_ = true;
        fmt::print(stderr, "{}: {}\n", visible(url), visible(reason));
        feed.failure = reason;
        ++feed.failures;
        list_.put(url, feed);
    }

    /// Adds the articles of an answer; what is known of the feed is stored behind them.
    void take(const std::string& url, Feed& feed, const Fetched& fetched) {
        constexpr std::size_t looked_at = std::size_t{16} * 1024;
        const auto format = feed_format(fetched.content.read_at(0, looked_at));
        if (!format) {
            feed.url = url;
            fail(url, feed, format.error().message);
            return;
        }
        const auto totals = ingested(feed, fetched.content, *format);
        if (totals.is_interrupted) return;
        fmt::print(stderr, "{}: {} added, {} replaced, {} unchanged, {} refused\n", visible(url),
                   totals.added, totals.replaced, totals.unchanged, totals.refused);
        has_refused_ = has_refused_ || totals.refused > 0;
        // What was refused is asked for again: it may be mended then, and the rest costs nothing.
        const bool is_whole = totals.refused == 0 || request_.allow_rejects;
        feed.validators = is_whole ? fetched.validators : Validators{};
        if (totals.added + totals.replaced > 0) feed.changed = feed.polled;
        list_.put(url, feed);
    }

    IngestTotals ingested(const Feed& feed, const File& content, archive::Format format) {
        index::IndexWriter writer(request_.index, writer_options(gazetteer_));
        const Sink sink = [&](const archive::Article& article) {
            return writer.add(article, now());
        };
        IngestOptions options = options_of(request_);
        options.format = format;
        options.source = feed.source;
        // Relative addresses are seen from the feed's, which is told of in the file's place.
        const archive::ArchiveFile file{fmt::format("/proc/self/fd/{}", content.descriptor()),
                                        feed.url};
        auto totals = ingest({file}, options, sink, observer_of(feed.url));
        writer.commit();
        totals.acknowledged = writer.acknowledged();
        return totals;
    }

    IngestObserver observer_of(const std::string& url) {
        IngestObserver observer;
        observer.refused = [this, &url](const Place& place, std::string_view reason) {
            tell_refusal({url, place.line}, reason);
            if (refusals_) refusals_->add({url, place.line}, reason);
        };
        observer.warned = [&url](const Place& place, std::string_view what) {
            tell_warning({url, place.line}, what);
        };
        observer.should_stop = was_interrupted;
        return observer;
    }

    const AddRequest& request_;
    FeedList list_;
    Fetcher fetcher_;
    entities::Gazetteer gazetteer_;
    FetchLimits limits_;
    std::optional<RefusalList> refusals_;
    bool has_failed_ = false;
    bool has_refused_ = false;
};

/// The feeds to poll. Throws Error for an address that is not in the list.
std::vector<Feed> feeds_to_poll(const AddRequest& request, const FeedRequest& asked) {
    auto all = FeedList(request.index).feeds();
    if (asked.urls.empty()) return all;
    std::vector<Feed> chosen;
    for (const std::string& url : asked.urls) {
        const auto found = std::ranges::find(all, url, &Feed::url);
        if (found == all.end())
            throw Error(
                fmt::format("There is no feed \"{}\" in the list; \"nutgraf feed add\" "
                            "adds it.",
                            visible(url)));
        chosen.push_back(*found);
    }
    return chosen;
}

}  // namespace

int poll_feeds(const AddRequest& request, const FeedRequest& asked) {
    note_interrupts();
    const auto feeds = feeds_to_poll(request, asked);
    if (feeds.empty()) {
        fmt::print(stderr, "There are no feeds to poll; \"nutgraf feed add URL\" adds one.\n");
        return exit_nothing;
    }
    FeedPoll poll(request, asked);
    for (const Feed& feed : feeds)
        if (!was_interrupted()) poll.poll(feed);
    return poll.status();
}

}  // namespace nutgraf::indexer
