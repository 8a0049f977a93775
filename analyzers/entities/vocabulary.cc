#include "analyzers/entities/vocabulary.h"

#include "analyzers/text/tokenizer.h"

#include <cassert>

namespace nutgraf::entities {

std::uint32_t Vocabulary::number(std::string_view folded) {
    const auto [row, is_new] = rows_.try_emplace(std::string(folded), spellings_.size());
    if (is_new) {
        spellings_.push_back({row->first, static_cast<std::uint32_t>(bits_.size())});
        bits_.emplace_back();
    }
    return spellings_[row->second].number;
}

void Vocabulary::pair(std::string_view word, std::string_view other) {
    const std::vector<std::uint32_t> kept = numbers(word);
    const std::vector<std::uint32_t> lost = numbers(other);
    assert(kept.size() == 1 && lost.size() == 1);
    if (kept == lost) return;
    bits_[kept.front()].add(bits_[lost.front()]);
    for (Spelling& spelling : spellings_)
        if (spelling.number == lost.front()) spelling.number = kept.front();
}

std::vector<std::uint32_t> Vocabulary::numbers(std::string_view name) {
    const analyzers::Tokens words = analyzers::tokenise(name);
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < words.size(); ++i) found.push_back(number(words.folded(i)));
    return found;
}

void Vocabulary::mark(std::uint32_t number, WordBit bit) {
    bits_[number].add(bit);
}

}  // namespace nutgraf::entities
