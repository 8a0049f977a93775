#pragma once

#include "analyzers/entities/reading.h"

#include <cstdint>
#include <optional>

namespace nutgraf::entities {

/// A verb that reports speech, with what belongs to it: "said", "pointed out", "made it clear".
struct Cue {
    std::uint32_t first = 0;  ///< Words, both included.
    std::uint32_t last = 0;
    bool has_addressee = false;  ///< "told", "warned": who is told may follow.
    bool is_request = false;     ///< "urged", "called for": who shall do what.
    /// Reports words only behind "that" or in quotation marks: "voiced", "thinks", "replied".
    bool needs_marks = false;
    bool is_participle = false;  ///< "saying", "adding".
};

/// Whether a word may be the first of a cue or of a source phrase, as those below find them.
bool may_report(std::string_view folded, WordBits bits);

/// The verb that begins at a word; empty where none does, or where the word is a noun or an
/// adjective there. Constant time.
std::optional<Cue> cue_at(const Reading& text, std::uint32_t at);

/// The word behind "according to" and its like in other languages; `at` where none begins there.
std::uint32_t end_of_source_phrase(const Reading& text, std::uint32_t at);

/// Whether a word begins what is reported: "that", "dass", "que".
bool is_that(const Reading& text, std::uint32_t at);

/// Whether a word joins clauses: "and", in German "und".
bool is_and(const Reading& text, std::uint32_t at);

/// Whether a word is a preposition that ties a noun to the one before it.
bool is_preposition(const Reading& text, std::uint32_t at);

}  // namespace nutgraf::entities
