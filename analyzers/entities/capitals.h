#pragma once

#include "analyzers/entities/reading.h"

#include <cstdint>
#include <string_view>

namespace nutgraf::entities {

/// Whether words of a text are written as a name of the gazetteer demands: where the name has a
/// capital letter at the beginning of a word, the text must have one; elsewhere it may.
bool has_capitals_of(const Sense& name, const Reading& text, std::uint32_t first,
                     std::uint32_t last);

/// Whether words of a text are an acronym exactly as the gazetteer writes it.
bool is_exactly(std::string_view acronym, const Reading& text, std::uint32_t first,
                std::uint32_t last);

/// Whether a name is of a script that other languages do not write: then its language does not
/// matter.
bool is_of_other_script(std::string_view name);

}  // namespace nutgraf::entities
