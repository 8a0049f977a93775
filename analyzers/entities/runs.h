#pragma once

#include "analyzers/entities/draft.h"
#include "analyzers/entities/run_items.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace nutgraf::entities {

/// Words that one name may be made of: no title, no punctuation among them.
using Piece = std::vector<Item>;

/// Cuts an article into pieces. Linear in the text: a piece has at most sixteen items.
class Runs {
public:
    explicit Runs(const Draft& draft) : draft_(draft), text_(draft.text), items_(draft) {}

    /// The next piece; false at the end. Overwrites `piece`, whose memory is used again.
    bool next(Piece& piece);

private:
    bool continues(const Piece& piece, std::uint32_t next) const;
    bool has_one_complement(const Piece& piece, std::string_view next) const;
    bool is_person_of_body(std::uint32_t at, const Item& item) const;
    bool add_complement(Piece& piece);
    bool add_family(Piece& piece);
    bool add_conjunct(Piece& piece);

    const Draft& draft_;
    const Reading& text_;
    RunItems items_;
    std::uint32_t at_ = 0;
};

}  // namespace nutgraf::entities
