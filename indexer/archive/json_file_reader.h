#pragma once

#include "indexer/archive/archive_reader.h"
#include "indexer/archive/byte_source.h"

#include <memory>
#include <string>

namespace nutgraf::archive {

/// Reads a file that is one JSON value over many lines: an article, a list of articles, or a record
/// whose "items" are a list of them. Records under the import fields' names, of ninjs, dpa's
/// digital wires and JSON Feed are told apart by their members. A file with one article gives it
/// its own id where it has none. Refused: one larger than 64 MiB, which is held in memory; a long
/// archive is read one record a line.
std::unique_ptr<ArchiveReader> json_file_reader(std::unique_ptr<ByteSource> bytes, std::string id);

}  // namespace nutgraf::archive
