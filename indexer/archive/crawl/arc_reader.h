#pragma once

#include "indexer/archive/archive_reader.h"
#include "indexer/archive/byte_source.h"

#include <memory>

namespace nutgraf::archive {

/// Reads the ARC files of older crawls, versions 1 and 2: one article for each page, its address
/// the id. What stands where the line that begins a record should is refused at its byte, and
/// reading goes on with the next such line.
std::unique_ptr<ArchiveReader> arc_reader(std::unique_ptr<ByteSource> bytes);

}  // namespace nutgraf::archive
