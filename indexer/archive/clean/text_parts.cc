#include "indexer/archive/clean/text_parts.h"

#include "indexer/archive/ascii.h"
#include "indexer/archive/clean/byline.h"
#include "indexer/archive/clean/date_line.h"
#include "indexer/archive/clean/dateline.h"
#include "indexer/archive/clean/line_rules.h"
#include "indexer/archive/clean/part_ranges.h"
#include "indexer/archive/clean/repeats.h"

#include <algorithm>
#include <optional>

namespace nutgraf::archive {

namespace {

constexpr std::size_t min_headline_words = 4;
constexpr std::size_t min_standfirst_words = 6;
constexpr std::size_t max_standfirst_bytes = 500;
constexpr std::size_t no_block = std::string_view::npos;

/// "Dockers back at work" of "Dockers back at work | The Courier".
std::string_view without_site(std::string_view title) {
    std::size_t end = 0;
    for (const std::string_view mark : {" - ", " | ", " – ", " — "})
        if (const std::size_t at = title.rfind(mark); at != std::string_view::npos)
            end = std::max(end, at);
    return title.substr(0, end);
}

/// Tells the parts of one text apart.
class PartsReader {
public:
    PartsReader(std::string_view text, const Declared& declared)
        : text_(text), declared_(declared), blocks_(blocks_of(text)), kinds_(blocks_.size()) {}

    TextParts parts() && {
        mark_buttons();
        mark_repeats();
        find_edges();
        mark_lists();
        mark_edges();
        if (!has_body()) return all_body();
        read_head();
        if (!has_body()) return all_body();
        read_credits();
        parts_.besides = part_ranges(text_, blocks_, kinds_, glued_);
        parts_.paragraphs = rest_of(blocks_, kinds_, glued_);
        return std::move(parts_);
    }

private:
    std::string_view line(std::size_t block) const { return within(text_, blocks_[block].range); }
    bool is_kept(std::size_t block) const { return !kinds_[block]; }

    void mark(std::size_t block, PieceKind kind = PieceKind::furniture) { kinds_[block] = kind; }

    void mark_buttons() {
        for (std::size_t i = 0; i < blocks_.size(); ++i)
            if (is_furniture_anywhere(blocks_[i], line(i))) mark(i);
    }

    void mark_repeats() {
        Repeats repeats(text_);
        repeats.know(declared_.title);
        repeats.know(without_site(declared_.title));
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (!is_kept(i)) continue;
            const std::vector<TextRange> found = repeats.repeated(blocks_[i]);
            if (is_all_of(blocks_[i].range, found)) {
                mark(i);
            } else {
                glued_.insert(glued_.end(), found.begin(), found.end());
            }
        }
    }

    static bool is_all_of(const TextRange& block, const std::vector<TextRange>& pieces) {
        std::size_t bytes = 0;
        for (const TextRange& piece : pieces) bytes += piece.end - piece.begin;
        return bytes == block.end - block.begin;
    }

    /// The first paragraph that is kept, and the last; a text without one has no edges.
    void find_edges() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (!is_kept(i) || !blocks_[i].is_paragraph) continue;
            if (!has_paragraphs_) first_paragraph_ = i;
            has_paragraphs_ = true;
            last_paragraph_ = i;
        }
    }

    void mark_edges() {
        if (!has_paragraphs_) return;
        const Script script = script_of(text_.substr(blocks_[first_paragraph_].range.begin));
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const bool is_before = i < first_paragraph_;
            if (!is_kept(i) || (!is_before && i <= last_paragraph_)) continue;
            if (!is_furniture_at_an_edge(blocks_[i], line(i), script)) continue;
            if (is_before && parts_.section.empty())
                parts_.section = section_in(blocks_[i], line(i));
            mark(i);
        }
    }

    /// Headings of lists, and behind the last paragraph all that such a heading is of.
    void mark_lists() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (!is_kept(i) || !is_list_heading(blocks_[i])) continue;
            mark(i);
            if (!has_paragraphs_ || i < last_paragraph_) continue;
            for (std::size_t below = i + 1; below < blocks_.size(); ++below)
                if (is_kept(below)) mark(below);
        }
    }

    /// Whether anything is left that is no furniture at an edge, such as a text may have none of.
    bool has_body() const {
        const std::vector<std::size_t> kept = this->kept();
        return std::ranges::any_of(kept, [&](std::size_t block) {
            return !is_furniture_at_an_edge(blocks_[block], line(block), Script::none);
        });
    }

    std::vector<std::size_t> kept() const {
        std::vector<std::size_t> kept;
        for (std::size_t i = 0; i < blocks_.size(); ++i)
            if (is_kept(i)) kept.push_back(i);
        return kept;
    }

    /// What stands above the text: headline, standfirst, byline and date, as far as they are there.
    void read_head() {
        constexpr std::size_t most_lines = 6;
        const std::vector<std::size_t> kept = this->kept();
        bool has_title = !declared_.title.empty();
        std::size_t below_title = no_block;  // The one between headline and byline.
        for (std::size_t i = 0; i < std::min(kept.size(), most_lines); ++i) {
            const Block& block = blocks_[kept[i]];
            const bool is_last = i + 1 == kept.size();
            if (take_date(kept[i])) continue;
            const bool is_above_text = !is_last && blocks_[kept[i + 1]].is_paragraph;
            if ((has_title || is_above_text) && take_byline(kept[i])) {
                if (below_title != no_block) take_standfirst(below_title);
                has_title = true;
            } else if (!has_title && can_be_headline(block) && !is_last) {
                parts_.title = on_one_line(within(text_, uncut(kept[i])));
                mark(kept[i], PieceKind::headline);
                has_title = true;
            } else if (has_title && below_title == no_block) {
                below_title = kept[i];
            } else if (has_title || block.is_paragraph) {
                return;
            }
        }
    }

    static bool can_be_headline(const Block& block) {
        return !block.is_paragraph && block.word_count >= min_headline_words;
    }

    bool take_date(std::size_t block) {
        const auto date = date_in_line(line(block));
        if (!date) return false;
        if (parts_.published.empty()) {
            parts_.published = *date;
            parts_.published_basis = "text";
        }
        mark(block, PieceKind::date);
        return true;
    }

    bool take_byline(std::size_t block) {
        Byline byline = byline_of(line(block));
        if (byline.empty() || !parts_.byline.empty()) return false;
        parts_.byline = std::move(byline.names);
        parts_.wire = std::move(byline.wire);
        mark(block, PieceKind::byline);
        return true;
    }

    void take_standfirst(std::size_t block) {
        const std::string_view text = line(block);
        const auto words = 1 + std::ranges::count(text, ' ');
        if (declared_.has_standfirst || text.size() > max_standfirst_bytes ||
            static_cast<std::size_t>(words) < min_standfirst_words || is_cut(block))
            return;
        parts_.standfirst = text;
        mark(block, PieceKind::standfirst);
    }

    bool is_cut(std::size_t block) const {
        const TextRange& range = blocks_[block].range;
        return std::ranges::any_of(glued_, [&](const TextRange& piece) {
            return piece.begin >= range.begin && piece.end <= range.end;
        });
    }

    /// What the first paragraphs begin with, and the last one ends with.
    void read_credits() {
        constexpr std::size_t most_paragraphs = 3;
        const std::vector<std::size_t> kept = this->kept();
        for (std::size_t i = 0; i < std::min(kept.size(), most_paragraphs); ++i) {
            const Dateline dateline = dateline_of(within(text_, uncut(kept[i])));
            if (dateline.empty()) continue;
            take(dateline);
            break;
        }
        if (parts_.wire.empty() && !kept.empty()) parts_.wire = closing_credit(line(kept.back()));
    }

    /// A block without what is glued to its beginning and its end.
    TextRange uncut(std::size_t block) const {
        TextRange range = blocks_[block].range;
        for (const TextRange& piece : glued_) {
            if (piece.begin == range.begin) range.begin = piece.end;
            if (piece.end == range.end && piece.begin > range.begin) range.end = piece.begin;
        }
        return range;
    }

    void take(const Dateline& dateline) {
        parts_.place = dateline.place;
        if (!dateline.wire.empty()) parts_.wire = dateline.wire;
        const auto date = whole_date(dateline.date);
        if (!date) parts_.dateline_date = dateline.date;
        if (!date || !parts_.published.empty()) return;
        parts_.published = *date;
        parts_.published_basis = "dateline";
    }

    TextParts all_body() const {
        TextParts parts;
        for (const Block& block : blocks_) parts.paragraphs.push_back(block.range);
        return parts;
    }

    std::string_view text_;
    const Declared& declared_;
    std::vector<Block> blocks_;
    std::vector<std::optional<PieceKind>> kinds_;  // Of the blocks; none of the body's.
    std::vector<TextRange> glued_;                 // Furniture inside blocks.
    bool has_paragraphs_ = false;
    std::size_t first_paragraph_ = 0;
    std::size_t last_paragraph_ = 0;
    TextParts parts_;
};

}  // namespace

TextParts parts_of(std::string_view text, const Declared& declared) {
    return PartsReader(text, declared).parts();
}

}  // namespace nutgraf::archive
