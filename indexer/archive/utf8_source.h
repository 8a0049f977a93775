#pragma once

#include "indexer/archive/byte_source.h"

#include <memory>
#include <string_view>

namespace nutgraf::archive {

/// A stream of text as UTF-8, without a byte order mark, whatever its character set: `declared`, or
/// what the stream itself declares, or what its first bytes look like (charset_of). Bytes that mean
/// nothing in the set become U+FFFD.
std::unique_ptr<ByteSource> utf8_source(std::unique_ptr<ByteSource> bytes,
                                        std::string_view declared = {});

}  // namespace nutgraf::archive
