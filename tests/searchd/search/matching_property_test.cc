#include "indexer/index/index_reader.h"
#include "searchd/query/print.h"
#include "searchd/search/evaluation.h"
#include "searchd/search/searcher.h"
#include "tests/searchd/search/archive_query.h"
#include "tests/searchd/search/marked.h"
#include "tests/support/archive_articles.h"
#include "tests/support/checkout.h"
#include "tests/support/plain_matcher.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <random>
#include <set>

namespace nutgraf::tests::in_matching_property_test {

using namespace nutgraf;
using tests::PlainMatcher;

namespace {

std::size_t wanted_pairs() {
    return std::getenv("NUTGRAF_LONG") != nullptr ? 1'000'000 : 10'000;
}

unsigned first_seed() {
    const char* const given = std::getenv("NUTGRAF_SEED");
    return given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : 20190510;
}

/// Collects the words, phrases and prefixes of a query as alternatives.
void collect_leaves(const query::Query& query, query::Or& leaves) {
    if (const auto* near = std::get_if<query::Proximity>(&query.node)) {
        for (const query::Query& operand : near->operands) collect_leaves(operand, leaves);
    } else if (const auto* within = std::get_if<query::Within>(&query.node)) {
        for (const query::PhraseWord& word : within->words)
            leaves.parts.push_back({query::Phrase{{}, {word}}});
    } else if (const auto* least = std::get_if<query::AtLeast>(&query.node)) {
        collect_leaves(least->part.front(), leaves);
    } else if (const auto* weighted = std::get_if<query::Weighted>(&query.node)) {
        collect_leaves(weighted->part.front(), leaves);
    } else if (const auto* all = std::get_if<query::And>(&query.node)) {
        for (const query::Query& part : all->parts) collect_leaves(part, leaves);
    } else if (const auto* any = std::get_if<query::Or>(&query.node)) {
        for (const query::Query& part : any->parts) collect_leaves(part, leaves);
    } else {
        query::Query leaf = query;
        std::visit(
            [](auto& node) {
                if constexpr (requires { node.scope; }) node.scope = {};
            },
            leaf.node);
        leaves.parts.push_back(std::move(leaf));
    }
}

/// An archive as an index, and as the referee has it.
class Archive {
public:
    explicit Archive(std::vector<archive::Article> articles) : articles_(std::move(articles)) {
        index_.add(articles_);
        take_out_what_was_learned();
        for (const archive::Article& article : articles_) {
            matchers_.emplace_back(article);
            stored_.push_back({article, index::language_of(article), {}});
        }
    }

    const std::vector<archive::Article>& articles() const { return articles_; }

    /// How many pairs have matched so far.
    std::size_t matches() const { return matches_; }

    /// What Xapian says of a query other than the referee; empty when nothing. Sets `refused` for a
    /// query over a limit.
    std::string difference(const std::string& text, bool& refused) {
        if (!searcher_) searcher_.emplace(index_.path());
        const auto results = searcher_->search({.text = text, .limit = articles_.size()});
        refused = !results;
        if (refused) return {};
        std::set<std::string> found;
        for (const search::Hit& hit : results->hits) found.insert(hit.id);
        matches_ += found.size();
        if (found.size() != results->total) return "the total is not that of the hits";
        for (std::size_t i = 0; i < articles_.size(); ++i) {
            const bool is_found = found.contains(articles_[i].id);
            if (matchers_[i].matches(results->query) != is_found)
                return articles_[i].id +
                       (is_found ? " is found, and should not be" : " is not found, and should be");
            if (!is_found) continue;
            analyzers::Stemmer* const stemmer = stemmer_of(stored_[i].lang);
            const std::string body = archive::text_of(stored_[i].article);
            if (!search::findings(results->query, stored_[i], body, stemmer).is_match)
                return articles_[i].id + " is found, but not by its own words";
        }
        return {};
    }

    /// What the marks of a query of positive words break in one article; empty when nothing.
    std::string breach_of_marks(const std::string& text, std::size_t i) const {
        const query::Query query = tests::query_read(text);
        const std::string body = archive::text_of(stored_[i].article);
        search::Highlighter highlighter(query, {"de", "en", "fr", "ru"});
        const search::Highlights found = highlighter.highlights(stored_[i], body);
        if (matchers_[i].matches(query) != (!found.title.empty() || !found.text.empty()))
            return "marks in " + articles_[i].id + " do not go with its matching";
        query::Or leaves;
        collect_leaves(query, leaves);
        const auto breach = [&](const std::string& of, const std::vector<search::Mark>& marks) {
            for (const search::Mark& mark : marks) {
                archive::Article piece;
                piece.lang = stored_[i].lang;
                piece.body = of.substr(mark.begin, mark.end - mark.begin);
                if (!PlainMatcher(piece).matches({leaves}))
                    return "\"" + piece.body + "\" is marked in " + articles_[i].id;
            }
            return std::string();
        };
        const std::string in_title = breach(stored_[i].article.title, found.title);
        return in_title.empty() ? breach(body, found.text) : in_title;
    }

private:
    /// Which lines a source repeats is the index's to say.
    void take_out_what_was_learned() {
        index::IndexReader reader(index_.path());
        for (archive::Article& article : articles_) {
            const auto document = reader.find(article.id);
            REQUIRE(document);
            article = reader.article(*document).article;
        }
    }

    analyzers::Stemmer* stemmer_of(const std::string& language) {
        if (!analyzers::is_stemmed(language)) return nullptr;
        return &stemmers_.try_emplace(language, language).first->second;
    }

    std::vector<archive::Article> articles_;
    std::map<std::string, analyzers::Stemmer> stemmers_;
    tests::ScratchIndex index_;
    std::vector<PlainMatcher> matchers_;
    std::vector<index::StoredArticle> stored_;
    std::optional<search::Searcher> searcher_;
    std::size_t matches_ = 0;
};

/// Compares random queries until there are enough pairs of a query and an article.
void compare(Archive& archive) {
    REQUIRE(!archive.articles().empty());
    const std::size_t queries = wanted_pairs() / archive.articles().size() + 1;
    std::size_t refusals = 0;
    for (std::size_t i = 0; i < queries; ++i) {
        const unsigned seed = first_seed() + static_cast<unsigned>(i);
        tests::ArchiveQuery random(archive.articles(), seed);
        const bool is_positive = i % 2 == 0;
        const std::string text = is_positive ? random.positive() : random.any();
        CAPTURE(seed);
        CAPTURE(text);
        CAPTURE(query::to_text(tests::query_read(text)));
        bool refused = false;
        REQUIRE(archive.difference(text, refused) == "");
        refusals += refused ? 1 : 0;
        if (!is_positive || refused) continue;
        for (std::size_t article = 0; article < 5; ++article)
            REQUIRE(archive.breach_of_marks(text, (i + article * 7) % archive.articles().size()) ==
                    "");
    }
    CHECK(refusals < queries / 10 + 1);
    const std::size_t pairs = queries * archive.articles().size();
    CHECK(archive.matches() > pairs / 50);  // Agreement on what finds nothing would prove little.
    MESSAGE(pairs, " pairs of a query and an article, of which ", archive.matches(),
            " match, from seed ", first_seed(), "; queries over a limit: ", refusals);
}

}  // namespace

TEST_CASE("on the sample Xapian finds what the plain matcher finds, and marks lie on it") {
    std::vector<archive::Article> articles =
        tests::articles_below(tests::checkout() / "corpus/sample");
    CHECK(articles.size() == 40);
    // Every third is known by its month alone.
    for (std::size_t i = 0; i < articles.size(); i += 3)
        if (auto& published = articles[i].published)
            published->days = *parse_day_span(iso_date(published->days.first).substr(0, 7));
    Archive archive(std::move(articles));
    compare(archive);
}

TEST_CASE("on the reference archive Xapian finds what the plain matcher finds") {
    const auto reference = tests::reference();
    if (!reference) {
        MESSAGE("skipped: there is no reference material; see NUTGRAF_REFERENCE");
        return;
    }
    std::vector<archive::Article> articles = tests::articles_below(*reference / "seeds");
    for (archive::Article& article :
         tests::articles_below(*reference / "data/news/pm-transcripts.jsonl", 300))
        articles.push_back(std::move(article));
    Archive archive(std::move(articles));
    compare(archive);
}

}  // namespace nutgraf::tests::in_matching_property_test
