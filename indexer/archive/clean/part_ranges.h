#pragma once

#include "indexer/archive/clean/text_parts.h"

#include <optional>
#include <string_view>
#include <vector>

namespace nutgraf::archive {

/// What of a text is taken out: whole blocks that have a kind, each with white space beside it, so
/// that the rest has neither gaps nor white space at its edges that it had not; and furniture that
/// is glued to blocks without a kind, as it stands. At least one block must have none.
std::vector<TextPart> part_ranges(std::string_view text, const std::vector<Block>& blocks,
                                  const std::vector<std::optional<PieceKind>>& kinds,
                                  const std::vector<TextRange>& glued);

/// What is left of the blocks without a kind, without what is glued to them.
std::vector<TextRange> rest_of(const std::vector<Block>& blocks,
                               const std::vector<std::optional<PieceKind>>& kinds,
                               const std::vector<TextRange>& glued);

}  // namespace nutgraf::archive
