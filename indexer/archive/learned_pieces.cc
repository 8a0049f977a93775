#include "indexer/archive/learned_pieces.h"

#include <algorithm>
#include <string>
#include <utility>

namespace nutgraf::archive {

namespace {

/// The parts of a range of a body between which other pieces stood in the raw text.
std::vector<TextRange> parts_between(const std::vector<Piece>& pieces, TextRange range) {
    std::vector<TextRange> parts;
    std::size_t taken = 0;
    for (const Piece& piece : pieces) {
        const std::size_t at = piece.begin - taken;
        taken += piece.text.size();
        if (at <= range.begin || at >= range.end) continue;
        parts.push_back({range.begin, at});
        range.begin = at;
    }
    parts.push_back(range);
    return parts;
}

}  // namespace

void take_out_learned(Article& article, const std::vector<TextRange>& ranges) {
    std::vector<Piece> pieces = article.removed;
    std::string rest;
    std::size_t at = 0;
    for (const TextRange& range : ranges) {
        rest += within(article.body, {at, range.begin});
        at = range.end;
        for (const TextRange& part : parts_between(article.removed, range))
            pieces.push_back({place_in_whole(article.removed, part.begin),
                              std::string(within(article.body, part)), PieceKind::learned});
    }
    rest += within(article.body, {at, article.body.size()});
    std::ranges::sort(pieces, {}, &Piece::begin);
    article.body = std::move(rest);
    article.removed = std::move(pieces);
}

Article with_learned_lines(Article article) {
    if (!has_piece(article.removed, PieceKind::learned)) return article;
    const std::string whole = put_together(article.body, article.removed);
    std::erase_if(article.removed,
                  [](const Piece& piece) { return piece.kind == PieceKind::learned; });
    article.body.clear();
    std::size_t at = 0;
    for (const Piece& piece : article.removed) {
        article.body += within(whole, {at, piece.begin});
        at = piece.begin + piece.text.size();
    }
    article.body += within(whole, {at, whole.size()});
    return article;
}

}  // namespace nutgraf::archive
