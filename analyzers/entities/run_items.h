#pragma once

#include "analyzers/entities/draft.h"

#include <cstdint>

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

/// Tells which words of an article a run of capitals may be made of. Borrows the draft. Every
/// question takes bounded time. Not thread-safe: one per thread.
class RunItems {
public:
    explicit RunItems(const Draft& draft) : draft_(draft), text_(draft.text) {}

    /// The item that begins at a word; false, and anything in `item`, where none does.
    bool read(std::uint32_t at, Item& item) const;

    /// Whether a title begins at a word, or else a day or a month; if so `last` becomes the last
    /// word of it.
    bool is_title(std::uint32_t at, std::uint32_t& last) const;

    /// Whether a word is written as a name's.
    bool is_name_word(std::uint32_t at) const;

private:
    bool read_listed(std::uint32_t at, Item& item) const;
    bool is_article_of_longer(std::uint32_t at, const Match& with_article) const;
    bool is_surname_here(std::uint32_t at) const;
    bool begins_body(std::uint32_t at) const;
    bool begins_body_of_role(std::uint32_t at) const;
    std::uint32_t end_of_syllables(std::uint32_t at) const;
    bool is_small_suffix(std::uint32_t at) const;
    bool is_behind_name(std::uint32_t at) const;
    bool is_particle(std::uint32_t at) const;

    const Draft& draft_;
    const Reading& text_;
};

/// Whether a word is what bodies or firms are called: "Ministry", "Inc".
bool is_body_head(const Word& word);

}  // namespace nutgraf::entities
