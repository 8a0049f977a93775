#include "indexer/archive/clean/block.h"

#include "analyzers/text/tokenizer.h"
#include "analyzers/text/word_class.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace nutgraf::archive {

namespace {

constexpr std::string_view line_space = " \t\r\f";

/// A line without white space around it; `is_after_gap` where an empty line stands before it.
struct TextLine {
    TextRange range;
    bool is_after_gap = false;
};

std::vector<TextLine> text_lines(std::string_view text) {
    std::vector<TextLine> lines;
    bool is_after_gap = false;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        const std::size_t first = line.find_first_not_of(line_space);
        if (first == std::string_view::npos) {
            is_after_gap = true;
        } else {
            const std::size_t last = line.find_last_not_of(line_space);
            lines.push_back({{begin + first, begin + last + 1}, is_after_gap});
            is_after_gap = false;
        }
        begin = end + 1;
    }
    return lines;
}

bool begins_small(std::string_view line) {
    return analyzers::word_class(code_point_at(line, 0).value) == analyzers::WordClass::lower;
}

/// Whether lines without an empty one between them are a paragraph that was broken to a width: all
/// but the last are about as long, and one goes on in the middle of a sentence.
bool is_broken_to_width(std::string_view text, const std::vector<TextLine>& lines,
                        std::size_t first, std::size_t last) {
    constexpr std::size_t shortest = 40;
    constexpr std::size_t longest = 120;
    bool goes_on = false;
    for (std::size_t i = first; i < last; ++i) {
        const std::size_t bytes = lines[i].range.end - lines[i].range.begin;
        if (bytes < shortest || bytes > longest) return false;
        goes_on = goes_on || begins_small(within(text, lines[i + 1].range));
    }
    return goes_on;
}

Block block_of(std::string_view text, const TextRange& range, bool is_broken) {
    Block block{range, {}, 0, is_broken};
    const std::string_view line = within(text, range);
    if (!block.is_short()) {
        block.is_paragraph = true;
        return block;
    }
    block.words = folded_words(line);
    if (!block.words.empty())
        block.word_count = 1 + static_cast<std::size_t>(std::ranges::count(block.words, ' '));
    block.is_paragraph = is_broken || ends_a_sentence(line);
    return block;
}

}  // namespace

std::vector<Block> blocks_of(std::string_view text) {
    const std::vector<TextLine> lines = text_lines(text);
    std::vector<Block> blocks;
    for (std::size_t first = 0; first < lines.size();) {
        std::size_t last = first;
        while (last + 1 < lines.size() && !lines[last + 1].is_after_gap) ++last;
        if (is_broken_to_width(text, lines, first, last)) {
            blocks.push_back(
                block_of(text, {lines[first].range.begin, lines[last].range.end}, true));
        } else {
            for (std::size_t i = first; i <= last; ++i)
                blocks.push_back(block_of(text, lines[i].range, false));
        }
        first = last + 1;
    }
    return blocks;
}

std::string folded_words(std::string_view text) {
    const analyzers::Tokens tokens = analyzers::tokenise(text);
    std::string words;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (i > 0) words += ' ';
        words += tokens.folded(i);
    }
    return words;
}

bool begins_with_speaker(std::string_view line) {
    constexpr std::size_t longest_label = 40;
    const std::size_t colon = line.substr(0, longest_label).find(':');
    if (colon == std::string_view::npos) return false;
    return std::ranges::none_of(line.substr(0, colon), [](char c) { return 'a' <= c && c <= 'z'; });
}

bool ends_a_sentence(std::string_view line) {
    constexpr std::array<std::string_view, 4> closing = {"\"", "'", "”", "’"};
    for (bool is_stripped = true; is_stripped;) {
        is_stripped = false;
        for (const std::string_view mark : closing) {
            if (!line.ends_with(mark)) continue;
            line.remove_suffix(mark.size());
            is_stripped = true;
        }
    }
    return line.ends_with('.') || line.ends_with("。");
}

}  // namespace nutgraf::archive
