#pragma once

#include "indexer/archive/archive_reader.h"
#include "indexer/archive/byte_source.h"

#include <memory>
#include <string>

namespace nutgraf::archive {

/// Reads a plain text file as one article, as it is saved off a web page: no date, no metadata, and
/// all of it body. What of it is a headline is for `cleaned` to tell.
std::unique_ptr<ArchiveReader> text_reader(std::unique_ptr<ByteSource> bytes, std::string id);

}  // namespace nutgraf::archive
