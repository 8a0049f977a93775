#include "indexer/commands.h"

#include "base/error.h"
#include "base/exit_status.h"
#include "base/interrupt.h"
#include "base/json.h"
#include "base/utf8.h"
#include "indexer/index/index_reader.h"
#include "indexer/index/index_writer.h"
#include "indexer/index/maintenance.h"
#include "indexer/index/statistics.h"
#include "indexer/index/takedown.h"
#include "indexer/index/verify.h"
#include "indexer/ingest.h"
#include "indexer/progress_teller.h"
#include "indexer/refusal_list.h"
#include "indexer/request.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <memory>

namespace nutgraf::indexer {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

// Articles that trickle in from a pipe are not kept waiting for a full batch.
constexpr std::chrono::seconds flush_pause(1);

/// "1 file", "2 files".
std::string counted(std::uint64_t number, const std::string& one, const std::string& several = {}) {
    if (number == 1) return "1 " + one;
    return fmt::format("{} {}", number, several.empty() ? one + "s" : several);
}

std::uint64_t size_of(const std::vector<archive::ArchiveFile>& files) {
    std::uint64_t bytes = 0;
    for (const archive::ArchiveFile& file : files) {
        std::error_code error;
        const auto size = fs::file_size(file.path, error);
        if (error) return 0;  // Standard input, or a pipe: not known.
        bytes += size;
    }
    return bytes;
}

IngestObserver observer_of(const Progress& progress, Clock::time_point start,
                           ProgressTeller& teller, const index::IndexWriter* writer) {
    IngestObserver observer;
    observer.refused = [&teller](const Place& place, std::string_view reason) {
        teller.clear();
        tell_refusal(place, reason);
    };
    observer.warned = [&teller](const Place& place, std::string_view what) {
        teller.clear();
        tell_warning(place, what);
    };
    observer.progressed = [all = progress.all_file_bytes, start, &teller,
                           writer](const IngestTotals& totals) {
        Progress now{totals, all, Clock::now() - start};
        now.totals.acknowledged = writer != nullptr ? writer->acknowledged() : 0;
        teller.tell(now);
    };
    observer.should_stop = was_interrupted;
    return observer;
}

/// Reads the files into the index, which is whole and free for others when this returns.
IngestTotals ingested(const AddRequest& request, const std::vector<archive::ArchiveFile>& files,
                      Clock::time_point start, ProgressTeller& teller) {
    std::optional<RefusalList> refusals;
    if (!request.refusals.empty())
        refusals.emplace(request.refusals, EarlierRefusals::are_replaced);
    std::optional<entities::Gazetteer> gazetteer;
    std::unique_ptr<index::IndexWriter> writer;  // Null for a dry run.
    if (!request.is_dry_run) {
        gazetteer.emplace(gazetteer_of(request));
        index::WriterOptions options = writer_options(*gazetteer);
        options.is_silent = request.is_silent;
        writer = std::make_unique<index::IndexWriter>(request.index, options);
    }
    auto next_flush = start + flush_pause;
    const Sink sink = [&](const archive::Article& article) {
        if (!writer) return index::AddOutcome::added;
        const auto outcome = writer->add(article, now());
        if (Clock::now() >= next_flush) {
            writer->flush();
            next_flush = Clock::now() + flush_pause;
        }
        return outcome;
    };
    const Progress progress{{}, size_of(files), {}};
    auto observer = observer_of(progress, start, teller, writer.get());
    if (refusals) list_too(observer, *refusals);
    const SitemapDates sitemaps = sitemaps_of(request);
    IngestOptions options = options_of(request);
    options.sitemaps = &sitemaps;
    IngestTotals totals = ingest(files, options, sink, observer);
    if (writer) {
        writer->release_due(now());
        writer->commit();
        totals.acknowledged = writer->acknowledged();
        teller.clear();
        advise_rebuild(*gazetteer, request.index);
    }
    return totals;
}

void tell_takedown(const index::Takedown& result, std::chrono::duration<double> elapsed) {
    if (result.removed.empty()) {
        fmt::print(stderr, "removed 0 articles\n");
        return;
    }
    fmt::print(stderr,
               "removed {}: {} taken out of {} of the journal, databases made anew, {} of alerts "
               "forgotten, {:.1f} s\n"
               "Backups that were made before still hold what was removed.\n",
               counted(result.removed.size(), "article"), counted(result.changes, "change"),
               counted(result.files, "file"), counted(result.alerted, "match", "matches"),
               elapsed.count());
}

}  // namespace

int add(const AddRequest& request) {
    note_interrupts();
    const auto start = Clock::now();
    const auto files = archive::archive_files(request.paths);
    ProgressTeller teller(request.progress);
    Progress progress{ingested(request, files, start, teller), size_of(files), {}};
    if (!request.is_dry_run) compact_after(request.index, progress.totals);
    progress.elapsed = Clock::now() - start;
    teller.summarise(progress);
    if (progress.totals.is_interrupted) return exit_interrupted;
    if (progress.totals.refused > 0 && !request.allow_rejects) return exit_error;
    return progress.totals.read > 0 ? exit_found : exit_nothing;
}

int remove(const AddRequest& request, const std::vector<std::string>& ids,
           const AlertFile& alerts) {
    const auto start = Clock::now();
    const entities::Gazetteer gazetteer = gazetteer_of(request);
    const index::Takedown result =
        index::take_down(request.index, ids, now(), alerts.forget, writer_options(gazetteer));
    for (const std::string& id : result.unknown)
        fmt::print(stderr, "There is no article with the id \"{}\".\n", visible(id));
    tell_takedown(result, Clock::now() - start);
    return result.unknown.empty() ? exit_found : exit_nothing;
}

int release(const AddRequest& request, const std::vector<std::string>& ids) {
    if (!index::read_manifest(request.index))
        throw Error(fmt::format("There is no index in \"{}\".", request.index.string()));
    const entities::Gazetteer gazetteer = gazetteer_of(request);
    index::IndexWriter writer(request.index, writer_options(gazetteer));
    std::size_t released = ids.empty() ? writer.release_due(now()) : 0;
    bool is_any_missing = false;
    for (const std::string& id : ids) {
        if (writer.release(id, now())) {
            ++released;
            continue;
        }
        is_any_missing = true;
        fmt::print(stderr, "No article with the id \"{}\" waits to be released.\n", visible(id));
    }
    writer.commit();
    fmt::print(stderr, "released {}\n", counted(released, "article"));
    return released > 0 && !is_any_missing ? exit_found : exit_nothing;
}

int rebuild(const AddRequest& request, bool only_for_entities) {
    const auto start = Clock::now();
    const entities::Gazetteer gazetteer = gazetteer_of(request);
    if (only_for_entities && is_made_by(gazetteer, request.index)) {
        fmt::print(stderr, "Everything was recognised by this gazetteer; nothing to rebuild.\n");
        return exit_found;
    }
    ProgressTeller teller(request.progress);
    const auto manifest = index::read_manifest(request.index, index::OlderFormat::is_read);
    const auto tell = [&](std::uint64_t done) {
        // Changes stand for bytes: how far it is and how long it takes go by them.
        Progress so_far{{}, manifest->journal.sequence, Clock::now() - start};
        so_far.totals.read = done;
        so_far.totals.file_bytes = done;
        teller.tell(so_far);
    };
    const auto changes = index::rebuild_index(request.index, tell, writer_options(gazetteer));
    index::compact_index(request.index);
    teller.clear();
    const std::chrono::duration<double> elapsed = Clock::now() - start;
    fmt::print(stderr, "rebuilt from {} change{} of the journal, {:.1f} s\n", changes,
               changes == 1 ? "" : "s", elapsed.count());
    return exit_found;
}

int compact(const fs::path& index) {
    const index::Compaction result = index::compact_index(index);
    constexpr double megabyte = 1e6;
    fmt::print(stderr, "compacted {:.1f} MB of databases to {:.1f} MB\n",
               static_cast<double>(result.before) / megabyte,
               static_cast<double>(result.after) / megabyte);
    return exit_found;
}

int verify(const fs::path& index) {
    const index::Verification result = index::verify_index(index);
    for (const std::string& fault : result.faults) fmt::print("{}\n", visible(fault));
    fmt::print(stderr,
               "{} changes in the journal, {} articles in the database, {} waiting, {} fault{}\n",
               result.changes, result.articles, result.waiting, result.faults.size(),
               result.faults.size() == 1 ? "" : "s");
    return result.faults.empty() ? exit_found : exit_error;
}

int read(const AddRequest& request) {
    const Sink print = [](const archive::Article& article) {
        Json record = {{"version", 1}};
        record.update(archive::to_json(article));
        fmt::print("{}\n", to_visible_text(record));
        return index::AddOutcome::added;
    };
    ProgressTeller silent(ProgressStyle::never);
    const Progress nothing_yet;
    const auto observer = observer_of(nothing_yet, Clock::now(), silent, nullptr);
    const SitemapDates sitemaps = sitemaps_of(request);
    IngestOptions options;
    options.format = format_of(request.format);
    options.sitemaps = &sitemaps;
    const auto totals = ingest(archive::archive_files(request.paths), options, print, observer);
    if (totals.refused > 0) return exit_error;
    return totals.read > 0 ? exit_found : exit_nothing;
}

}  // namespace nutgraf::indexer
