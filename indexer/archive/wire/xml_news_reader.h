#pragma once

#include "indexer/archive/archive_reader.h"
#include "indexer/archive/byte_source.h"

#include <memory>
#include <string>

namespace nutgraf::archive {

/// Reads a NITF 3 document as one article, which has the id of the file where it names none.
std::unique_ptr<ArchiveReader> nitf_reader(std::unique_ptr<ByteSource> bytes, std::string id);

/// Reads NewsML-G2 and NewsML 1.x, one item or a message of many: one record an item.
std::unique_ptr<ArchiveReader> newsml_reader(std::unique_ptr<ByteSource> bytes, std::string id);

}  // namespace nutgraf::archive
