#pragma once

#include "indexer/archive/archive_reader.h"
#include "indexer/archive/byte_source.h"

#include <memory>

namespace nutgraf::archive {

/// Reads JSON lines: one record a line under the import fields' names; blank lines are skipped.
/// An article without an id gets its url, or else the digest of its source, title and body.
std::unique_ptr<ArchiveReader> json_lines_reader(std::unique_ptr<ByteSource> bytes);

}  // namespace nutgraf::archive
