#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::archive {

/// Bytes of a text, [begin, end).
struct TextRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const TextRange&) const = default;
};

/// The bytes of a text that a range says.
inline std::string_view within(std::string_view text, const TextRange& range) {
    return text.substr(range.begin, range.end - range.begin);
}

/// No line of furniture, and no headline, is longer: what is longer is a paragraph.
constexpr std::size_t max_short_bytes = 250;

/// A line of a text, or all lines of a paragraph that was broken to a width.
struct Block {
    TextRange range;             ///< Without white space around it; never empty.
    std::string words;           ///< Its folded words with a space between; none of a long one.
    std::size_t word_count = 0;  ///< Of a short one.
    bool is_paragraph = false;   ///< It is long, broken to a width, or ends as a sentence does.

    bool is_short() const { return range.end - range.begin <= max_short_bytes; }
};

/// The blocks of a text, in its order. White space is what stands between them.
std::vector<Block> blocks_of(std::string_view text);

/// The folded words of a text with a space between: how lines are compared with known ones.
std::string folded_words(std::string_view text);

/// Whether a line is what somebody says, behind their name or part: "QUESTION: Thank you very
/// much."
bool begins_with_speaker(std::string_view line);

/// Whether a line ends like a sentence, its closing quotes aside.
bool ends_a_sentence(std::string_view line);

}  // namespace nutgraf::archive
