#include "searchd/query/saved_queries.h"

#include "searchd/query/parser.h"
#include "searchd/query/size.h"
#include "tests/searchd/query/reading.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_saved_queries_test {

using namespace nutgraf;

namespace {

/// One saved query, "telecoms", and one that cannot be read, "broken".
class TwoQueries final : public query::SavedQueries {
public:
    explicit TwoQueries(std::string text = "huawei OR title:zte") : text_(std::move(text)) {}

    query::SavedReading reading(const std::string& name) override {
        if (name == "telecoms") return {query::parse_query(text_, {})->query};
        if (name == "broken") return {{}, "It is broken."};
        return {{}, "There is no alert \"" + name + "\".", "telecoms"};
    }

private:
    std::string text_;
};

query::ParsedQuery parsed(const std::string& text) {
    TwoQueries saved;
    return *query::parse_query(text, {.saved = &saved});
}

}  // namespace

TEST_CASE("a saved query stands where a clause does, by its name") {
    struct Case {
        std::string text, printed;
    };
    const Case cases[] = {
        {"alert:telecoms", "alert:\"telecoms\""},
        {"alert:\"telecoms\"", "alert:\"telecoms\""},
        {"ban alert:telecoms", "ban AND alert:\"telecoms\""},
        {"-alert:telecoms ban", "NOT alert:\"telecoms\" AND ban"},
        {"(alert:telecoms OR ban)^2", "(alert:\"telecoms\" OR ban)^2"},
        {"(alert:telecoms)^2", "(alert:\"telecoms\")^2"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(query::to_text(parsed(c.text).query) == c.printed);
        CHECK(parsed(c.printed).query == parsed(c.text).query);
    }
}

TEST_CASE("the answer says what a saved query asks for") {
    const auto notes = parsed("ban alert:telecoms").notes;
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].severity == query::Severity::info);
    CHECK(notes[0].position == 10);
    CHECK(notes[0].message == "The alert \"telecoms\" asks for: huawei OR title:zte.");
}

TEST_CASE(
    "a name that no saved query has is looked for as words, and what is like it is suggested") {
    const auto unknown = parsed("alert:telecom");
    CHECK(query::to_text(unknown.query) == "telecom");
    REQUIRE(unknown.notes.size() == 1);
    CHECK(unknown.notes[0].severity == query::Severity::error);
    CHECK(unknown.notes[0].message ==
          "There is no alert \"telecom\". The name is looked for as words.");
    CHECK(unknown.notes[0].suggestion == "alert:\"telecoms\"");
    TwoQueries saved;
    CHECK_FALSE(query::parse_query("alert:telecom", {.is_strict = true, .saved = &saved}));
    CHECK(parsed("alert:broken").notes[0].message ==
          "It is broken. The name is looked for as words.");
}

TEST_CASE("where there are no saved queries, as in a saved query, none can be asked for") {
    CHECK(tests::notes_on("ban alert:telecoms") ==
          "error at 10: \"alert:\" can be asked for in a search, and not in an alert; what stands "
          "behind it is looked for as words.");
    TwoQueries itself("alert:telecoms");
    const auto read = query::parse_query("alert:telecoms", {.saved = &itself});
    REQUIRE(read);  // The inner one was read without saved queries: as a word.
    CHECK(query::saved_in(read->query) == "telecoms\ntelecoms\n");
}

TEST_CASE("what a saved query asks for counts towards the limits of a query") {
    CHECK(query::size_of(parsed("alert:telecoms").query).leaves == 2);
    TwoQueries saved("abc* OR bcd* OR cde*");
    const auto refused = query::parse_query("def* efg* alert:telecoms", {.saved = &saved});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == "The query has more than 4 words that end in \"*\".");
}

TEST_CASE("a query is told from the same words at a time when a saved query was another") {
    CHECK(query::saved_in(parsed("ban").query).empty());
    TwoQueries other("zte");
    const auto now = query::parse_query("ban -(x OR alert:telecoms)", {.saved = &other});
    CHECK(query::saved_in(now->query) == "telecoms\nzte\n");
    CHECK(query::saved_in(now->query) !=
          query::saved_in(parsed("ban -(x OR alert:telecoms)").query));
}

}  // namespace nutgraf::tests::in_saved_queries_test
