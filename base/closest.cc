#include "base/closest.h"

#include "base/utf8.h"

#include <algorithm>
#include <string>
#include <vector>

namespace nutgraf {

namespace {

std::u32string letters_of(std::string_view text) {
    std::u32string letters;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        letters.push_back(c.value);
        at += c.size;
    }
    return letters;
}

/// Optimal string alignment distance. https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance
std::size_t distance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

}  // namespace

std::optional<std::string_view> closest(std::string_view word,
                                        std::span<const std::string_view> candidates) {
    if (word.empty()) return std::nullopt;
    const std::u32string typed = letters_of(word);
    std::optional<std::string_view> best;
    std::size_t best_distance = 0;
    for (const std::string_view candidate : candidates) {
        const std::u32string meant = letters_of(candidate);
        const std::size_t longer = std::max(typed.size(), meant.size());
        const std::size_t shorter = std::min(typed.size(), meant.size());
        const std::size_t allowed = (longer + 2) / 3;
        // Too far by its length alone: spares the table that a hostile word would fill.
        if (longer - shorter > allowed) continue;
        const std::size_t d = distance(typed, meant);
        if (d <= allowed && (!best || d < best_distance)) {
            best = candidate;
            best_distance = d;
        }
    }
    return best;
}

}  // namespace nutgraf
