#pragma once

#include "analyzers/entities/name_trie.h"
#include "analyzers/entities/source.h"
#include "analyzers/entities/vocabulary.h"

#include <vector>

namespace nutgraf::entities {

/// The words of a source and the names over them.
struct Names {
    Vocabulary vocabulary;
    std::vector<NamedSense> senses;
};

/// Numbers are the rows of the source's lists.
Names names_of(const Source& source);

}  // namespace nutgraf::entities
