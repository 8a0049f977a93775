#pragma once

#include "indexer/archive/archive_reader.h"
#include "indexer/archive/byte_source.h"

#include <cstddef>
#include <memory>
#include <string_view>

namespace nutgraf::archive {

/// Reads a table with a header, its values separated by commas, semicolons or tabs, whichever the
/// header has most of: one article a row, its columns under the import fields' names and their
/// aliases, other columns kept. Authors are separated by semicolons.
std::unique_ptr<ArchiveReader> csv_reader(std::unique_ptr<ByteSource> bytes);

/// How many columns of a text's first line are called as fields of an article are; 0 unless one of
/// them is the title or the body.
std::size_t known_columns(std::string_view text);

}  // namespace nutgraf::archive
