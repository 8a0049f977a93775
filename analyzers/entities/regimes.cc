#include "analyzers/entities/regimes.h"

#include <algorithm>

namespace nutgraf::entities {

bool is_hard_wrapped(std::string_view text) {
    constexpr std::size_t widest = 120;
    std::size_t ends = 0;
    std::size_t inside_sentences = 0;
    std::size_t begin = 0;
    while (true) {
        const std::size_t end = text.find('\n', begin);
        if (end == std::string_view::npos || end + 1 >= text.size()) break;
        if (end - begin > widest) return false;
        const char next = text[end + 1];
        if (end > begin && next != '\n' && next != '\r') {
            ++ends;
            inside_sentences += next >= 'a' && next <= 'z' ? 1 : 0;
        }
        begin = end + 1;
    }
    return ends >= 3 && 4 * inside_sentences >= ends;
}

namespace {

bool is_no_name(const Word& word) {
    return word.has(WordBit::common) || word.has(WordBit::policy) || word.has(WordBit::say_verb) ||
           word.has(WordBit::org_head) || word.has(WordBit::descriptor) ||
           word.has(WordBit::role) || word.has(WordBit::other_head);
}

}  // namespace

void LineCounter::add_capitalised(const Word& word) {
    ++capitalised_;
    if (words_ > 1 && is_no_name(word) && !word.has(WordBit::first_name)) ++capitalised_common_;
}

Regime LineCounter::regime(bool ends_in_stop) const {
    constexpr std::size_t fewest_letters = 7;
    constexpr std::size_t fewest_words = 4;
    if (letters_ >= fewest_letters && 4 * capitals_ > 3 * letters_) return Regime::capitals;
    const bool is_title = !ends_in_stop && content_words_ >= fewest_words &&
                          5 * capitalised_ >= 4 * content_words_ && capitalised_common_ > 0;
    return is_title ? Regime::title_case : Regime::sentence;
}

}  // namespace nutgraf::entities
