#include "searchd/search/text_diff.h"

#include "analyzers/text/tokenizer.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

namespace nutgraf::search {

namespace {

constexpr std::size_t most_pairs = 4'000'000;
// Paragraphs with half of their words in common are one that was changed.
constexpr double least_likeness = 0.5;

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// What has to be compared of two sequences: [begin, end) of each.
struct Stretch {
    std::size_t begin_before = 0;
    std::size_t end_before = 0;
    std::size_t begin_after = 0;
    std::size_t end_after = 0;

    std::size_t height() const { return end_before - begin_before; }
    std::size_t width() const { return end_after - begin_after; }
};

/// The pairs of places that give the greatest sum of `worth`, which is 0 for places that are no
/// pair, both places ascending. None where there is too much to compare.
template <class Worth>
Pairs best_pairs(const Stretch& stretch, const Worth& worth) {
    const std::size_t width = stretch.width() + 1;
    if (stretch.height() * stretch.width() > most_pairs) return {};
    std::vector<float> sums((stretch.height() + 1) * width);
    const auto value = [&](std::size_t i, std::size_t j) {
        return static_cast<float>(worth(stretch.begin_before + i, stretch.begin_after + j));
    };
    for (std::size_t i = stretch.height(); i-- > 0;)
        for (std::size_t j = stretch.width(); j-- > 0;)
            sums[i * width + j] = std::max({sums[(i + 1) * width + j], sums[i * width + j + 1],
                                            sums[(i + 1) * width + j + 1] + value(i, j)});
    Pairs pairs;
    for (std::size_t i = 0, j = 0; i < stretch.height() && j < stretch.width();) {
        if (sums[i * width + j] == sums[(i + 1) * width + j]) {
            ++i;
        } else if (sums[i * width + j] == sums[i * width + j + 1]) {
            ++j;
        } else {
            pairs.emplace_back(stretch.begin_before + i++, stretch.begin_after + j++);
        }
    }
    return pairs;
}

/// A longest common subsequence of two sequences of those lengths.
template <class Same>
Pairs common(std::size_t before, std::size_t after, const Same& same) {
    Pairs pairs;
    Stretch middle{0, before, 0, after};
    while (middle.height() > 0 && middle.width() > 0 &&
           same(middle.begin_before, middle.begin_after))
        pairs.emplace_back(middle.begin_before++, middle.begin_after++);
    Pairs tail;
    while (middle.height() > 0 && middle.width() > 0 &&
           same(middle.end_before - 1, middle.end_after - 1))
        tail.emplace_back(--middle.end_before, --middle.end_after);
    const Pairs between =
        best_pairs(middle, [&](std::size_t i, std::size_t j) { return same(i, j) ? 1 : 0; });
    pairs.insert(pairs.end(), between.begin(), between.end());
    pairs.insert(pairs.end(), tail.rbegin(), tail.rend());
    return pairs;
}

/// A paragraph and its words.
struct Paragraph {
    explicit Paragraph(std::string_view line) : text(line), tokens(analyzers::tokenise(line)) {
        for (std::size_t i = 0; i < tokens.size(); ++i) sorted.emplace_back(tokens.folded(i));
        std::ranges::sort(sorted);
    }

    std::string_view text;
    analyzers::Tokens tokens;
    std::vector<std::string> sorted;  // Its words, in the order of their letters.
};

std::vector<Paragraph> paragraphs_in(std::string_view text) {
    std::vector<Paragraph> paragraphs;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        if (line.find_first_not_of(" \t") != std::string_view::npos) paragraphs.emplace_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return paragraphs;
}

/// How many of their words two paragraphs share, as a share of the longer one's; 0 for too few.
double likeness(const Paragraph& one, const Paragraph& other) {
    std::size_t shared = 0;
    auto here = one.sorted.begin();
    for (auto there = other.sorted.begin();
         here != one.sorted.end() && there != other.sorted.end();) {
        const int order = here->compare(*there);
        if (order == 0) ++shared;
        if (order <= 0) ++here;
        if (order >= 0) ++there;
    }
    const std::size_t longer = std::max({one.sorted.size(), other.sorted.size(), std::size_t{1}});
    const double share = static_cast<double>(shared) / static_cast<double>(longer);
    return share < least_likeness ? 0 : share;
}

/// The words that are not among the kept ones, those side by side as one mark.
std::vector<Mark> marks_without(const analyzers::Tokens& tokens,
                                const std::vector<std::size_t>& kept) {
    std::vector<Mark> marks;
    auto next = kept.begin();
    bool goes_on = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (next != kept.end() && *next == i) {
            ++next;
            goes_on = false;
            continue;
        }
        if (goes_on)
            marks.back().end = tokens[i].end;
        else
            marks.push_back({tokens[i].begin, tokens[i].end});
        goes_on = true;
    }
    return marks;
}

/// Compares two texts.
class Comparison {
public:
    Comparison(std::string_view before, std::string_view after)
        : before_(paragraphs_in(before)), after_(paragraphs_in(after)) {}

    std::vector<DiffRow> rows() && {
        const auto same = [&](std::size_t i, std::size_t j) {
            return before_[i].text == after_[j].text;
        };
        std::size_t i = 0;
        std::size_t j = 0;
        for (const auto& [one, other] : common(before_.size(), after_.size(), same)) {
            add_changes({i, one, j, other});
            rows_.push_back({DiffRow::Kind::same, side(before_, one), side(after_, other)});
            i = one + 1;
            j = other + 1;
        }
        add_changes({i, before_.size(), j, after_.size()});
        return std::move(rows_);
    }

private:
    static DiffSide side(const std::vector<Paragraph>& paragraphs, std::size_t number) {
        return {number, {std::string(paragraphs[number].text), {}}};
    }

    /// Adds what stands between two paragraphs that are the same.
    void add_changes(Stretch between) {
        const Pairs pairs = best_pairs(
            between, [&](std::size_t i, std::size_t j) { return likeness(before_[i], after_[j]); });
        for (const auto& [one, other] : pairs) {
            add_one_sided({between.begin_before, one, between.begin_after, other});
            add_changed(one, other);
            between.begin_before = one + 1;
            between.begin_after = other + 1;
        }
        add_one_sided(between);
    }

    void add_one_sided(const Stretch& between) {
        for (std::size_t i = between.begin_before; i < between.end_before; ++i)
            rows_.push_back({DiffRow::Kind::removed, side(before_, i), std::nullopt});
        for (std::size_t j = between.begin_after; j < between.end_after; ++j)
            rows_.push_back({DiffRow::Kind::added, std::nullopt, side(after_, j)});
    }

    void add_changed(std::size_t one, std::size_t other) {
        const Paragraph& old = before_[one];
        const Paragraph& now = after_[other];
        const auto written = [](const Paragraph& paragraph, std::size_t word) {
            const analyzers::Token& token = paragraph.tokens[word];
            return paragraph.text.substr(token.begin, token.end - token.begin);
        };
        const Pairs kept = common(
            old.tokens.size(), now.tokens.size(),
            [&](std::size_t i, std::size_t j) { return written(old, i) == written(now, j); });
        std::vector<std::size_t> kept_old;
        std::vector<std::size_t> kept_now;
        for (const auto& [i, j] : kept) {
            kept_old.push_back(i);
            kept_now.push_back(j);
        }
        DiffRow row{DiffRow::Kind::changed, side(before_, one), side(after_, other)};
        row.before->text.marks = marks_without(old.tokens, kept_old);
        row.after->text.marks = marks_without(now.tokens, kept_now);
        rows_.push_back(std::move(row));
    }

    std::vector<Paragraph> before_;
    std::vector<Paragraph> after_;
    std::vector<DiffRow> rows_;
};

}  // namespace

std::string_view name_of(DiffRow::Kind kind) {
    constexpr std::array<std::string_view, 4> names = {"same", "changed", "removed", "added"};
    return names.at(static_cast<std::size_t>(kind));
}

std::vector<DiffRow> text_diff(std::string_view before, std::string_view after) {
    return Comparison(before, after).rows();
}

}  // namespace nutgraf::search
