#include "analyzers/text/token.h"

#include <algorithm>

namespace nutgraf::analyzers {

void Tokens::add(const Token& token, std::string_view folded, std::string_view caseless) {
    tokens_.push_back(token);
    const Range range = store(folded);
    // Most words have but one form, which is given twice.
    const bool is_one = caseless.data() == folded.data() || caseless == folded;
    forms_.push_back({range, is_one ? range : store(caseless)});
}

void Tokens::reserve(std::size_t text_bytes) {
    constexpr std::size_t bytes_a_word = 6;  // Of English, with the space behind it.
    tokens_.reserve(text_bytes / bytes_a_word);
    forms_.reserve(text_bytes / bytes_a_word);
    characters_.resize(text_bytes + copy_step);
}

Tokens::Range Tokens::store(std::string_view characters) {
    const Range range{static_cast<std::uint32_t>(used_),
                      static_cast<std::uint32_t>(characters.size())};
    std::ranges::copy(characters, room(characters.size()));
    used_ += characters.size();
    return range;
}

void Tokens::grow(std::size_t bytes) {
    characters_.resize(std::max(used_ + bytes, 2 * characters_.size()));
}

std::vector<Compound> compounds(const Tokens& tokens) {
    constexpr std::size_t max_parts = 4;
    constexpr std::size_t max_bytes = 64;
    std::vector<Compound> found;
    for (std::size_t first = 0; first < tokens.size();) {
        std::size_t next = first + 1;
        while (next < tokens.size() && tokens[next].is_glued) ++next;
        if (next - first >= 2 && next - first <= max_parts) {
            Compound compound{first, next - 1, {}, {}};
            for (std::size_t i = first; i < next; ++i) {
                compound.folded += tokens.folded(i);
                compound.caseless += tokens.caseless(i);
            }
            if (compound.folded.size() <= max_bytes && compound.caseless.size() <= max_bytes)
                found.push_back(std::move(compound));
        }
        first = next;
    }
    return found;
}

}  // namespace nutgraf::analyzers
