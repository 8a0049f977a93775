#include "searchd/search/senses.h"

#include "tests/searchd/named_article.h"
#include "tests/searchd/query/entity_facts.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_senses_test {

using namespace nutgraf;
using tests::named_article;

namespace {

/// The message of the one note on a query, its senses counted.
std::string message_on(std::string_view text, const Xapian::Database& database) {
    auto parsed = query::parse_query(text, tests::with_gazetteer());
    REQUIRE(parsed->notes.size() == 1);
    search::count_senses(parsed->notes, database, {});
    return parsed->notes.front().message;
}

}  // namespace

TEST_CASE("a note on several of one name says how many articles each has, the most first") {
    const tests::NamedIndex index({
        named_article("a", "News", "The {Commission=XOus-ftc}, again the {Commission=XOus-ftc}"),
        named_article("b", "News", "The {Commission=XOus-ftc} and the {other=XOeu-commission}"),
        named_article("c", "News", "{May=XFtheresa-may} and {Theresa=XNtheresa-may}"),
        named_article("d", "News", "{May=XNtheresa-may}"),
    });
    CHECK(message_on("org:commission", index.database()) ==
          "Several are called \"commission\": Federal Trade Commission (#us-ftc, 2 articles), "
          "European Commission (#eu-commission, 1 article); write org:#us-ftc for one of them.");
    // An article that has both terms of one person counts once.
    CHECK(message_on("person:may", index.database()) ==
          "Several are called \"may\": Theresa May (#theresa-may, 2 articles), Brian May "
          "(#brian-may, 0 articles); write person:#theresa-may for one of them.");
}

TEST_CASE("other notes are left as they are") {
    const tests::NamedIndex index({named_article("a", "News", "x")});
    auto parsed = query::parse_query("titel:x", tests::with_gazetteer());
    const std::vector<query::Note> before = parsed->notes;
    search::count_senses(parsed->notes, index.database(), {});
    CHECK(parsed->notes == before);
}

}  // namespace nutgraf::tests::in_senses_test
