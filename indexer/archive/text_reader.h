#pragma once

#include "indexer/archive/archive_reader.h"
#include "indexer/archive/byte_source.h"

#include <memory>
#include <string>

namespace nutgraf::archive {

/// Reads a plain text file as one article, as it is saved off a web page: no date, no metadata.
///
/// The headline is the first line of at least four words that ends without a full stop and stands
/// before the first paragraph; it becomes the title and leaves the body. Without such a line the
/// title stays empty.
std::unique_ptr<ArchiveReader> text_reader(std::unique_ptr<ByteSource> bytes, std::string id);

}  // namespace nutgraf::archive
