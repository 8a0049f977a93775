#pragma once

#include "analyzers/entities/gazetteer.h"
#include "analyzers/entities/gazetteer_format.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nutgraf::entities {

/// A name and one thing it stands for.
struct NamedSense {
    std::vector<std::uint32_t> words;  ///< Numbers; at least one.
    Table table = Table::entity;
    std::uint32_t number = 0;
    NameClass name_class = NameClass::name;
    std::string written;
    std::string language;
};

/// The names as a tree over their words: node 0 is the root, edge n leads to node n + 1, and the
/// edges of a node follow each other by word.
struct NameTrie {
    std::vector<format::NodeRow> nodes;  ///< And one more, whose beginnings end the last.
    std::vector<std::uint32_t> edges;    ///< Words.
    std::vector<NamedSense> senses;      ///< By node.
};

/// The tree of some names. Of senses that differ only in their capitals one stays, that with the
/// fewest; one in any language stands for those in some. A name that a row has both as `name` and
/// as `context` is `context`.
NameTrie name_trie(std::vector<NamedSense> names);

}  // namespace nutgraf::entities
