#pragma once

#include "analyzers/entities/problem.h"

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::entities {

/// A line of a lexicon: a word and what it may be.
struct LexiconRow {
    std::string form;
    std::string word_class;  ///< One of the classes of gazetteers/README.md: "say-verb".
    std::string language;
    std::vector<std::string> flags;
    Location location;
};

/// Reads a lexicon-*.tsv. Appends to `problems` the lines that are not of the format.
std::vector<LexiconRow> read_lexicon(std::string_view text, std::string_view file,
                                     Problems& problems);

}  // namespace nutgraf::entities
