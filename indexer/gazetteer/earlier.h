#pragma once

#include "analyzers/entities/block_reader.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::gazetteer {

/// Blocks put together with those of an earlier import.
struct Merged {
    std::vector<entities::Block> blocks;  ///< By id.
    std::uint64_t kept_lines =
        0;  ///< Of the earlier file alone: written by hand, or gone from the source.
};

/// New blocks of a source into those of an earlier file. What stands below "source-id:" in a block
/// there was written by hand: it stays, and a new line that contradicts it is left out. What stands
/// above was imported: it gives way to a new line about the same, and where there is none it moves
/// below. Blocks of the earlier file alone stay as they are. Merging the same again changes
/// nothing.
Merged merged_with_earlier(std::vector<entities::Block> blocks,
                           const std::vector<entities::Block>& earlier);

/// The blocks of a file written before, its one comment at the beginning aside. Throws Error when
/// it cannot be read as blocks, or has comments, which would be lost: they belong into "note:".
std::vector<entities::Block> blocks_of_earlier(std::string_view text, const std::string& file);

/// A file of imported blocks.
std::string file_of_blocks(const std::vector<entities::Block>& blocks, std::string_view source);

}  // namespace nutgraf::gazetteer
