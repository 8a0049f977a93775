#pragma once

#include "indexer/archive/archive_reader.h"
#include "indexer/archive/byte_source.h"

#include <memory>

namespace nutgraf::archive {

/// Reads SGML in the manner of the Reuters-21578 collection: one article for each REUTERS element.
std::unique_ptr<ArchiveReader> sgml_reader(std::unique_ptr<ByteSource> bytes);

}  // namespace nutgraf::archive
