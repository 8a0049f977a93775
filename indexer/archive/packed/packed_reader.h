#pragma once

#include "indexer/archive/archive_reader.h"
#include "indexer/archive/byte_source.h"

#include <memory>
#include <string>

namespace nutgraf::archive {

/// Reads the files packed into a tar or zip file, each by its own format, as if they lay in a
/// folder of the packed file's name: "a.zip/b.jsonl" is the id of a file with one article. Nothing
/// is ever written; a name such as "../x" is no more than part of an id.
///
/// Refused, each with its reason: links and devices, files packed twice over, what is behind the
/// first million entries, and all that would make more than 16 MiB and a hundredfold of what was
/// packed.
std::unique_ptr<ArchiveReader> packed_reader(std::unique_ptr<ByteSource> bytes, std::string id);

/// The bytes of a file that bzip2 made smaller. Throws Error where it is damaged, or grows more
/// than two hundredfold.
std::unique_ptr<ByteSource> unpacked_stream(std::unique_ptr<ByteSource> bytes, std::string name);

}  // namespace nutgraf::archive
