#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::archive {

/// What of a text is not its body. Stored by its number: only ever append.
enum class PieceKind : std::uint8_t {
    furniture,  ///< Of the page and not of the article: menus, buttons, what is said twice.
    headline,
    standfirst,
    byline,
    date,     ///< A line that says when it was published.
    learned,  ///< Furniture too: a line that its source repeats, which the index has learned.
};

constexpr std::size_t piece_kinds = 6;

/// How a kind is called in records: "furniture".
std::string_view name_of(PieceKind kind);

/// The kind of a name; empty for another word.
std::optional<PieceKind> piece_kind_named(std::string_view name);

/// Whether a kind is furniture, by the rules of cleaning or as the index has learned.
constexpr bool is_furniture(PieceKind kind) {
    return kind == PieceKind::furniture || kind == PieceKind::learned;
}

/// A piece that was taken out of a text: where it stood there, and what it was, byte by byte, with
/// the white space that went with it.
struct Piece {
    std::size_t begin = 0;  ///< In the text as it was, before anything was taken out.
    std::string text;
    PieceKind kind = PieceKind::furniture;

    bool operator==(const Piece&) const = default;
};

/// Whether one of the pieces is of a kind.
bool has_piece(const std::vector<Piece>& pieces, PieceKind kind);

/// Whether one of the pieces is furniture.
bool has_furniture(const std::vector<Piece>& pieces);

/// Whether pieces fit a text they were taken out of: in order, not empty, none in another, and each
/// on the border of a character of the rest.
bool fit(std::string_view rest, const std::vector<Piece>& pieces);

/// The text as it was, of the rest and the pieces, which fit.
std::string put_together(std::string_view rest, const std::vector<Piece>& pieces);

/// Where a byte of the rest stood in that text.
std::size_t place_in_whole(const std::vector<Piece>& pieces, std::size_t offset);

}  // namespace nutgraf::archive
