#include "searchd/search/text_runs.h"

#include "analyzers/text/tokenizer.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace nutgraf::search {

namespace {

constexpr std::size_t words_of_run = 3;

/// FNV-1a's prime of 64 bits: it spreads what one word adds over all of the hash.
constexpr std::uint64_t spreading_prime = 1'099'511'628'211;

}  // namespace

TextRuns::TextRuns(std::string_view text) {
    const analyzers::Tokens tokens = analyzers::tokenise(text);
    std::vector<std::uint64_t> words;
    words.reserve(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i)
        words.push_back(std::hash<std::string_view>()(tokens.folded(i)));
    for (std::size_t i = 0; i + words_of_run <= words.size(); ++i) {
        std::uint64_t run = 0;
        for (std::size_t j = i; j < i + words_of_run; ++j) run = (run ^ words[j]) * spreading_prime;
        runs_.push_back(run);
    }
    std::ranges::sort(runs_);
    runs_.erase(std::unique(runs_.begin(), runs_.end()), runs_.end());
}

bool TextRuns::are_mostly_those_of(std::string_view text) const {
    const TextRuns other(text);
    std::vector<std::uint64_t> common;
    std::ranges::set_intersection(runs_, other.runs_, std::back_inserter(common));
    const std::size_t fewer = std::min(runs_.size(), other.runs_.size());
    return fewer > 0 && common.size() * 2 >= fewer;
}

}  // namespace nutgraf::search
