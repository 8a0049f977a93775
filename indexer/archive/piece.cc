#include "indexer/archive/piece.h"

#include <algorithm>
#include <array>

namespace nutgraf::archive {

namespace {

/// In the order of the enumeration.
constexpr std::array<std::string_view, piece_kinds> kind_names = {
    "furniture", "headline", "standfirst", "byline", "date", "learned"};

bool is_on_border(std::string_view text, std::size_t offset) {
    return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80;
}

}  // namespace

std::string_view name_of(PieceKind kind) {
    return kind_names.at(static_cast<std::size_t>(kind));
}

std::optional<PieceKind> piece_kind_named(std::string_view name) {
    const auto* found = std::ranges::find(kind_names, name);
    if (found == kind_names.end()) return std::nullopt;
    return static_cast<PieceKind>(found - kind_names.begin());
}

bool has_piece(const std::vector<Piece>& pieces, PieceKind kind) {
    return std::ranges::find(pieces, kind, &Piece::kind) != pieces.end();
}

bool has_furniture(const std::vector<Piece>& pieces) {
    return std::ranges::any_of(pieces, is_furniture, &Piece::kind);
}

bool fit(std::string_view rest, const std::vector<Piece>& pieces) {
    std::size_t taken = 0;  // Bytes of the pieces before.
    std::size_t used = 0;   // Bytes of the rest before.
    for (const Piece& piece : pieces) {
        if (piece.text.empty() || piece.begin < used + taken) return false;
        used = piece.begin - taken;
        if (used > rest.size() || !is_on_border(rest, used)) return false;
        taken += piece.text.size();
    }
    return true;
}

std::string put_together(std::string_view rest, const std::vector<Piece>& pieces) {
    std::string text;
    std::size_t used = 0;
    for (const Piece& piece : pieces) {
        const std::size_t bytes = piece.begin - text.size();
        text += rest.substr(used, bytes);
        used += bytes;
        text += piece.text;
    }
    text += rest.substr(used);
    return text;
}

std::size_t place_in_whole(const std::vector<Piece>& pieces, std::size_t offset) {
    for (const Piece& piece : pieces) {
        if (piece.begin > offset) break;
        offset += piece.text.size();
    }
    return offset;
}

}  // namespace nutgraf::archive
