#include "searchd/search/columns.h"

#include "base/error.h"
#include "tests/searchd/search/valued_database.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_columns_test {

using namespace nutgraf;
using search::Columns;

namespace {

std::string day_of(const Columns& columns, Xapian::docid document) {
    const auto day = columns.day(document);
    return day ? iso_date(*day) : "";
}

}  // namespace

TEST_CASE("columns hold what the value slots do, by document") {
    auto database = Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY);
    database.add_document(tests::document_of({"2019-05-10", "Courier", "en"}));
    database.add_document(tests::document_of({"", "", ""}));
    database.replace_document(
        7, tests::document_of({"2019-05", "Uferbote", "de", {{"org", "huawei", "Huawei", 9}}}));
    const Columns columns(database);
    CHECK(day_of(columns, 1) == "2019-05-10");
    CHECK(columns.sources()[columns.source(1)] == "Courier");
    CHECK(columns.langs()[columns.lang(1)] == "en");
    CHECK(columns.entities(1).empty());
    CHECK(columns.source(2) == 0);
    CHECK(columns.first_year(2) == 0);
    CHECK(day_of(columns, 2).empty());
    CHECK(day_of(columns, 7) == "2019-05-01");
    CHECK(columns.sources()[columns.source(7)] == "Uferbote");
    REQUIRE(columns.entities(7).size() == 1);
    CHECK(columns.entities()[columns.entities(7)[0]].name == "Huawei");
    CHECK(columns.sources()[0].empty());
}

TEST_CASE("a day is one that is known to the month") {
    struct Case {
        std::string published, day;
        int first_year, last_year;
    };
    const Case cases[] = {
        {"2019-05-10", "2019-05-10", 2019, 2019},
        {"2019-01", "2019-01-01", 2019, 2019},  // 31 days
        {"2019-05-10..2019-06-09", "2019-05-10", 2019, 2019},
        {"2019-05-10..2019-06-10", "", 2019, 2019},
        {"2019", "", 2019, 2019},
        {"2018..2020", "", 2018, 2020},
        {"", "", 0, 0},
    };
    for (const Case& c : cases) {
        CAPTURE(c.published);
        const Columns columns(tests::valued_database({{c.published}}));
        CHECK(day_of(columns, 1) == c.day);
        CHECK(columns.first_year(1) == c.first_year);
        CHECK(columns.last_year(1) == c.last_year);
    }
}

TEST_CASE("an entity is one, however many articles name it, and by its kind and id") {
    const index::StoredEntity huawei{"org", "huawei", "Huawei", 90};
    const index::StoredEntity again{"org", "huawei", "Huawei Technologies", 10};
    const index::StoredEntity person{"person", "huawei", "Mr Huawei", 10};
    const Columns columns(tests::valued_database(
        {{"2019", "a", "en", {huawei, again, person}}, {"2020", "b"}, {"", "c", "en", {again}}}));
    REQUIRE(columns.entities().size() == 2);
    CHECK(columns.entities()[0].name == "Huawei");
    CHECK(columns.entities()[0].articles == 2);
    CHECK(columns.entities()[1].kind == "person");
    CHECK(columns.entities(1).size() == 2);
    CHECK(columns.entities(2).empty());
    CHECK(columns.entities(3).size() == 1);
}

TEST_CASE("articles of the whole index are counted by their day, the end left out") {
    const Columns columns(
        tests::valued_database({{"2019-05-10"}, {"2019-05-10"}, {"2019-05-12"}, {"2019"}, {""}}));
    const auto day = [](const char* text) { return parse_day_span(text)->first; };
    CHECK(columns.published_within(day("2019-05-10"), day("2019-05-12")) == 2);
    CHECK(columns.published_within(day("2019-05-10"), day("2019-05-13")) == 3);
    CHECK(columns.published_within(day("2019-05-11"), day("2019-05-12")) == 0);
    CHECK(columns.published_within(day("2019-01-01"), day("2020-01-01")) == 3);
}

TEST_CASE("columns of an empty index are empty, and damaged values are an Error") {
    CHECK(Columns(tests::valued_database({})).entities().empty());
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    Xapian::Document document;
    document.add_value(static_cast<Xapian::valueno>(index::Slot::entities), "\x05");
    database.add_document(document);
    CHECK_THROWS_AS(Columns{database}, Error);
}

}  // namespace nutgraf::tests::in_columns_test
