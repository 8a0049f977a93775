#include "searchd/search/vocabulary.h"

#include "indexer/index/terms.h"
#include "searchd/query/spelling.h"

#include <algorithm>
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

std::string_view Vocabulary::meant_by(std::string_view misspelt, std::uint32_t articles) const {
    const query::Spelling spelling(misspelt);
    constexpr std::size_t long_word = 6;
    constexpr std::size_t short_word = 4;
    if (spelling.size() < short_word) return {};
    std::size_t allowed = spelling.size() < long_word ? 1 : 2;
    const Place* best = nullptr;
    for (const Place& place : words_) {
        if (place.articles <= articles) continue;
        const bool is_rarer = best != nullptr && place.articles <= best->articles;
        const auto distance = spelling.distance(letters_of(place), allowed);
        if (!distance || *distance == 0 || (is_rarer && *distance == allowed)) continue;
        best = &place;
        allowed = *distance;
    }
    return best == nullptr ? std::string_view() : letters_of(*best);
}

}  // namespace nutgraf::search
