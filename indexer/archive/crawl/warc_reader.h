#pragma once

#include "indexer/archive/archive_reader.h"
#include "indexer/archive/byte_source.h"

#include <memory>

namespace nutgraf::archive {

/// Reads WARC 1.0 and 1.1: one article for each page that was answered or kept (response,
/// resource); what else a crawl holds is passed over. The address is the id.
///
/// Where a record is not as long as it says, or something else stands between two records, that is
/// refused at its byte and reading goes on with the next header.
std::unique_ptr<ArchiveReader> warc_reader(std::unique_ptr<ByteSource> bytes);

}  // namespace nutgraf::archive
