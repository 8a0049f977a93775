#pragma once

#include "indexer/archive/byte_source.h"

#include <cstddef>
#include <optional>
#include <string>

namespace nutgraf::archive {

/// Everything a stream gives; empty when that is more than some bytes.
std::optional<std::string> whole_text(ByteSource& bytes, std::size_t max_bytes);

}  // namespace nutgraf::archive
