#pragma once

#include "analyzers/entities/gazetteer.h"

#include <optional>
#include <span>
#include <string_view>

namespace nutgraf::entities {

/// The class of lexicon rows that give another spelling of a word.
constexpr std::string_view spelling_class = "spelling";

/// A flag of a lexicon row and what it adds.
struct FlagBit {
    std::string_view flag;
    WordBit bit = WordBit::common;
};

/// A class of lexicon rows.
struct WordClassRow {
    std::string_view name;
    WordBit bit = WordBit::common;
    std::span<const FlagBit> flags;  ///< Those it takes; see `takes_any_flag`.
    bool takes_any_flag = false;     ///< Flags for readers.
};

/// All classes but `spelling`, in the order of gazetteers/README.md.
std::span<const WordClassRow> word_classes();

/// Null when there is none of that name.
const WordClassRow* word_class_named(std::string_view name);

}  // namespace nutgraf::entities
