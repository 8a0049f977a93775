#pragma once

#include "analyzers/entities/gazetteer.h"
#include "indexer/commands.h"
#include "indexer/index/index_writer.h"
#include "indexer/ingest.h"
#include "indexer/refusal_list.h"
#include "indexer/sitemap_dates.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::indexer {

// What the verbs share in reading what they were asked.

/// Now: the verbs run in the program, where the clock may be read.
std::chrono::sys_seconds now();

/// "file:12", or "file" where there is no line, for a terminal.
std::string printed(const Place& place);

/// Prints on standard error why something was refused, or what of it was mended.
void tell_refusal(const Place& place, std::string_view reason);
void tell_warning(const Place& place, std::string_view what);

/// Has what is refused listed in a file, which must outlive the observer, beside what it does.
void list_too(IngestObserver& observer, RefusalList& refusals);

/// The format of a name; empty for an empty name. Throws Error when there is none of that name.
std::optional<archive::Format> format_of(const std::string& name);

/// What a request says of its articles. Throws Error for a date that is none.
IngestOptions options_of(const AddRequest& request);

/// What the sitemaps of a request say. Throws Error when they cannot be read.
SitemapDates sitemaps_of(const AddRequest& request);

/// The gazetteer of a request. Throws Error when it cannot be read.
entities::Gazetteer gazetteer_of(const AddRequest& request);

/// For a writer that recognises by a gazetteer, which is borrowed.
index::WriterOptions writer_options(const entities::Gazetteer& gazetteer);

/// Its fingerprint in hexadecimal digits, as an index notes it.
std::string printed_fingerprint(const entities::Gazetteer& gazetteer);

/// Whether all of an index was recognised by a gazetteer.
bool is_made_by(const entities::Gazetteer& gazetteer, const std::filesystem::path& index);

/// What was recognised in older articles does not change by itself when the facts do; says so on
/// standard error where it matters.
void advise_rebuild(const entities::Gazetteer& gazetteer, const std::filesystem::path& index);

/// Compacts the databases after a run that changed a large part of them. Commits leave gaps between
/// their blocks, which a large run makes as large as the rest; to compact after a small one would
/// cost more than it gives. Whether it did.
bool compact_after(const std::filesystem::path& index, const IngestTotals& totals);

}  // namespace nutgraf::indexer
