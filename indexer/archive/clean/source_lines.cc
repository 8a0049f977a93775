#include "indexer/archive/clean/source_lines.h"

#include "indexer/archive/clean/part_ranges.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace nutgraf::archive {

namespace {

constexpr std::size_t top_lines = 3;
constexpr std::size_t bottom_lines = 5;
constexpr std::size_t min_words_anywhere = 4;
// "Thank you very much." is said, however often.
constexpr std::size_t min_sentence_words = 5;

bool is_label_or_question(std::string_view line) {
    constexpr std::array<std::string_view, 8> ends = {":", "：", "?", "？", "؟", "?\"", "?”", "?’"};
    return std::ranges::any_of(ends, [&](std::string_view end) { return line.ends_with(end); });
}

bool is_at_an_edge(std::size_t block, std::size_t blocks) {
    return block < top_lines || block + bottom_lines >= blocks;
}

std::optional<SourceLine> source_line(std::string_view line, const Block& block, bool is_at_edge) {
    if (!block.is_short() || is_label_or_question(line) || begins_with_speaker(line))
        return std::nullopt;
    const bool is_sentence = ends_a_sentence(line);
    if (is_sentence && block.word_count < min_sentence_words) return std::nullopt;
    const bool is_anywhere = !is_sentence && block.word_count >= min_words_anywhere;
    if (!is_at_edge && !is_anywhere) return std::nullopt;
    std::string words = block.words.empty() ? std::string(line) : block.words;
    if (is_sentence) words += '.';
    return SourceLine{0, std::move(words), is_sentence, is_anywhere};
}

}  // namespace

std::vector<SourceLine> source_lines(std::string_view body, const std::vector<Block>& blocks) {
    std::vector<SourceLine> lines;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        auto line =
            source_line(within(body, blocks[i].range), blocks[i], is_at_an_edge(i, blocks.size()));
        if (!line) continue;
        line->block = i;
        lines.push_back(std::move(*line));
    }
    return lines;
}

std::vector<TextRange> repeated_ranges(std::string_view body, const std::vector<Block>& blocks,
                                       const std::vector<SourceLine>& known) {
    std::vector<std::optional<PieceKind>> kinds(blocks.size());
    for (const SourceLine& line : known)
        if (line.is_anywhere) kinds[line.block] = PieceKind::learned;
    // From outside, as long as there is nothing else.
    std::size_t first = 0;
    for (auto line = known.begin(); line != known.end() && line->block == first; ++line)
        kinds[first++] = PieceKind::learned;
    std::size_t last = blocks.size();
    for (auto line = known.rbegin(); line != known.rend() && line->block + 1 == last; ++line)
        kinds[--last] = PieceKind::learned;
    const auto is_taken = [](const std::optional<PieceKind>& kind) { return kind.has_value(); };
    if (std::ranges::all_of(kinds, is_taken)) return {};
    std::vector<TextRange> ranges;
    for (const TextPart& part : part_ranges(body, blocks, kinds, {})) ranges.push_back(part.range);
    return ranges;
}

}  // namespace nutgraf::archive
