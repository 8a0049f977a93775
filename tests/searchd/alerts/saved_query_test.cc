#include "searchd/alerts/saved_query.h"

#include "searchd/query/print.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_saved_query_test {

using namespace nutgraf;
using alerts::SavedQuery;
using namespace std::chrono;

namespace {

constexpr sys_days today = 2019y / May / 10;

SavedQuery everything_set() {
    SavedQuery saved = {"huawei ban",
                        {"Courier", "Times"},
                        {"de"},
                        {"#huawei"},
                        {"Theresa May"},
                        "2019-05",
                        "2020",
                        true,
                        true,
                        {"senator"},
                        {"World"},
                        {"2019"},
                        {}};
    search::excluded_values(saved, search::FacetField::lang) = {"fr"};
    search::excluded_values(saved, search::FacetField::org) = {"ZTE"};
    return saved;
}

}  // namespace

TEST_CASE("a saved query stands for the search it came from, read strictly") {
    const SavedQuery saved = everything_set();
    const search::SearchRequest request = alerts::request_of(saved, today);
    CHECK(request.parse.is_strict);
    CHECK(request.parse.today == today);
    CHECK(alerts::saved_query_of(request) == saved);
}

TEST_CASE("a query and its filters come back from the record that is kept of them") {
    for (const SavedQuery& saved : {everything_set(), SavedQuery{"huawei"}}) {
        const std::string record = alerts::filters_record(saved);
        CAPTURE(record);
        CHECK(alerts::saved_query_from(saved.text, record) == saved);
    }
    CHECK(alerts::filters_record({"huawei"}) == "{}");
    CHECK(
        alerts::filters_record(everything_set()) ==
        R"({"source":["Courier","Times"],"section":["World"],"org":["#huawei"],"not_org":["ZTE"],)"
        R"("official":["Theresa May"],"role":["senator"],"lang":["de"],"not_lang":["fr"],)"
        R"("year":["2019"],"from":"2019-05","to":"2020","any":true,"plain":true})");
}

TEST_CASE("a damaged record of filters is an error and not a wider query") {
    for (const char* const record :
         {"", "[]", "{\"source\":1}", "{\"any\":\"yes\"}", "{\"from\":"}) {
        CAPTURE(record);
        CHECK(tests::failure([&] {
                  alerts::saved_query_from("x", record);
              }).starts_with("The filters of an alert are damaged"));
    }
}

TEST_CASE("what cannot be read is refused with its place, as a whole sentence") {
    struct Case {
        SavedQuery query;
        std::string beginning;
    };
    const Case cases[] = {
        {{"huawei \"ban"}, "Column 8: "},
        {{"(huawei ban"}, "Column 1: "},
        {{"huawei titel:ban"}, "Column 8: "},
        {{"date:never"}, "Column "},
        {{"huawei", {}, {}, {}, {}, "soon"}, "from: \"soon\" is not a date"},
        {{"huawei", {}, {"a language"}}, "lang: "},
        {{""}, "An alert needs a query"},
        {{" \t"}, "An alert needs a query"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.query.text);
        const auto parsed = alerts::checked(c.query, today, nullptr);
        REQUIRE(!parsed);
        const std::string sentence = alerts::sentence_of(parsed.error());
        CAPTURE(sentence);
        CHECK(sentence.starts_with(c.beginning));
        CHECK((sentence.ends_with('.') || sentence.ends_with('?')));
    }
}

TEST_CASE("what can be read is read with its filters") {
    const auto parsed =
        alerts::checked({"huawei ban", {"Courier"}, {}, {}, {}, "2019-05"}, today, nullptr);
    REQUIRE(parsed);
    CHECK(query::to_text(parsed->query) ==
          "(huawei AND ban) AND source:=\"courier\" AND date:2019-05-01..");
    CHECK(alerts::checked({"*"}, today, nullptr));
    CHECK(alerts::checked({"", {"Courier"}}, today, nullptr));
}

TEST_CASE("filters are told in words") {
    CHECK(alerts::filters_in_words({"huawei"}).empty());
    CHECK(
        alerts::filters_in_words(everything_set()) ==
        "from Courier or Times, of the section World, naming #huawei, not naming ZTE, naming "
        "Theresa May, naming senator, in de, not in fr, of 2019, since 2019-05, until 2020, any of "
        "the words, without operators");
}

}  // namespace nutgraf::tests::in_saved_query_test
