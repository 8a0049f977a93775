#pragma once

#include "analyzers/entities/cues.h"
#include "analyzers/entities/reading.h"

#include <cstdint>
#include <optional>

namespace nutgraf::entities {

/// Whether a word is one of a script whose characters are words of their own: Han, Kana.
bool is_east_asian(const Reading& text, std::uint32_t at);

/// The Chinese or Japanese verb of speech whose first character is a word: "表示", "说", "述べ";
/// empty where there is none. Constant time.
std::optional<Cue> east_asian_verb_at(const Reading& text, std::uint32_t at);

/// The same, only where it reports what is not quoted: in Japanese behind "と".
std::optional<Cue> east_asian_cue_at(const Reading& text, std::uint32_t at);

/// What marks a quotation right before a word as reported, without a verb of speech: "とした".
/// Empty where nothing does.
std::optional<Cue> quoting_particle_at(const Reading& text, std::uint32_t at);

}  // namespace nutgraf::entities
