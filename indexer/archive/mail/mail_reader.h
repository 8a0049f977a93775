#pragma once

#include "indexer/archive/archive_reader.h"
#include "indexer/archive/byte_source.h"

#include <memory>

namespace nutgraf::archive {

/// Reads a mailbox (mbox) or one mail: one article a mail, at the line where it begins. Refused: a
/// mail of more than 32 MiB; the next is looked for.
std::unique_ptr<ArchiveReader> mail_reader(std::unique_ptr<ByteSource> bytes);

}  // namespace nutgraf::archive
