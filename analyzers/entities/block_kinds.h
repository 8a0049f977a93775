#pragma once

#include "analyzers/entities/block_reader.h"

#include <span>
#include <string_view>

namespace nutgraf::entities {

/// A key that a kind of block may have.
struct KeyRule {
    std::string_view key;
    bool is_single = false;     ///< One value at most.
    bool has_language = false;  ///< May have a language in brackets.
    bool has_argument = false;  ///< Has a word behind it: "override GB".
};

/// A kind of block: "@org".
struct BlockKind {
    std::string_view name;
    std::string_view ids;  ///< Kinds with the same word share their ids: an @org is no @person.
    std::span<const KeyRule> keys;
};

/// Null when there is none of that name.
const BlockKind* block_kind_named(std::string_view name);

/// Says what keys of the blocks are not those of their kinds, or have too many values.
void check_keys(const std::vector<Block>& blocks, Problems& problems);

/// The blocks of all files, in the order of the files, as one block an id: a later file adds to an
/// earlier one or, with `delete: key`, takes away. Blocks of a kind there is not are left out.
std::vector<Block> merged_blocks(std::vector<Block> blocks, Problems& problems);

}  // namespace nutgraf::entities
