#include "searchd/query/named_words.h"
#include "searchd/query/print.h"
#include "searchd/query/to_xapian.h"
#include "searchd/search/evaluation.h"
#include "searchd/search/highlighter.h"
#include "tests/searchd/named_article.h"
#include "tests/searchd/query/entity_facts.h"
#include "tests/support/plain_matcher.h"

#include <doctest/doctest.h>

#include <random>
#include <set>

namespace nutgraf::tests::in_entities_property_test {

using namespace nutgraf;
using tests::PlainMatcher;

namespace {

/// Makes articles of few words with mentions in them, and queries that name both.
class Chance {
public:
    explicit Chance(unsigned seed) : random_(seed) {}

    index::StoredArticle article(const std::string& id) {
        return tests::named_article(id, text(below(8), " "), text(2 + below(30), ".\n"));
    }

    /// A query; a positive one has nothing below a NOT.
    std::string query(bool is_positive, int levels = 2) {
        if (levels == 0 || below(3) == 0) return clause();
        if (!is_positive && below(4) == 0) return "NOT (" + query(false, levels - 1) + ")";
        const char* const joiner = below(2) == 0 ? " OR " : " AND ";
        return "(" + query(is_positive, levels - 1) + joiner + query(is_positive, levels - 1) + ")";
    }

private:
    std::size_t below(std::size_t limit) { return random_() % limit; }

    template <std::size_t size>
    std::string one_of(const char* const (&choices)[size]) {
        return choices[below(size)];
    }

    std::string word() { return one_of({"ant", "bee", "cat", "catfish", "cat-fish", "dog"}); }

    std::string terms() {
        std::string terms;
        for (std::size_t count = 1 + below(3); count > 0; --count)
            terms += " " + one_of({"XOhuawei", "XOus-ftc", "XOeu-commission", "XO~dog",
                                   "XFchris-coons", "XRsenator", "XPus-democratic", "XKcompany",
                                   "XOcatdog", "XUgb-gov", "XAhuawei", "XAchris-coons"});
        return terms;
    }

    /// Words, with here and there a separator between them.
    std::string text(std::size_t pieces, const std::string& separator) {
        std::string text;
        for (; pieces > 0; --pieces) {
            const bool is_mention = below(4) == 0;
            const bool is_quote = !is_mention && below(6) == 0;
            std::string piece = word();
            while (is_mention && below(2) == 0) piece += " " + word();
            while (is_quote && below(5) > 0) piece += " " + word();
            if (is_mention) piece = "{" + piece + "=" + terms() + "}";
            if (is_quote) piece = "{" + piece + "=" + speaker() + "}";
            text += piece + (below(8) == 0 ? separator : " ");
        }
        return text;
    }

    std::string speaker() {
        return one_of({"XSchris-coons XS@senator", "XShuawei", "XS~dog", "XSeu-commission"});
    }

    std::string speech() {
        const std::string said =
            "said:" + one_of({"coons", "senator", "huawei", "commission", "#us-ftc", "dog"});
        return below(3) == 0 ? said : said + " " + words(1 + below(3));
    }

    std::string entity() {
        return one_of({"org:huawei", "org:commission", "org:#us-ftc", "person:coons",
                       "role:senator", "party:d", "kind:company", "org:ant-bee", "org:dog",
                       "under:#gb-gov", "about:huawei", "about:#chris-coons"});
    }

    std::string words(std::size_t count) {
        std::string words;
        for (; count > 0; --count)
            words += (words.empty() ? "" : " ") +
                     (below(3) == 0 ? entity() : word() + (below(8) == 0 ? "*" : ""));
        return "\"" + words + "\"";
    }

    std::string clause() {
        switch (below(10)) {
            case 0:
                return entity();
            case 9:  // Words that may be a name.
                return word() + " " + word() + " " + word();
            case 7:
            case 8:
                return speech();
            case 1:
                return scope() + words(1 + below(4));
            case 2:
                return scope() + words(2 + below(3)) + "~" + std::to_string(1 + below(6));
            default:
                return chain();
        }
    }

    std::string chain() {
        std::string chain = operand();
        for (std::size_t more = 1 + below(3); more > 0; --more) {
            if (below(4) == 0) chain += " NOT";
            chain += link() + operand();
        }
        return below(6) == 0 ? scope() + "(" + chain + ")" : chain;
    }

    std::string link() {
        if (below(4) == 0) return one_of({" /s ", " /p "});
        return one_of({" NEAR/", " ADJ/"}) + std::to_string(1 + below(6)) + " ";
    }

    std::string operand() {
        switch (below(7)) {
            case 6:
                return below(4) == 0 ? "(" + speech() + " OR " + speech() + ")" : speech();
            case 0:
                return "(" + operand() + " OR " + operand() + ")";
            case 1:
                return words(1 + below(3));
            case 2:
            case 3:
                return entity();
            default:
                return word();
        }
    }

    std::string scope() { return one_of({"", "", "title:", "body:"}); }

    std::mt19937 random_;
};

/// Articles with mentions, as the index has them and as the referee does.
class Archive {
public:
    explicit Archive(const std::vector<index::StoredArticle>& articles)
        : articles_(articles), index_(articles), translator_(index_.database()) {
        for (const index::StoredArticle& stored : articles)
            referees_.emplace_back(stored.article, stored.named);
    }

    /// What the index and the article's own words say other than the referee; empty when nothing.
    std::string difference(const query::Query& query, bool is_positive) {
        const auto translated = translator_.translated(query);
        if (!translated) return translated.error().message;
        Xapian::Enquire enquire(index_.database());
        enquire.set_query(translated->query);
        std::set<Xapian::docid> found;
        const auto everything = index_.database().get_doccount();
        const Xapian::MSet matched = enquire.get_mset(0, everything, everything);
        for (auto match = matched.begin(); match != matched.end(); ++match) found.insert(*match);
        matches_ += found.size();
        search::Highlighter highlighter(query, translator_.languages());
        for (std::size_t i = 0; i < articles_.size(); ++i) {
            const std::string& text = articles_[i].article.body;
            const bool is_met = referees_[i].matches(query);
            if (found.contains(static_cast<Xapian::docid>(i + 1)) != is_met)
                return "the index and article " + std::to_string(i);
            if (search::findings(query, articles_[i], text, &stemmer_).is_match != is_met)
                return "the words of article " + std::to_string(i);
            const auto marks = highlighter.highlights(articles_[i], text);
            const bool is_marked = !marks.title.empty() || !marks.text.empty();
            if (is_positive ? is_marked != is_met : is_marked && !is_met)
                return "the marks of article " + std::to_string(i);
        }
        return {};
    }

    std::size_t matches() const { return matches_; }

private:
    const std::vector<index::StoredArticle>& articles_;
    tests::NamedIndex index_;
    query::Translator translator_;
    std::vector<PlainMatcher> referees_;
    analyzers::Stemmer stemmer_{"en"};
    std::size_t matches_ = 0;
};

}  // namespace

TEST_CASE(
    "entities in phrases, beside NEAR and as speakers: index, evaluation and referee say the "
    "same") {
    const unsigned first_seed = 20190512;
    Chance chance(first_seed);
    std::vector<index::StoredArticle> articles;
    while (articles.size() < 60)
        articles.push_back(chance.article(std::to_string(articles.size())));
    Archive archive(articles);
    constexpr std::size_t queries = 600;
    std::size_t named = 0;
    for (unsigned seed = first_seed; seed < first_seed + queries; ++seed) {
        const bool is_positive = seed % 2 == 0;
        const std::string text = Chance(seed).query(is_positive);
        CAPTURE(seed);
        CAPTURE(text);
        query::ParseOptions options = tests::with_gazetteer();
        options.words_find_entities = seed % 4 < 2;
        const auto parsed = query::parse_query(text, options);
        if (!parsed) continue;  // Five prefixes.
        named += query::named_words_in(parsed->query).size();
        CAPTURE(query::to_text(parsed->query));
        REQUIRE(archive.difference(parsed->query, is_positive) == "");
    }
    CHECK(named > queries / 20);
    CHECK(archive.matches() > queries * articles.size() / 20);
    CHECK(archive.matches() < queries * articles.size() / 2);
}

}  // namespace nutgraf::tests::in_entities_property_test
