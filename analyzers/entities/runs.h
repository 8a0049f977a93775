#pragma once

#include "analyzers/entities/draft.h"

#include <cstdint>
#include <vector>

namespace nutgraf::entities {

/// A part of a run of capitals.
enum class ItemKind : std::uint8_t {
    word,    ///< A capitalised word, or a particle.
    entity,  ///< A name of the gazetteer that needs no context.
    place,
    adjective,  ///< "Chinese", "Republican"
    connector,  ///< "of the", "for", "and" inside the name of a body.
};

struct Item {
    std::uint32_t first = 0;  ///< Words, both included.
    std::uint32_t last = 0;
    ItemKind kind = ItemKind::word;
    const Match* match = nullptr;
};

/// Words that one name may be made of: no title, no punctuation among them.
using Piece = std::vector<Item>;

/// Cuts an article into pieces. Linear in the text: a piece has at most sixteen items.
class Runs {
public:
    explicit Runs(const Draft& draft) : draft_(draft), text_(draft.text) {}

    /// The next piece; false at the end. Overwrites `piece`, whose memory is used again.
    bool next(Piece& piece);

private:
    bool read_item(std::uint32_t at, Item& item) const;
    bool read_listed_item(std::uint32_t at, Item& item) const;
    bool is_surname_here(std::uint32_t at) const;
    bool is_title(std::uint32_t at, std::uint32_t& last) const;
    bool begins_nothing(std::uint32_t at) const;
    bool begins_body(std::uint32_t at) const;
    bool begins_body_of_role(std::uint32_t at) const;
    std::uint32_t end_of_syllables(std::uint32_t at) const;
    bool is_name_word(std::uint32_t at) const;
    bool is_small_suffix(std::uint32_t at) const;
    bool is_behind_name(std::uint32_t at) const;
    bool is_particle(std::uint32_t at) const;
    bool continues(const Piece& piece, std::uint32_t next) const;
    bool has_one_complement(const Piece& piece) const;
    bool add_complement(Piece& piece);
    bool add_family(Piece& piece);
    bool add_conjunct(Piece& piece);

    const Draft& draft_;
    const Reading& text_;
    std::uint32_t at_ = 0;
};

}  // namespace nutgraf::entities
