#include "indexer/archive/piece_record.h"

#include <algorithm>

namespace nutgraf::archive {

namespace {

std::optional<std::string> text_in(const Json& item, const char* name) {
    const auto member = item.find(name);
    if (member == item.end() || !member->is_string()) return std::nullopt;
    return member->get<std::string>();
}

std::optional<Piece> piece_in(const Json& item, bool is_of_furniture) {
    if (!item.is_object()) return std::nullopt;
    const auto begin = item.find("begin");
    auto text = text_in(item, "text");
    if (begin == item.end() || !begin->is_number_unsigned() || !text) return std::nullopt;
    Piece piece{begin->get<std::size_t>(), std::move(*text), PieceKind::furniture};
    const auto name = text_in(item, "kind");
    if (!name && is_of_furniture) return piece;
    const auto kind = piece_kind_named(name.value_or(std::string()));
    if (!kind || is_furniture(*kind) != is_of_furniture) return std::nullopt;
    piece.kind = *kind;
    return piece;
}

/// Adds the pieces of one member; false when it is no list of them.
bool add_pieces(const Json& record, const char* name, std::vector<Piece>& pieces) {
    const auto list = record.find(name);
    if (list == record.end()) return true;
    if (!list->is_array()) return false;
    for (const Json& item : *list) {
        auto piece = piece_in(item, name == furniture_member);
        if (!piece) return false;
        pieces.push_back(std::move(*piece));
    }
    return true;
}

}  // namespace

void put_pieces(Json& record, const std::vector<Piece>& pieces) {
    for (const Piece& piece : pieces) {
        Json item = {{"begin", piece.begin}, {"text", piece.text}};
        if (piece.kind != PieceKind::furniture) item["kind"] = name_of(piece.kind);
        record[is_furniture(piece.kind) ? furniture_member : head_member].push_back(
            std::move(item));
    }
}

std::optional<std::vector<Piece>> pieces_in(const Json& record) {
    std::vector<Piece> pieces;
    if (!add_pieces(record, furniture_member, pieces) || !add_pieces(record, head_member, pieces))
        return std::nullopt;
    std::ranges::stable_sort(pieces, {}, &Piece::begin);
    return pieces;
}

}  // namespace nutgraf::archive
