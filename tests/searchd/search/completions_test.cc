#include "searchd/search/completions.h"

#include "searchd/search/searcher.h"
#include "tests/searchd/scratch_index.h"
#include "tests/searchd/search/valued_database.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_completions_test {

using namespace nutgraf;
using search::Completion;
using search::Typed;

namespace {

std::string lines_of(const std::vector<Completion>& completions) {
    std::string lines;
    for (const Completion& completion : completions)
        lines += completion.kind + ": " + completion.query + "\n";
    return lines;
}

/// What a text becomes by the names of entities.
std::string named(const std::string& text) {
    static const search::Columns columns(tests::valued_database(
        {{"",
          "x",
          "en",
          {{"org", "huawei", "Huawei", 9}, {"org", "us-ftc", "Federal Trade Commission", 9}}},
         {"",
          "x",
          "en",
          {{"org", "us-ftc", "Federal Trade Commission", 9},
           {"org", "~acme (uk)", "Acme (UK)", 1}}},
         {"",
          "x",
          "en",
          {{"official", "chris-coons", "Chris Coons", 9}, {"person", "hua-li", "Hua Li", 9}}}}));
    static const search::NameList names(columns);
    return lines_of(search::entity_completions(Typed(text), names));
}

const tests::ScratchIndex& small_index() {
    static const tests::ScratchIndex index({{"a", "Huawei ban", "Huawei is banned, says security."},
                                            {"b", "A \"secure\" bank", "Banks and huawei."}});
    return index;
}

std::string all(const std::string& text, std::size_t limit = 10) {
    return lines_of(search::Searcher(small_index().path()).completions(text, limit));
}

}  // namespace

TEST_CASE("the end of a text is completed to the names of entities") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"hua", "org: org:#huawei\nperson: person:#hua-li\n"},
        {"HUA", "org: org:#huawei\nperson: person:#hua-li\n"},
        {"ban hua", "org: ban org:#huawei\nperson: ban person:#hua-li\n"},
        {"ban trade comm", "org: ban org:#us-ftc\n"},
        {"ban -coo", "official: ban -official:#chris-coons\n"},
        {"org:hua", "org: org:#huawei\n"},
        {"(ban OR org:hua", "org: (ban OR org:#huawei\n"},
        {"acme", "org: org:\"#~acme (uk)\"\n"},
        {"title:hua", ""},
        {"\"ban hua", ""},
        {"hua ", ""},
        {"awei", ""},
        {"", ""},
        {" ", ""},
        {":", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(named(c.text) == c.expected);
    }
}

TEST_CASE("entities come before words, words before headlines, and no more than asked for") {
    CHECK(all("hua") == "word: huawei\ntitle: title:\"Huawei ban\"\n");
    CHECK(all("see ban") == "word: see bank\nword: see banks\nword: see banned\n");
    CHECK(all("huawei ba") ==
          "word: huawei ban\nword: huawei bank\nword: huawei banks\nword: huawei banned\n"
          "title: title:\"Huawei ban\"\n");
    CHECK(all("huawei ban") ==
          "word: huawei bank\nword: huawei banks\nword: huawei banned\ntitle: title:\"Huawei "
          "ban\"\n");
    CHECK(all("huawei ban", 2) == "word: huawei bank\ntitle: title:\"Huawei ban\"\n");
    CHECK(all("huawei ban", 0).empty());
    CHECK(all("secure ban").find("title: title:\"A  secure  bank\"\n") != std::string::npos);
    CHECK(all("").empty());
    CHECK(all("xyzzy").empty());
    CHECK(all("source:hua").empty());
    CHECK(all("\xFF\xFE").empty());
}

}  // namespace nutgraf::tests::in_completions_test
