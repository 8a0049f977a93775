#include "indexer/watch.h"

#include "base/error.h"
#include "base/exit_status.h"
#include "base/interrupt.h"
#include "base/log.h"
#include "indexer/folder_queue.h"
#include "indexer/request.h"

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <memory>
#include <optional>
#include <thread>

namespace nutgraf::indexer {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::milliseconds look_interval(500);
constexpr std::chrono::seconds longest_hold(5);  // Others wait ten for their turn to write.
constexpr std::chrono::milliseconds turn(100);   // For others to begin in.
constexpr std::chrono::seconds busy_pause(1);
constexpr std::size_t most_at_once = 1000;

void log_event(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
    fmt::print(stderr, "{}\n", log_line(now(), level, event, fields));
}

IngestObserver logging_observer() {
    IngestObserver observer;
    observer.refused = [](const Place& place, std::string_view reason) {
        log_event(LogLevel::warning, "refused",
                  {{"file", place.file},
                   {"line", std::to_string(place.line)},
                   {"reason", std::string(reason)}});
    };
    observer.warned = [](const Place& place, std::string_view what) {
        log_event(LogLevel::info, "mended",
                  {{"file", place.file},
                   {"line", std::to_string(place.line)},
                   {"what", std::string(what)}});
    };
    observer.should_stop = was_interrupted;
    return observer;
}

void log_taken(const fs::path& path, const IngestTotals& totals) {
    log_event(LogLevel::info, "taken",
              {{"file", path.string()},
               {"read", std::to_string(totals.read)},
               {"added", std::to_string(totals.added)},
               {"replaced", std::to_string(totals.replaced)},
               {"unchanged", std::to_string(totals.unchanged)},
               {"refused", std::to_string(totals.refused)},
               {"killed", std::to_string(totals.killed)},
               {"withheld", std::to_string(totals.withheld)},
               {"embargoed", std::to_string(totals.embargoed)},
               {"corrected", std::to_string(totals.corrected)}});
}

/// An absolute path without "." and a slash at its end: by it the files are known.
fs::path folder_of(const AddRequest& request) {
    fs::path folder = fs::absolute(request.paths.front()).lexically_normal();
    if (!folder.has_filename()) folder = folder.parent_path();
    return folder;
}

/// Takes the files of one folder into one index.
class Watch {
public:
    explicit Watch(const AddRequest& request)
        : request_(request),
          folder_(folder_of(request)),
          sitemaps_(sitemaps_of(request)),
          options_(options_of(request)),
          observer_(logging_observer()),
          gazetteer_(gazetteer_of(request)),
          queue_(folder_) {
        options_.sitemaps = &sitemaps_;
        if (request.refusals.empty()) return;
        refusals_.emplace(request.refusals, EarlierRefusals::are_kept);
        list_too(observer_, *refusals_);
    }

    void go_on_until_interrupted() {
        open_writer();  // An index that cannot be written to is told of now, not with the first
                        // file.
        release_due();
        log_event(LogLevel::info, "watching", {{"folder", folder_.string()}});
        while (!was_interrupted()) {
            while (!was_interrupted() && queue_.has_due() && take_some()) {
            }
            if (next_release_ && *next_release_ <= now() && open_writer()) release_due();
            compact_if_idle();
            queue_.wait(look_interval);
        }
    }

private:
    /// False when another process is writing to the index.
    bool open_writer() {
        index::WriterOptions writing = writer_options(gazetteer_);
        writing.lock_wait = std::chrono::seconds(1);
        try {
            writer_ = std::make_unique<index::IndexWriter>(request_.index, writing);
        } catch (const index::WriterBusy& busy) {
            if (!is_kept_waiting_) log_event(LogLevel::info, "waiting", {{"reason", busy.what()}});
            is_kept_waiting_ = true;
            return false;
        }
        is_kept_waiting_ = false;
        if (!taken_) taken_.emplace(request_.index, folder_);
        return true;
    }

    /// Puts in what is under embargo no longer, and lets go of the index.
    void release_due() {
        if (!writer_) return;
        const std::size_t released = writer_->release_due(now());
        next_release_ = writer_->next_release();
        writer_->commit();
        writer_.reset();
        changes_.added += released;
        if (released > 0)
            log_event(LogLevel::info, "released", {{"articles", std::to_string(released)}});
    }

    /// Whether it is known what was taken before: as soon as the index was free once.
    bool remembers() {
        open_writer();
        writer_.reset();
        return taken_.has_value();
    }

    /// Reads files into the index for a while; false when there was nothing to read, or no index
    /// to read it into.
    bool take_some() {
        if (!taken_ && !remembers()) return false;
        const auto files = queue_.due(&*taken_, most_at_once);
        if (files.empty()) return false;
        if (!open_writer()) {
            for (const TakenFile& file : files) queue_.put_back(file.path, busy_pause);
            return false;
        }
        const auto start = FolderQueue::Clock::now();
        std::vector<TakenFile> done;
        for (const TakenFile& file : files) {
            const bool has_time =
                !was_interrupted() && FolderQueue::Clock::now() - start < longest_hold;
            if (has_time && take(file)) {
                done.push_back(file);
            } else {
                queue_.put_back(file.path, {});
            }
        }
        writer_->commit();
        taken_->add(done);
        release_due();
        std::this_thread::sleep_for(turn);
        return true;
    }

    /// False when it was interrupted: the file must be read again.
    bool take(const TakenFile& file) {
        const Sink sink = [&](const archive::Article& article) {
            return writer_->add(article, now());
        };
        const IngestTotals totals =
            ingest({archive::archive_file(file.path, folder_)}, options_, sink, observer_);
        changes_.added += totals.added;
        changes_.replaced += totals.replaced;
        log_taken(file.path, totals);
        return !totals.is_interrupted;
    }

    void compact_if_idle() {
        if (changes_.added + changes_.replaced == 0 || was_interrupted()) return;
        try {
            if (compact_after(request_.index, changes_)) changes_ = {};
        } catch (const index::WriterBusy&) {
            is_kept_waiting_ = true;  // Another time.
        }
    }

    const AddRequest& request_;
    fs::path folder_;
    SitemapDates sitemaps_;
    IngestOptions options_;
    IngestObserver observer_;
    entities::Gazetteer gazetteer_;
    FolderQueue queue_;
    std::optional<RefusalList> refusals_;
    std::optional<TakenFiles> taken_;
    std::unique_ptr<index::IndexWriter> writer_;
    IngestTotals changes_;  // Since the databases were compacted last.
    std::optional<std::chrono::sys_seconds> next_release_;  // When the next embargo ends.
    bool is_kept_waiting_ = false;
};

}  // namespace

int watch(const AddRequest& request) {
    note_interrupts();
    // Sent to who holds a lease while another wants to write.
    std::signal(SIGIO, SIG_IGN);
    Watch(request).go_on_until_interrupted();
    log_event(LogLevel::info, "ended", {});
    return exit_found;
}

}  // namespace nutgraf::indexer
