#pragma once

#include "analyzers/entities/draft.h"

#include <cstdint>
#include <vector>

namespace nutgraf::entities {

/// An acronym and its long form, as an article gives them.
struct Definition {
    std::uint32_t long_form = 0;  ///< Candidate.
    std::uint32_t acronym = 0;    ///< Candidate.
};

/// Finds acronyms in brackets behind their long form, and long forms behind their acronym:
/// "National Cyber Security Centre (NCSC)", "NUKIB (National Cyber and Information Security
/// Agency)". Adds clues to both. Overwrites `definitions`, whose memory is used again.
void find_definitions(Draft& draft, std::vector<Definition>& definitions);

/// Whether the letters of an acronym stand for words of a text, in order: at the beginning of most,
/// with small words passed over.
bool stands_for(const Reading& text, std::string_view acronym, std::uint32_t first,
                std::uint32_t last);

}  // namespace nutgraf::entities
