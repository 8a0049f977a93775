#include "searchd/search/vocabulary.h"

#include "indexer/index/terms.h"
#include "searchd/query/spelling.h"
#include "searchd/search/slips.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace nutgraf::search {

namespace {

using Counted = std::vector<std::pair<std::string, std::uint32_t>>;

/// The exact words of a field, with their articles, appended.
void append_words(const Xapian::Database& database, index::Field field, std::uint32_t fewest,
                  Counted& words) {
    const std::string prefix = index::word_term(field, "");
    const auto end = database.allterms_end(prefix);
    for (auto term = database.allterms_begin(prefix); term != end;) {
        const std::string word = (*term).substr(prefix.size());
        // The text's words have no prefix; the prefixes of all other terms are capitals.
        if (prefix.empty() && word.front() >= 'A' && word.front() <= 'Z') {
            term.skip_to("[");
            continue;
        }
        if (term.get_termfreq() >= fewest) words.emplace_back(word, term.get_termfreq());
        ++term;
    }
}

/// Of a word that is so many slips away: one slip weighs as much as a hundred times the articles.
double unlikeliness(double cost, std::uint32_t articles) {
    const double frequency = std::log(static_cast<double>(articles)) / std::log(100.0);
    return cost - frequency;
}

}  // namespace

Vocabulary::Vocabulary(const Xapian::Database& database) {
    constexpr Xapian::doccount large_index = 10'000;
    const std::uint32_t fewest = database.get_doccount() < large_index ? 1 : 2;
    Counted words;
    append_words(database, index::Field::body, fewest, words);
    append_words(database, index::Field::title, fewest, words);
    std::ranges::sort(words);
    for (const auto& [word, articles] : words) add(word, articles);
}

void Vocabulary::add(std::string_view word, std::uint32_t articles) {
    if (!words_.empty() && letters_of(words_.back()) == word) {
        words_.back().articles = std::max(words_.back().articles, articles);
        return;
    }
    words_.push_back({static_cast<std::uint32_t>(letters_.size()),
                      static_cast<std::uint32_t>(word.size()), articles});
    letters_ += word;
}

std::vector<Vocabulary::Word> Vocabulary::begun_with(std::string_view beginning,
                                                     std::size_t limit) const {
    const auto letters = [this](const Place& place) { return letters_of(place); };
    std::vector<Word> words;
    for (auto place = std::ranges::lower_bound(words_, beginning, {}, letters);
         place != words_.end() && letters(*place).starts_with(beginning); ++place)
        words.push_back({letters(*place), place->articles});
    const std::size_t size = std::min(limit, words.size());
    const auto middle = words.begin() + static_cast<std::ptrdiff_t>(size);
    std::ranges::partial_sort(words, middle, [](const Word& a, const Word& b) {
        return a.articles != b.articles ? a.articles > b.articles : a.letters < b.letters;
    });
    words.resize(size);
    return words;
}

std::uint32_t Vocabulary::articles_of(std::string_view word) const {
    const auto letters = [this](const Place& place) { return letters_of(place); };
    const auto place = std::ranges::lower_bound(words_, word, {}, letters);
    return place != words_.end() && letters(*place) == word ? place->articles : 0;
}

std::vector<std::string_view> Vocabulary::meant_by(std::string_view misspelt,
                                                   std::uint32_t articles,
                                                   std::size_t limit) const {
    constexpr std::size_t long_word = 6;
    constexpr std::size_t short_word = 4;
    const query::Spelling spelling(misspelt);
    if (spelling.size() < short_word) return {};
    const std::size_t allowed = spelling.size() < long_word ? 1 : 2;
    std::vector<std::pair<double, std::string_view>> found;
    for (const Place& place : words_) {
        if (place.articles <= articles) continue;
        const std::string_view letters = letters_of(place);
        const auto distance = spelling.distance(letters, allowed);
        if (!distance || *distance == 0) continue;
        found.emplace_back(unlikeliness(slip_cost(misspelt, letters), place.articles), letters);
    }
    const std::size_t size = std::min(limit, found.size());
    std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(size));
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < size; ++i) words.push_back(found[i].second);
    return words;
}

std::pair<std::string_view, std::string_view> Vocabulary::run_together(
    std::string_view word, std::uint32_t articles) const {
    constexpr std::size_t fewest_bytes = 3;
    std::pair<std::string_view, std::string_view> best;
    std::uint32_t best_articles = articles;
    for (std::size_t cut = fewest_bytes; cut + fewest_bytes <= word.size(); ++cut) {
        const auto first = word.substr(0, cut);
        const auto second = word.substr(cut);
        const std::uint32_t both = std::min(articles_of(first), articles_of(second));
        if (both <= best_articles) continue;
        best_articles = both;
        best = {first, second};
    }
    return best;
}

}  // namespace nutgraf::search
