#pragma once

#include "indexer/archive/clean/block.h"
#include "indexer/archive/piece.h"

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::archive {

/// What an archive says about an article beside its text.
struct Declared {
    std::string_view title;  ///< Empty where it says none: the text may begin with it.
    bool has_standfirst = false;
};

/// What a text has besides its body: where, and with the white space that goes with it.
struct TextPart {
    TextRange range;
    PieceKind kind = PieceKind::furniture;

    bool operator==(const TextPart&) const = default;
};

/// What a text is made of, as a reader tells it apart.
struct TextParts {
    std::vector<TextPart> besides;      ///< In the order of the text, none in another.
    std::vector<TextRange> paragraphs;  ///< Of the body, without white space around them.

    // The head, as far as the text itself gives it; empty where it does not.
    std::string title;
    std::string standfirst;
    std::vector<std::string> byline;
    std::string wire;
    std::string place;
    std::string section;
    std::string published;  ///< As ISO 8601 has it, with a day at least.
    std::string published_basis;
    std::string dateline_date;  ///< As written, of a dateline that does not give the whole of it.
};

/// The parts of a text. A text of which nothing would be left is all body.
TextParts parts_of(std::string_view text, const Declared& declared);

}  // namespace nutgraf::archive
