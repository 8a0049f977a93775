#include "searchd/query/to_xapian.h"
#include "searchd/search/searcher.h"
#include "tests/searchd/query/reading.h"
#include "tests/searchd/scratch_index.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace nutgraf::tests::in_to_xapian_modifiers_test {

using namespace nutgraf;
using tests::ScratchIndex;
using tests::TestArticle;

namespace {

/// The ids of what a query finds, the best first.
std::string found(search::Searcher& searcher, const std::string& text,
                  const query::ParseOptions& options = {}) {
    search::SearchRequest request{.text = text, .parse = options};
    if (request.parse.today == std::chrono::sys_days()) request.parse.today = tests::test_day();
    const auto results = searcher.search(request);
    if (!results) return "<" + results.error().message + ">";
    std::string line;
    for (const search::Hit& hit : results->hits) line += (line.empty() ? "" : " ") + hit.id;
    return line;
}

struct Case {
    std::string query, expected;
};

}  // namespace

TEST_CASE("sentences, paragraphs, written forms and counts are looked up in the index") {
    const ScratchIndex index({
        {"a", "Huawei ban", "Mr. Coons spoke of Huawei and a ban. Securities fell.\nA strike.", ""},
        {"b", "Talks", "Huawei won. A ban followed.\nsecurities and Durre.", ""},
        {"c", "Dürre", "Coon and cooons.\nHuawei, Huawei, Huawei.\n\nA ban.", ""},
    });
    search::Searcher searcher(index.path());
    const Case cases[] = {
        {"coons /s ban", "a"},
        {"body:huawei /s body:ban", "a"},
        {"body:huawei /p body:ban", "a b"},
        {"huawei NOT /s ban", "c b"},
        {"=Securities", "a"},
        {"=securities", "b"},
        {"=Durre", "b"},
        {"=Dürre", "c"},
        {"source:=courier", ""},
        {"source:=Courier =Coon", "c"},
        {"coons~", "c a"},
        {"cooon~", "c"},
        {"cooon~2", "c a"},
        {"xoons~", ""},
        {"atleast3:huawei", "c"},
        {"atleast2:huawei", "c a"},
        {"atleast4:huawei", ""},
        {"lead:ban -lead:securities", "b"},
        {"lead:huawei NOT title:huawei", "b"},
        {"lead:securities", "a"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.query);
        std::string sorted = found(searcher, c.query + " ");
        CHECK(sorted.size() == c.expected.size());
        for (const char id : c.expected) CHECK(sorted.find(id) != std::string::npos);
    }
}

TEST_CASE("a weight changes the order and not what is found") {
    const ScratchIndex index({
        {"ban", "Ban", "A ban of some length that holds many words.", ""},
        {"zte", "ZTE", "All of ZTE and some length that holds many words.", ""},
    });
    search::Searcher searcher(index.path());
    CHECK(found(searcher, "ban^9 OR zte") == "ban zte");
    CHECK(found(searcher, "ban OR zte^9") == "zte ban");
    CHECK(found(searcher, "(ban OR nothing)^0.01 OR zte") == "zte ban");
    CHECK(found(searcher, "\"a ban\"^0 zte") == "");
}

TEST_CASE("a word that stands for more than 1,000 others by its edits is refused by that name") {
    const std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    std::string body;
    for (const char a : letters)
        for (const char b : letters) body += fmt::format("sec{}{}x ", a, b);
    const ScratchIndex index({{"many", "", body, ""}});
    search::Searcher searcher(index.path());
    CHECK(found(searcher, "secaax~2") ==
          "<\"secaax~2\" stands for more than 1000 words; allow fewer edits.>");
    CHECK(found(searcher, "secaax~1") == "many");
}

TEST_CASE("an article is found by the day on which it was taken in, in the reader's zone") {
    const ScratchIndex index;
    const auto add = [&](const std::string& id, std::chrono::sys_seconds seen) {
        index::IndexWriter writer(index.path());
        writer.add(tests::article_of({id, "A ban", "", "2019-05-10"}), seen);
        writer.commit();
    };
    using namespace std::chrono;
    add("early", sys_days(2019y / May / 9) + hours(23) + minutes(30));
    add("late", sys_days(2019y / May / 10));
    search::Searcher searcher(index.path());
    CHECK(found(searcher, "ban seen:2019-05-09") == "early");
    CHECK(found(searcher, "ban seen:yesterday") == "early");
    CHECK(found(searcher, "ban seen:today..") == "late");
    CHECK(found(searcher, "ban seen:..2019-05-09T23:30:00Z") == "early");
    CHECK(found(searcher, "ban -seen:2019-05-09") == "late");
    CHECK(found(searcher, "ban seen:..1969") == "");
    const query::ParseOptions london{.zone = *analyzers::TimeZone::named("Europe/London")};
    CHECK(found(searcher, "ban seen:2019-05-09", london) == "");
    CHECK(found(searcher, "seen:2019-05-10", london).size() == std::string("early late").size());
    const auto results =
        searcher.search({.text = "ban -seen:2019-05-09", .parse = {.today = tests::test_day()}});
    REQUIRE(results->hits.size() == 1);
    CHECK(results->hits[0].title.marks.size() == 1);  // A NOT of it is true to the article.
}

}  // namespace nutgraf::tests::in_to_xapian_modifiers_test
