#pragma once

#include "indexer/archive/archive_reader.h"
#include "indexer/archive/byte_source.h"

#include <memory>
#include <string>

namespace nutgraf::archive {

/// Reads an HTML page saved to a file as one article (html_page). Without an address of its own it
/// has the id of the file. Refused: one of more than 32 MiB, or without text.
std::unique_ptr<ArchiveReader> html_reader(std::unique_ptr<ByteSource> bytes, std::string id);

}  // namespace nutgraf::archive
