#pragma once

#include "indexer/archive/open_archive.h"
#include "indexer/index/index_writer.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::indexer {

class SitemapDates;

/// What is said of the articles of a run beside what the files say.
struct IngestOptions {
    std::optional<archive::Format> format;        ///< Else found by looking, file by file.
    std::string source;                           ///< For articles that name none.
    std::optional<archive::Published> published;  ///< For articles that are undated.
    /// Dates behind it are not believed; none: all are.
    std::optional<std::chrono::sys_days> latest = std::nullopt;
    const SitemapDates* sitemaps = nullptr;  ///< What they know comes first; may be null.
};

/// Counts of a run.
struct IngestTotals {
    std::uint64_t read = 0;  ///< Records, refused ones included.
    std::uint64_t added = 0;
    std::uint64_t replaced = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t refused = 0;
    // Notices, and articles under embargo: see index::AddOutcome.
    std::uint64_t killed = 0;
    std::uint64_t withheld = 0;
    std::uint64_t embargoed = 0;
    std::uint64_t corrected = 0;
    std::uint64_t text_bytes = 0;    ///< Of the titles and texts of the articles.
    std::uint64_t file_bytes = 0;    ///< Read of the files so far, as they lie on the disk.
    std::uint64_t acknowledged = 0;  ///< Sequence of the last change no crash can lose.
    bool is_interrupted = false;
};

/// Where something was found: a file, and a line counted from 1, or 0 for the whole file.
struct Place {
    std::string file;
    std::uint64_t line = 0;
};

/// What a run tells as it goes. All may be empty.
struct IngestObserver {
    std::function<void(const Place&, std::string_view reason)> refused;
    std::function<void(const Place&, std::string_view what)> warned;
    std::function<void(const IngestTotals&)> progressed;  ///< After every record.
    std::function<bool()> should_stop;                    ///< Asked after every record.
};

/// Where the articles of a run go: an index, or nowhere for a dry run.
using Sink = std::function<index::AddOutcome(const archive::Article&)>;

/// Reads files and hands their articles to a sink, in order.
///
/// A record or a file that cannot be read is reported, counted as refused, and
/// costs nothing else. Of two files with an article of the same id the second's
/// is refused, unless it withdraws or corrects it; later records of the same file replace earlier
/// ones. Throws Error
/// when the sink does.
IngestTotals ingest(const std::vector<archive::ArchiveFile>& files, const IngestOptions& options,
                    const Sink& sink, const IngestObserver& observer);

}  // namespace nutgraf::indexer
