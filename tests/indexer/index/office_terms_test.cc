#include "indexer/index/office_terms.h"

#include "indexer/index/document.h"
#include "indexer/index/recognised.h"
#include "tests/support/small_gazetteer.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_office_terms_test {

using namespace nutgraf;
using namespace nutgraf::tests;

namespace {

const std::string facts = R"(
@country gb
name: United Kingdom
adjective: British

@role prime-minister
name: prime minister
class: head-of-government

@role foreign-minister
name: foreign secretary
class: minister

@office gb-prime-minister
name: Prime Minister of the United Kingdom
role: prime-minister
country: GB
holder: winston-churchill 1940-05-10..1945-07-26
holder: theresa-may 2016-07-13..2019-07-24
holder: boris-johnson 2019-07-24..2022-09-06

@office gb-foreign-secretary
name: Foreign Secretary
role: foreign-minister
country: GB
holder: anthony-eden 1940-12-22..1945-07-26
holder: boris-johnson 2016-07-13..2018-07-09
holder: jeremy-hunt 2018-07-09..2019-07-24

@person theresa-may
name: Theresa May
surname: May
country: GB

@person boris-johnson
name: Boris Johnson
surname: Johnson
country: GB

@person jeremy-hunt
name: Jeremy Hunt
surname: Hunt
country: GB

@person winston-churchill
name: Winston Churchill
surname: Churchill
country: GB

@person anthony-eden
name: Anthony Eden
surname: Eden
country: GB
)";

std::string terms_in(const std::string& body, const std::string& published = "") {
    static const SmallGazetteer small(facts, "former\tmodifier\ten\tpast\n");
    archive::Article article;
    article.id = "a";
    article.body = body;
    article.lang = "en";
    if (!published.empty()) article.published = archive::Published{*parse_day_span(published)};
    index::DocumentMaker maker(&small.gazetteer());
    const Xapian::Document document = maker.document(article, {});
    const auto dated = index::RecordCodec().decoded(document.get_data()).article.published;
    if (!dated) return "";
    return dated->basis + " " + iso_date(dated->days.first) + ".." + iso_date(dated->days.last);
}

}  // namespace

TEST_CASE("an article without a date is of the days on which all it names were in office") {
    const std::string both =
        "Prime Minister Theresa May met the Foreign Secretary, Jeremy Hunt, in London.";
    CHECK(terms_in(both) == "office 2018-07-09..2019-07-23");
    CHECK(terms_in("Prime Minister Theresa May wrote to Foreign Secretary Boris Johnson.") ==
          "office 2016-07-13..2018-07-08");
    CHECK(terms_in(both, "2019-03-29") == "metadata 2019-03-29..2019-03-29");
}

TEST_CASE("a former office-holder tells that the office was over") {
    CHECK(terms_in("Former Foreign Secretary Boris Johnson met Prime Minister Theresa May.") ==
          "office 2018-07-09..2019-07-23");
}

TEST_CASE("an office alone counts for one whom the text names") {
    CHECK(terms_in("Foreign Secretary Jeremy Hunt met Theresa May. "
                   "The prime minister flew home.") == "office 2018-07-09..2019-07-23");
}

TEST_CASE("days that are named without a year narrow the terms of office-holders") {
    const std::string both =
        "Prime Minister Theresa May met the Foreign Secretary, Jeremy Hunt, in London.";
    CHECK(terms_in("LONDON, May 3 (Reuters) - " + both) == "office 2019-05-03..2019-05-03");
    CHECK(terms_in(both + "\n\nThey will meet again on May 2-3 in Prague.") ==
          "office 2019-01-01..2019-05-03");
    // Of 2018 and 2019 only one has such a day.
    CHECK(terms_in(both + "\n\nThey met on Friday, May 3.") == "office 2019-01-01..2019-07-23");
}

TEST_CASE("where office-holders do not tell the days the article stays without a date") {
    for (const std::string body : {
             "Prime Minister Theresa May flew home.",  // One alone.
             "Theresa May met Jeremy Hunt.",           // No office of theirs.
             "Former Prime Minister Theresa May met Foreign Secretary Jeremy Hunt.",
             "Prime Minister Boris Johnson met Foreign Secretary Jeremy Hunt.",  // Never both.
             "Prime Minister Winston Churchill met Foreign Secretary Anthony Eden.",
             // The office alone is somebody's who is not named.
             "The prime minister met Foreign Secretary Jeremy Hunt.",
             "Nobody was there.",
         }) {
        CAPTURE(body);
        CHECK(terms_in(body) == "");
    }
}

}  // namespace nutgraf::tests::in_office_terms_test
