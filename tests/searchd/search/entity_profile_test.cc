#include "searchd/search/entity_profile.h"

#include "searchd/search/searcher.h"
#include "tests/searchd/query/entity_facts.h"
#include "tests/searchd/scratch_index.h"
#include "tests/searchd/search/marked.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace nutgraf::tests::in_entity_profile_test {

using namespace nutgraf;
using search::CountedEntity;
using search::EntityProfile;
using search::Searcher;

namespace {

/// An index of articles in which the test's gazetteer recognises who is named.
class RecognisedIndex {
public:
    explicit RecognisedIndex(const std::vector<tests::TestArticle>& articles) {
        index::WriterOptions options;
        options.gazetteer = &tests::test_gazetteer();
        index::IndexWriter writer(path(), options);
        for (const tests::TestArticle& article : articles)
            writer.add(tests::article_of(article), {});
        writer.commit();
    }

    std::filesystem::path path() const { return folder_.path() / "index"; }

private:
    tests::ScratchFolder folder_;
};

Searcher searcher() {
    static const RecognisedIndex index({
        {"a", "Huawei ban", "Chris Coons spoke. Huawei did not.", "2019-03-01"},
        {"b", "Senator speaks",
         "Senator Chris Coons said: \"We want clarity.\" Later he said: \"We want it now.\"\n\n"
         "Coons added: \"And that is all.\"",
         "2019-05-10"},
        {"c", "Huawei again", "Huawei Technologies and the European Commission met.", "2019-04"},
        {"d", "Firm", "Zandor plc, a maker of clocks, sued Huawei. Zandor plc won.", ""},
        {"e", "Weather", "It rained.", "2019-05-11"},
    });
    return Searcher(index.path(), &tests::test_gazetteer());
}

EntityProfile profile(const std::string& id) {
    return *searcher().entity_profile({id, {}, {}});
}

/// "huawei 3, eu-commission 1"
std::string counts_of(const std::vector<CountedEntity>& all) {
    std::string line;
    for (const CountedEntity& counted : all)
        line +=
            fmt::format("{}{} {}", line.empty() ? "" : ", ", counted.brief.id, counted.articles);
    return line;
}

std::string listed(const search::EntityListRequest& request) {
    return counts_of(searcher().entity_list(request).entities);
}

}  // namespace

TEST_CASE("a profile counts the articles that its query finds, and shows the newest") {
    const EntityProfile huawei = profile("huawei");
    CHECK(huawei.query == "org:#huawei");
    CHECK(huawei.named.total == 3);
    CHECK(huawei.named.revision == 5);
    REQUIRE(huawei.named.hits.size() == 3);
    CHECK(huawei.named.hits[0].id == "c");
    CHECK(huawei.named.hits[2].id == "d");  // Undated articles come last.
    CHECK(huawei.named.histogram->undated == 1);
    CHECK(profile("#huawei").facts.brief.name == "Huawei");
    for (const char* id : {"huawei", "chris-coons", "eu-commission", "~zandor plc"}) {
        CAPTURE(id);
        const EntityProfile one = profile(id);
        CHECK(searcher().search({.text = one.query})->total == one.named.total);
        CHECK(searcher().search({.text = one.speech_query})->total == one.speeches);
    }
}

TEST_CASE("a profile says who is named beside, the most frequent first and never itself") {
    CHECK(counts_of(profile("chris-coons").company) == "huawei 1");
    const std::string beside = counts_of(profile("huawei").company);
    CHECK(beside.find("huawei") == std::string::npos);
    CHECK(beside.find("eu-commission 1") != std::string::npos);
    CHECK(beside.find("~zandor plc 1") != std::string::npos);
}

TEST_CASE("a profile has the latest words, marked in their passage, few of one article") {
    const EntityProfile coons = profile("chris-coons");
    CHECK(coons.speech_query == "said:#chris-coons");
    CHECK(coons.speeches == 1);
    REQUIRE(coons.sayings.size() == search::sayings_of_an_article);
    const search::Saying& first = coons.sayings[0];
    CHECK(first.key == archive::key_of("b"));
    CHECK(first.title == "Senator speaks");
    CHECK(iso_date(first.published->days.first) == "2019-05-10");
    CHECK(tests::bracketed(first.passage.text, first.passage.marks).find("[We want clarity.") !=
          std::string::npos);
    CHECK(profile("huawei").sayings.empty());
}

TEST_CASE("who is known and never named has a profile, and who is neither has none") {
    const EntityProfile may = profile("theresa-may");
    CHECK(may.named.total == 0);
    CHECK(may.named.hits.empty());
    CHECK(may.company.empty());
    for (const char* id : {"nobody", "", "#", "~", "theresa may"})
        CHECK_FALSE(searcher().entity_profile({id, {}, {}}));
}

TEST_CASE("one that no gazetteer has is shown as far as the index knows it") {
    const EntityProfile zandor = profile("~zandor plc");
    CHECK(zandor.facts.brief.kind == "org");
    CHECK(zandor.facts.brief.name == "Zandor plc");
    CHECK(zandor.facts.source.empty());
    CHECK(zandor.query == "org:\"#~zandor plc\"");
    CHECK(zandor.named.total == 1);
}

TEST_CASE("without a name the list is of all that articles name, by how many do, in pages") {
    const auto all = searcher().entity_list({.limit = 100});
    CHECK(all.total == all.entities.size());
    CHECK(counts_of(all.entities).starts_with("huawei 3, chris-coons 2, "));
    CHECK(all.revision == 5);
    CHECK(listed({.limit = 1}) == "huawei 3");
    CHECK(listed({.limit = 1, .offset = 1}) == "chris-coons 2");
    CHECK(listed({.limit = 1, .offset = 1000}).empty());
    CHECK(listed({.kind = "official"}) == "chris-coons 2");
    CHECK(listed({.text = " ", .limit = 1}) == "huawei 3");
}

TEST_CASE("a name is found in any script and by its beginning, just so called ones first") {
    struct Case {
        std::string text, kind, expected;
    };
    const Case cases[] = {
        {"华为", "", "huawei 3"},
        {"华", "", "huawei 3"},
        {"huawei technol", "", "huawei 3"},
        {"commission", "", "eu-commission 1, us-ftc 0"},
        {"coons", "", "chris-coons 2"},
        {"christopher c", "", "chris-coons 2"},
        {"foreign secretary", "", "jeremy-hunt 0"},
        {"zando", "", "~zandor plc 1"},
        {"may", "", "brian-may 0, theresa-may 0"},
        {"may", "org", ""},
        {"nowhere known", "", ""},
        {"?!", "", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(listed({.text = c.text, .kind = c.kind}) == c.expected);
    }
}

}  // namespace nutgraf::tests::in_entity_profile_test
