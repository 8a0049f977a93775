#include "searchd/search/likeness_query.h"

#include "analyzers/text/stem.h"
#include "analyzers/text/tokenizer.h"
#include "base/utf8.h"
#include "indexer/archive/article.h"
#include "indexer/index/terms.h"
#include "searchd/query/stop_words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace nutgraf::search {

using index::Field;
using Part = LikenessQuery::Part;

namespace {

constexpr std::size_t most_words = 25;
constexpr std::size_t most_entities = 10;

/// So many entries of the index are walked at most for one question: of a very large index the
/// commonest parts are given up for that.
constexpr std::uint64_t most_postings = 200'000;

/// A word of the headline counts as if the text had it so many times more.
constexpr double headline_repeats = 3;

/// Whom an article is about wholly counts as much as a word it has this often.
constexpr double entity_repeats = 8;

/// What more than this share of the articles have tells nothing.
constexpr double largest_share = 0.5;

/// A word of the article under its stem.
struct CountedWord {
    double repeats = 0;
    std::map<std::string, std::size_t, std::less<>> forms;  // As written, without capitals.
};

using CountedWords = std::map<std::string, CountedWord, std::less<>>;

/// Counts the words of texts by their stems.
class WordCounter {
public:
    explicit WordCounter(const std::string& lang) {
        if (analyzers::is_stemmed(lang)) stemmer_.emplace(lang);
    }

    bool has_stems() const { return stemmer_.has_value(); }

    void add(std::string_view text, double repeats) {
        const analyzers::Tokens tokens = analyzers::tokenise(text);
        for (std::size_t i = 0; i < tokens.size(); ++i)
            if (is_telling(tokens.folded(i), tokens.caseless(i)))
                add_word(tokens.folded(i), tokens.caseless(i), repeats);
    }

    CountedWords words() && { return std::move(words_); }

private:
    /// Numbers and single letters tell little, and in scripts of words, neither do pairs.
    static bool is_telling(std::string_view folded, std::string_view caseless) {
        constexpr std::size_t fewest_letters = 3;
        if (folded.empty() || (folded.front() >= '0' && folded.front() <= '9')) return false;
        const bool is_ascii = static_cast<unsigned char>(folded.front()) < 0x80;
        if (is_ascii && folded.size() < fewest_letters) return false;
        return !query::is_stop_word(caseless);
    }

    void add_word(std::string_view folded, std::string_view caseless, double repeats) {
        CountedWord& word = words_[std::string(stemmer_ ? stemmer_->stem(caseless) : folded)];
        word.repeats += repeats;
        ++word.forms[std::string(caseless)];
    }

    std::optional<analyzers::Stemmer> stemmer_;
    CountedWords words_;
};

const std::string& most_frequent(const CountedWord& word) {
    return std::ranges::max_element(word.forms, {}, [](const auto& form) { return form.second; })
        ->first;
}

/// What a part counts for in choosing among them.
double worth(const Part& part) {
    return part.weight * part.rarity;
}

/// How many articles of the index have a part; counted more than once where they have it in both
/// headline and text.
std::uint64_t holders(const Part& part, const Xapian::Database& database) {
    std::uint64_t most = 0;
    for (const std::string& term : part.terms)
        most = std::max<std::uint64_t>(most, database.get_termfreq(term));
    return most;
}

/// How rare something is that so many of some articles have; 0 for what all of them have.
double rarity_of(double having, double articles) {
    return std::log(std::max(1.0, articles / having));
}

/// Keeps the parts that tell something among so many articles, those in which they could be: the
/// article itself has each. The weight makes up for the rarity by which the ranking goes, which is
/// that among all articles: a German article among others is not told by its "und".
void keep_telling(std::vector<Part>& parts, const Xapian::Database& database, std::size_t most,
                  double articles) {
    const auto all = static_cast<double>(database.get_doccount());
    std::erase_if(parts, [&](Part& part) {
        const auto having = static_cast<double>(holders(part, database));
        if (having < 2 || having > std::max(2.0, articles * largest_share)) return true;
        part.rarity = rarity_of(having, articles);
        if (part.rarity == 0) return true;
        part.weight *= part.rarity / rarity_of(having, std::max(all, having + 1));
        return false;
    });
    std::ranges::sort(parts, [](const Part& a, const Part& b) {
        return std::tuple(worth(b), a.terms) < std::tuple(worth(a), b.terms);
    });
    if (parts.size() > most) parts.resize(most);
}

/// How many articles there are in a language.
double articles_in(const std::string& lang, const Xapian::Database& database) {
    if (lang.empty()) return database.get_doccount();
    return database.get_termfreq(index::language_term(lang));
}

std::vector<Part> word_parts(const index::StoredArticle& stored) {
    WordCounter counter(stored.lang);
    counter.add(archive::text_of(stored.article), 1);
    counter.add(stored.article.title, headline_repeats);
    const bool has_stems = counter.has_stems();
    std::vector<Part> parts;
    for (const auto& [stem, word] : std::move(counter).words()) {
        const auto term = [&, &form = stem](Field field) {
            return has_stems ? index::stem_term(field, stored.lang, form)
                             : index::word_term(field, form);
        };
        parts.push_back({{term(Field::body), term(Field::title)},
                         most_frequent(word),
                         std::nullopt,
                         1 + std::log(word.repeats)});
    }
    return parts;
}

std::vector<Part> entity_parts(const index::StoredArticle& stored) {
    constexpr double whole = 100;
    std::vector<Part> parts;
    for (const index::StoredEntity& entity : stored.named.entities) {
        const auto field =
            entity.kind == "org" ? index::EntityField::org : index::EntityField::person;
        parts.push_back({{index::entity_term(field, entity.id)},
                         {},
                         entity,
                         std::log(1 + entity_repeats * (0.1 + entity.relevance / whole))});
    }
    return parts;
}

}  // namespace

LikenessQuery::LikenessQuery(const index::StoredArticle& stored, const Xapian::Database& database) {
    std::vector<Part> words = word_parts(stored);
    keep_telling(words, database, most_words, articles_in(stored.lang, database));
    parts_ = entity_parts(stored);
    keep_telling(parts_, database, most_entities, database.get_doccount());
    parts_.insert(parts_.end(), words.begin(), words.end());
    std::ranges::stable_sort(parts_, std::ranges::greater(), worth);
    std::uint64_t postings = 0;
    std::erase_if(parts_, [&](const Part& part) {
        const std::uint64_t more = holders(part, database);
        if (postings + more > most_postings) return true;
        postings += more;
        return false;
    });
}

Xapian::Query LikenessQuery::xapian() const {
    std::vector<Xapian::Query> queries;
    for (const Part& part : parts_)
        queries.emplace_back(
            Xapian::Query::OP_SCALE_WEIGHT,
            Xapian::Query(Xapian::Query::OP_MAX, part.terms.begin(), part.terms.end()),
            part.weight);
    return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}

}  // namespace nutgraf::search
