#pragma once

#include "base/json.h"
#include "indexer/archive/piece.h"

#include <optional>
#include <vector>

namespace nutgraf::archive {

/// Puts pieces into the record of an article: furniture under "furniture", the rest under "head",
/// each with where it begins in the text as it was, its text, and its kind unless that is
/// furniture. Nothing for none.
void put_pieces(Json& record, const std::vector<Piece>& pieces);

/// Back from the two members, in the order of the text. Empty optional when one of them is anything
/// else than that; no pieces where neither is there.
std::optional<std::vector<Piece>> pieces_in(const Json& record);

/// The names of the two members.
constexpr const char* furniture_member = "furniture";
constexpr const char* head_member = "head";

}  // namespace nutgraf::archive
