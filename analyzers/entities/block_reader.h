#pragma once

#include "analyzers/entities/problem.h"

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::entities {

/// One line of a block: "alias[zh]: 华为 | 华为技术".
struct Fact {
    std::string key;                  ///< "alias"; lower case and hyphens.
    std::string argument;             ///< "GB" of "override GB: ..."; mostly empty.
    std::string language;             ///< "zh"; empty when none is given.
    std::vector<std::string> values;  ///< In NFC, trimmed, at least one, none of them empty.
    Location location;
};

/// A block: "@org huawei" and the facts under it.
struct Block {
    std::string kind;  ///< "org"; not checked to be a kind there is.
    std::string id;    ///< Of a-z, 0-9 and hyphens.
    std::vector<Fact> facts;
    Location location;
};

/// What a *.ent file says, and which of its lines say nothing.
struct Blocks {
    std::vector<Block> blocks;  ///< As they stand in the file, the good facts of bad blocks too.
    Problems problems;
};

/// Reads the blocks of a *.ent file. What the keys and values mean is looked at elsewhere.
Blocks read_blocks(std::string_view text, std::string_view file);

}  // namespace nutgraf::entities
