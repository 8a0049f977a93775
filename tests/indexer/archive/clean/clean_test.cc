#include "indexer/archive/clean/clean.h"

#include "base/utf8.h"
#include "indexer/archive/clean/text_parts.h"
#include "tests/analyzers/text/random_text.h"

#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <string>

namespace nutgraf::tests::in_clean_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using namespace nutgraf::tests;

namespace {

const std::string page =
    "News\n"
    "Ministry waits for a word\n\n"
    "It will not say more before the autumn\n"
    "By Jane Doe\n\n"
    "PRAGUE, May 3, 2019 (Meridian Wire) - The ministry said on Friday that it would wait.\n\n"
    "Hide Ad\nHide Ad\n\n"
    "A caption of the ministry in Prague.A caption of the ministry in Prague.\n"
    "A caption of the ministry in Prague.Nobody else said a word all day.\n\n"
    "Print\n";

Article article_of(const std::string& body) {
    Article article;
    article.id = "id";
    article.body = body;
    return article;
}

std::string random_page(unsigned seed) {
    std::mt19937 random(seed);
    static const char* const lines[] = {"News",
                                        "Print",
                                        "Hide Ad",
                                        "By Jane Doe",
                                        "10 May 2019",
                                        "Ministry waits for a word",
                                        "The ministry said on Friday that it would wait.",
                                        "Latest News",
                                        "A caption of the ministry in Prague.",
                                        "LONDON (Reuters) - Shares fell on Friday.",
                                        "!",
                                        "This text available in Հայերեն and Русский",
                                        "  indented line of four words",
                                        "Share",
                                        "de la même façon qu’hier.",
                                        "Home > World > Asia",
                                        "外交部发言人说中国",
                                        ""};
    std::string text;
    for (auto count = random() % 14; count > 0; --count) {
        switch (random() % 8) {
            case 0:
                text += random_text(static_cast<unsigned>(random()));
                break;
            default:
                text += lines[random() % std::size(lines)];
        }
        static const char* const ends[] = {"\n", "\n\n", "", " \n", "\n\n\n\t"};
        text += ends[random() % std::size(ends)];
    }
    return repaired_utf8(text);
}

}  // namespace

TEST_CASE("a page becomes an article: its body alone, and what its head says") {
    const Article article = cleaned(article_of(page));
    CHECK(article.title == "Ministry waits for a word");
    CHECK(article.standfirst == "It will not say more before the autumn");
    CHECK(article.byline == std::vector<std::string>{"Jane Doe"});
    CHECK(article.place == "PRAGUE");
    CHECK(article.wire == "Meridian Wire");
    REQUIRE(article.published);
    CHECK(iso_date(article.published->days.first) == "2019-05-03");
    CHECK(article.published->basis == "dateline");
    CHECK(article.body ==
          "PRAGUE, May 3, 2019 (Meridian Wire) - The ministry said on Friday that it would wait."
          "\n\nA caption of the ministry in Prague.\nNobody else said a word all day.");
    CHECK(furniture_of(article) ==
          "News\nHide Ad\nHide Ad\nA caption of the ministry in Prague.\n"
          "A caption of the ministry in Prague.\nPrint\n");
    CHECK(raw_text_of(article) == page);
}

TEST_CASE("what an archive declares wins over what its text says") {
    Article given = article_of(page);
    given.title = "Another headline";
    given.standfirst = "Another standfirst.";
    given.byline = {"Erika Muster"};
    given.wire = "dpa";
    given.place = "Berlin";
    given.section = "Politik";
    given.published = Published{*parse_day_span("2020-01-01")};
    const Article article = cleaned(given);
    CHECK(article.title == "Another headline");
    CHECK(article.standfirst == "Another standfirst.");
    CHECK(article.byline == given.byline);
    CHECK(article.wire == "dpa");
    CHECK(article.place == "Berlin");
    CHECK(article.section == "Politik");
    CHECK(article.published == given.published);
    CHECK(as_given(article) == given);
    CHECK(raw_text_of(article) == "Another standfirst.\n\n" + page);
}

TEST_CASE("a text without furniture is left alone") {
    const Article given = article_of("The ministry said so.\n\nNobody else said a word.");
    CHECK(cleaned(given) == given);
    CHECK(raw_text_of(given) == given.body);
}

TEST_CASE("any text can be put together again, and is clean when it is cleaned") {
    for (unsigned seed = 0; seed < 3000; ++seed) {
        CAPTURE(seed);
        const std::string text = random_page(seed);
        const Article article = cleaned(article_of(text));
        REQUIRE(fit(article.body, article.removed));
        REQUIRE(raw_text_of(article) == text);
        REQUIRE(is_valid_utf8(article.body));
        REQUIRE(article.title.find('\n') == std::string::npos);
        REQUIRE((article.removed.empty() || !article.body.empty()));
        REQUIRE(cleaned(article) == article);
        REQUIRE(cleaned(as_given(article)) == article);
        REQUIRE(article_from_stored(to_json(article)) == article);
        // What is removed of a text is told of the text itself.
        const TextParts parts = parts_of(text, {});
        REQUIRE(parts.besides.size() == article.removed.size());
        for (std::size_t i = 0; i < parts.besides.size(); ++i)
            REQUIRE(within(text, parts.besides[i].range) == article.removed[i].text);
    }
}

TEST_CASE("an article that is written as a record is read as it was cleaned") {
    for (unsigned seed = 0; seed < 300; ++seed) {
        CAPTURE(seed);
        const Article article = cleaned(article_of(random_page(seed)));
        Json record = to_json(article);
        if (article.body.empty() || article.published) continue;
        const auto read = article_from_json(record);
        REQUIRE(read);
        // Normalisation may change a text of odd characters, which the pieces then do not fit.
        if (read->article.body != article.body || read->article.title != article.title) continue;
        REQUIRE(read->article.removed == article.removed);
    }
}

TEST_CASE("long and many lines are cleaned in a time that grows as they do") {
    std::string lines;
    for (int i = 0; i < 40'000; ++i)
        lines += "A line of the same beginning, and then number " + std::to_string(i) + "\n";
    for (const std::string& text :
         {std::string(4'000'000, 'a'), std::string(4'000'000, '\n') + "Print\nAn end.", lines,
          "Latest News\n" + lines, lines + lines}) {
        const auto begin = std::chrono::steady_clock::now();
        const Article article = cleaned(article_of(text));
        CHECK(raw_text_of(article) == text);
        CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
    }
}

}  // namespace nutgraf::tests::in_clean_test
