#include "searchd/search/neighbours.h"

#include "indexer/index/schema.h"
#include "searchd/query/weights.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace nutgraf::search {

namespace {

using query::neighbour_weights;

/// How much a word tells of an article, by the word's number.
using TellingWord = std::pair<std::size_t, double>;

/// The words of a document and how often it has them: its stems, those of the headline and the text
/// together, or where its language has none the words themselves.
std::unordered_map<std::string, double> counted_words(const Xapian::Database& database,
                                                      Xapian::docid document) {
    const std::string_view in_title = index::row_of(index::Field::title).stem_prefix;
    const std::string_view in_text = index::row_of(index::Field::body).stem_prefix;
    std::unordered_map<std::string, double> stems;
    std::unordered_map<std::string, double> words;
    const auto end = database.termlist_end(document);
    for (auto term = database.termlist_begin(document); term != end; ++term) {
        const std::string text = *term;
        const double count = term.get_wdf();
        if (text.starts_with(in_title)) {
            stems[text.substr(in_title.size())] += count;
        } else if (text.starts_with(in_text)) {
            stems[text.substr(in_text.size())] += count;
        } else if (text.front() < 'A' || text.front() > 'Z') {
            words[text] += count;  // No prefix: a word of the text.
        }
    }
    return stems.empty() ? words : stems;
}

/// The telling words of some documents of one database.
class Words {
public:
    explicit Words(const Xapian::Database& database) : database_(database) {}

    /// Of length 1, the most telling words of a document; none for one without words.
    std::vector<TellingWord> of(Xapian::docid document) {
        std::vector<TellingWord> telling;
        for (const auto& [word, count] : counted_words(database_, document)) {
            const auto [number, rarity] = number_and_rarity(word);
            telling.emplace_back(number, (1 + std::log(std::max(count, 1.0))) * rarity);
        }
        const auto kept = std::min(telling.size(), neighbour_weights.words);
        std::partial_sort(telling.begin(), telling.begin() + static_cast<std::ptrdiff_t>(kept),
                          telling.end(), [](const TellingWord& a, const TellingWord& b) {
                              return std::tie(b.second, a.first) < std::tie(a.second, b.first);
                          });
        telling.resize(kept);
        double squares = 0;
        for (const TellingWord& word : telling) squares += word.second * word.second;
        for (TellingWord& word : telling) word.second /= std::sqrt(squares);
        return telling;
    }

    std::size_t size() const { return known_.size(); }

private:
    std::pair<std::size_t, double> number_and_rarity(const std::string& word) {
        const auto [known, is_new] = known_.try_emplace(word, known_.size(), 0.0);
        if (is_new) known->second.second = rarity_of(word);
        return known->second;
    }

    double rarity_of(const std::string& word) const {
        // A stem by its articles' text; one of headlines alone counts as rare, and so do the words
        // of languages without stems, which have no such term.
        const std::string stem = std::string(index::row_of(index::Field::body).stem_prefix) + word;
        const double holding =
            std::max({1U, database_.get_termfreq(stem), database_.get_termfreq(word)});
        return std::log(1 + database_.get_doccount() / holding);
    }

    const Xapian::Database& database_;
    std::unordered_map<std::string, std::pair<std::size_t, double>> known_;
};

/// How alike every two of some articles are.
class Likeness {
public:
    Likeness(const Xapian::Database& database, const std::vector<RankedDocument>& hits) {
        Words words(database);
        for (const RankedDocument& hit : hits) articles_.push_back(words.of(hit.document));
        holders_.resize(words.size());
        for (std::size_t i = 0; i < articles_.size(); ++i)
            for (const auto& [word, weight] : articles_[i]) holders_[word].emplace_back(i, weight);
    }

    /// The articles most like one, the likest first; none that has no word of its.
    std::vector<std::size_t> nearest(std::size_t article) const {
        std::vector<double> alike(articles_.size(), 0.0);
        for (const auto& [word, weight] : articles_[article])
            for (const auto& [other, other_weight] : holders_[word])
                alike[other] += weight * other_weight;
        alike[article] = 0;
        std::vector<std::size_t> others(articles_.size());
        std::iota(others.begin(), others.end(), std::size_t{0});
        std::erase_if(others, [&](std::size_t other) { return alike[other] <= 0; });
        const auto kept = std::min(others.size(), neighbour_weights.neighbours);
        std::partial_sort(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(kept),
                          others.end(), [&](std::size_t a, std::size_t b) {
                              return std::tie(alike[b], a) < std::tie(alike[a], b);
                          });
        others.resize(kept);
        return others;
    }

private:
    std::vector<std::vector<TellingWord>> articles_;
    std::vector<std::vector<std::pair<std::size_t, double>>> holders_;  // By word.
};

}  // namespace

void rank_by_neighbours(const Xapian::Database& database, std::vector<RankedDocument>& hits) {
    const Likeness likeness(database, hits);
    std::vector<RankedDocument> smoothed = hits;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        const auto nearest = likeness.nearest(i);
        if (nearest.empty()) continue;
        double sum = 0;
        for (const std::size_t other : nearest) sum += hits[other].score;
        const double mean = sum / static_cast<double>(nearest.size());
        smoothed[i].score =
            (1 - neighbour_weights.share) * hits[i].score + neighbour_weights.share * mean;
    }
    std::ranges::sort(smoothed, [](const RankedDocument& a, const RankedDocument& b) {
        return std::tie(b.score, a.document) < std::tie(a.score, b.document);
    });
    hits = std::move(smoothed);
}

}  // namespace nutgraf::search
