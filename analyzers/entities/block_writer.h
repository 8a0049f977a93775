#pragma once

#include "analyzers/entities/block_reader.h"

#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::entities {

/// A block as a *.ent file has it: "@org huawei", then a line for each fact, as they stand. What
/// `read_blocks` reads of it is the same block, if its values are as `written_value` gives them.
std::string to_text(const Block& block);

/// One fact as its line, without a line feed.
std::string to_text(const Fact& fact);

/// A text from elsewhere as a value of a block: in NFC, on one line, without spaces at its ends and
/// with one between two words. Empty when nothing is left, or when it has what means something in
/// a block: "|", or a "#" that would begin a comment.
std::optional<std::string> written_value(std::string_view text);

}  // namespace nutgraf::entities
