#include "indexer/commands.h"

#include "analyzers/entities/gazetteer.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/exit_status.h"
#include "base/interrupt.h"
#include "base/json.h"
#include "base/utf8.h"
#include "indexer/index/index_reader.h"
#include "indexer/index/index_writer.h"
#include "indexer/index/maintenance.h"
#include "indexer/index/statistics.h"
#include "indexer/index/verify.h"
#include "indexer/ingest.h"
#include "indexer/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <memory>

namespace nutgraf::indexer {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

// Articles that trickle in from a pipe are not kept waiting for a full batch.
constexpr std::chrono::seconds flush_pause(1);

std::chrono::sys_seconds now() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::string printed(const Place& place) {
    return place.line == 0 ? visible(place.file)
                           : fmt::format("{}:{}", visible(place.file), place.line);
}

/// Tells how a run goes, a few times a second at most.
class ProgressTeller {
public:
    explicit ProgressTeller(ProgressStyle style) : style_(style) {
        if (style_ == ProgressStyle::automatic && ::isatty(STDERR_FILENO) == 0)
            style_ = ProgressStyle::never;
    }

    bool is_json() const { return style_ == ProgressStyle::json; }

    void tell(const Progress& progress) {
        constexpr std::chrono::milliseconds pause(250);
        const auto time = Clock::now();
        // A program that reads the progress wants every acknowledgement at once.
        const bool is_acknowledgement = is_json() && progress.totals.acknowledged != acknowledged_;
        if (style_ == ProgressStyle::never || (time < next_ && !is_acknowledgement)) return;
        next_ = time + pause;
        acknowledged_ = progress.totals.acknowledged;
        if (is_json()) {
            fmt::print(stderr, "{}\n", progress_json(progress));
        } else if (style_ == ProgressStyle::automatic) {
            fmt::print(stderr, "\r\x1B[K{}", progress_line(progress));
            has_open_line_ = true;
        } else {
            fmt::print(stderr, "{}\n", progress_line(progress));
        }
    }

    /// Takes the line that rewrites itself off the terminal, before another message.
    void clear() {
        if (has_open_line_) fmt::print(stderr, "\r\x1B[K");
        has_open_line_ = false;
    }

    void summarise(const Progress& progress) {
        clear();
        fmt::print(stderr, "{}\n", is_json() ? summary_json(progress) : summary_line(progress));
    }

private:
    ProgressStyle style_;
    Clock::time_point next_;
    std::uint64_t acknowledged_ = 0;
    bool has_open_line_ = false;
};

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

std::optional<archive::Format> format_of(const std::string& name) {
    if (name.empty()) return std::nullopt;
    const auto format = archive::format_named(name);
    if (!format) throw Error(fmt::format("There is no format \"{}\".", name));
    return format;
}

IngestOptions options_of(const AddRequest& request) {
    IngestOptions options{format_of(request.format), request.source, std::nullopt};
    if (request.published.empty()) return options;
    const auto days = parse_day_span(request.published);
    if (!days)
        throw Error(
            fmt::format("--published: \"{}\" is not a date like 2019, 2019-05 or 2019-05-10.",
                        request.published));
    options.published = archive::Published{*days};
    return options;
}

entities::Gazetteer gazetteer_of(const AddRequest& request) {
    return entities::Gazetteer(request.gazetteer.empty() ? entities::default_gazetteer()
                                                         : request.gazetteer);
}

index::WriterOptions writer_options(const entities::Gazetteer& gazetteer) {
    index::WriterOptions options;
    options.gazetteer = &gazetteer;
    return options;
}

bool is_made_by(const entities::Gazetteer& gazetteer, const fs::path& index) {
    return index::IndexReader(index).gazetteer() == hexadecimal(bytes_of(gazetteer.fingerprint()));
}

/// What was recognised in older articles does not change by itself when the facts do.
void advise_rebuild(const entities::Gazetteer& gazetteer, const fs::path& index) {
    if (is_made_by(gazetteer, index)) return;
    fmt::print(
        stderr,
        "Organisations and officials of older articles were recognised by another gazetteer; "
        "\"nutgraf-indexer rebuild --entities\" recognises them anew.\n");
}

/// Commits leave gaps between the blocks of a database, which a large run makes as large as the
/// rest; to compact after a small one would cost more than it gives.
void compact_after(const fs::path& index, const IngestTotals& totals) {
    constexpr std::uint64_t share = 8;
    const std::uint64_t changes = totals.added + totals.replaced;
    if (changes == 0 || totals.is_interrupted) return;
    if (changes * share >= index::IndexReader(index).database().get_doccount())
        index::compact_index(index);
}

IngestObserver observer_of(const Progress& progress, Clock::time_point start,
                           ProgressTeller& teller, const index::IndexWriter* writer) {
    IngestObserver observer;
    observer.refused = [&teller](const Place& place, std::string_view reason) {
        teller.clear();
        fmt::print(stderr, "{}: refused: {}\n", printed(place), visible(reason));
    };
    observer.warned = [&teller](const Place& place, std::string_view what) {
        teller.clear();
        fmt::print(stderr, "{}: {}\n", printed(place), visible(what));
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
    std::optional<entities::Gazetteer> gazetteer;
    std::unique_ptr<index::IndexWriter> writer;  // Null for a dry run.
    if (!request.is_dry_run) {
        gazetteer.emplace(gazetteer_of(request));
        writer = std::make_unique<index::IndexWriter>(request.index, writer_options(*gazetteer));
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
    const auto observer = observer_of(progress, start, teller, writer.get());
    IngestTotals totals = ingest(files, options_of(request), sink, observer);
    if (writer) {
        writer->commit();
        totals.acknowledged = writer->acknowledged();
        teller.clear();
        advise_rebuild(*gazetteer, request.index);
    }
    return totals;
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

int remove(const AddRequest& request, const std::vector<std::string>& ids) {
    if (!index::read_manifest(request.index))
        throw Error(fmt::format("There is no index in \"{}\".", request.index.string()));
    const entities::Gazetteer gazetteer = gazetteer_of(request);
    index::IndexWriter writer(request.index, writer_options(gazetteer));
    std::size_t missing = 0;
    for (const std::string& id : ids) {
        if (writer.remove(id, now())) continue;
        ++missing;
        fmt::print(stderr, "There is no article with the id \"{}\".\n", visible(id));
    }
    writer.commit();
    fmt::print(stderr, "removed {}\n", ids.size() - missing);
    return missing == 0 ? exit_found : exit_nothing;
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

int read(const std::vector<fs::path>& paths, const std::string& format) {
    const Sink print = [](const archive::Article& article) {
        Json record = {{"version", 1}};
        record.update(archive::to_json(article));
        fmt::print("{}\n", to_visible_text(record));
        return index::AddOutcome::added;
    };
    ProgressTeller silent(ProgressStyle::never);
    const Progress nothing_yet;
    const auto observer = observer_of(nothing_yet, Clock::now(), silent, nullptr);
    const auto totals =
        ingest(archive::archive_files(paths), {format_of(format), {}, {}}, print, observer);
    if (totals.refused > 0) return exit_error;
    return totals.read > 0 ? exit_found : exit_nothing;
}

}  // namespace nutgraf::indexer
