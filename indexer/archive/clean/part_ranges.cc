#include "indexer/archive/clean/part_ranges.h"

#include <algorithm>

namespace nutgraf::archive {

namespace {

/// Blocks of a text that are taken out one behind the other, [first, last].
struct BlockRun {
    std::size_t first = 0;
    std::size_t last = 0;
};

std::vector<BlockRun> runs_of(const std::vector<std::optional<PieceKind>>& kinds) {
    std::vector<BlockRun> runs;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (!kinds[i]) continue;
        if (i > 0 && kinds[i - 1]) {
            runs.back().last = i;
        } else {
            runs.push_back({i, i});
        }
    }
    return runs;
}

/// Gives the ranges of runs of blocks.
class RunRanges {
public:
    RunRanges(std::string_view text, const std::vector<Block>& blocks)
        : text_(text), blocks_(blocks) {}

    /// The range of one block of a run: with the white space before it, or else behind it.
    TextRange of(const BlockRun& run, std::size_t block) const {
        if (takes_space_before(run))
            return {end_before(block), is_last(block) ? text_.size() : blocks_[block].range.end};
        return {block == 0 ? 0 : blocks_[block].range.begin, begin_behind(block)};
    }

private:
    bool is_last(std::size_t block) const { return block + 1 == blocks_.size(); }

    std::size_t end_before(std::size_t block) const {
        return block == 0 ? 0 : blocks_[block - 1].range.end;
    }

    std::size_t begin_behind(std::size_t block) const {
        return is_last(block) ? text_.size() : blocks_[block + 1].range.begin;
    }

    /// The wider of the two gaps is the one that stays.
    bool takes_space_before(const BlockRun& run) const {
        if (run.first == 0) return false;
        if (is_last(run.last)) return true;
        const auto line_feeds = [&](std::size_t begin, std::size_t end) {
            return std::ranges::count(text_.substr(begin, end - begin), '\n');
        };
        return line_feeds(blocks_[run.last].range.end, begin_behind(run.last)) >
               line_feeds(end_before(run.first), blocks_[run.first].range.begin);
    }

    std::string_view text_;
    const std::vector<Block>& blocks_;
};

}  // namespace

std::vector<TextPart> part_ranges(std::string_view text, const std::vector<Block>& blocks,
                                  const std::vector<std::optional<PieceKind>>& kinds,
                                  const std::vector<TextRange>& glued) {
    std::vector<TextPart> parts;
    const RunRanges ranges(text, blocks);
    for (const BlockRun& run : runs_of(kinds))
        for (std::size_t i = run.first; i <= run.last; ++i)
            parts.push_back({ranges.of(run, i), *kinds[i]});
    std::vector<TextRange> bodies;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (!kinds[i]) bodies.push_back(blocks[i].range);
    for (const TextRange& piece : glued) {
        const auto body = std::ranges::upper_bound(bodies, piece.begin, {}, &TextRange::end);
        if (body != bodies.end() && body->begin <= piece.begin)
            parts.push_back({piece, PieceKind::furniture});
    }
    std::ranges::sort(parts, {}, [](const TextPart& part) { return part.range.begin; });
    return parts;
}

std::vector<TextRange> rest_of(const std::vector<Block>& blocks,
                               const std::vector<std::optional<PieceKind>>& kinds,
                               const std::vector<TextRange>& glued) {
    std::vector<TextRange> rest;
    auto piece = glued.begin();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        TextRange range = blocks[i].range;
        for (; piece != glued.end() && piece->begin < range.end; ++piece) {
            if (kinds[i]) continue;
            if (piece->begin > range.begin) rest.push_back({range.begin, piece->begin});
            range.begin = piece->end;
        }
        if (!kinds[i] && range.begin < range.end) rest.push_back(range);
    }
    return rest;
}

}  // namespace nutgraf::archive
