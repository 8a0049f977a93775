#pragma once

#include "searchd/query/syntax.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace nutgraf::query {

/// The note on a word that looks like a field and what is looked for in it, "titel:huawei", though
/// there is no such field; with the field that was meant where that can be told. Empty for what is
/// no field to a reader either: an address, a time of day, "re:x". `position` is the word's byte in
/// the query's text.
std::optional<Note> note_on_unknown_field(std::string_view word, std::size_t position);

}  // namespace nutgraf::query
