#pragma once

#include "indexer/archive/archive_reader.h"
#include "indexer/archive/byte_source.h"

#include <memory>
#include <string>

namespace nutgraf::archive {

/// Reads RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0 and CDF: one record an item, at the line where it
/// begins. Where `address` is one, and not the name of a file, relative addresses are seen from it.
///
/// An item without an id gets its url, or else a digest. What the feed says of itself before an
/// item counts for it: its title is the source, its language the language. A feed that is not well
/// formed is read as far as it can be; the faults are told with the items they stand in, or behind
/// the last as a record that is refused.
std::unique_ptr<ArchiveReader> feed_reader(std::unique_ptr<ByteSource> bytes,
                                           std::string address = {});

}  // namespace nutgraf::archive
