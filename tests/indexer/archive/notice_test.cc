#include "indexer/archive/notice.h"

#include "base/date.h"
#include "indexer/archive/clean/clean.h"
#include "indexer/archive/notice_time.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace nutgraf::tests::in_notice_test {

using namespace nutgraf;
using namespace nutgraf::archive;

namespace {

constexpr std::chrono::sys_seconds new_year_2025{std::chrono::seconds(1'735'689'600)};

Article text_item(const std::string& title, const std::string& body) {
    Article article;
    article.id = "item";
    article.title = title;
    article.body = body;
    return article;
}

/// "kill: name | name", "embargo until 2025-03-03T06:00:00Z", or "none".
std::string told(const std::optional<Notice>& notice) {
    if (!notice) return "none";
    std::string text(name_of(notice->kind));
    if (notice->until) text += " until " + iso_instant(*notice->until);
    if (!notice->names.empty()) text += ": " + fmt::format("{}", fmt::join(notice->names, " | "));
    return text;
}

}  // namespace

TEST_CASE("a text is a notice when it opens with one in capitals and names an article") {
    struct Case {
        const char* title;
        const char* body;
        const char* expected;
    };
    const Case cases[] = {
        // Kills.
        {"KILL: Harbour reopens", "Editors, kill this story.", "kill: Harbour reopens"},
        {"MANDATORY KILL - wire-2019-17", "It is wrong.", "kill: wire-2019-17"},
        {"*** MANDATORY KILL ***", "Headline: Harbour reopens", "kill: Harbour reopens"},
        {"", "BULLETIN KILL\nId: wire-17\nThe story is wrong.", "kill: wire-17"},
        {"", "ADVISORY: KILL \xe2\x80\x93 \"Harbour reopens\"",
         "kill: \"Harbour reopens\" | Harbour reopens"},
        {"EDITORS: MANDATORY KILL: a", "", "kill: a"},
        {"KILL NOTICE",
         "Please kill the story headlined \xe2\x80\x9cHarbour reopens "
         "after storm\xe2\x80\x9d.",
         "kill: Harbour reopens after storm"},
        // Withholds and corrections.
        {"WITHHOLD: wire-17", "Until further notice.", "withhold: wire-17"},
        {"MANDATORY WITHHOLD", "Slug: BC-Harbour", "withhold: BC-Harbour"},
        {"CORRECTION: Harbour reopens", "The minister is Ann Lee.", "correction: Harbour reopens"},
        {"MANDATORY CORRECTION -- wire-17", "x", "correction: wire-17"},
        // Articles about such notices, and what only begins like one.
        {"Kill notices explained", "MANDATORY KILL: what wires send when a story is wrong.",
         "none"},
        {"KILL BILL TOPS THE BOX OFFICE", "The film led on Sunday.", "none"},
        {"KILLED: three men", "They died in the harbour.", "none"},
        {"Kill: a review", "The novel is long.", "none"},
        {"MANDATORY KILL", "It says nothing of what it is about.", "none"},
        {"KILL-SWITCH: A REVIEW", "Headline: Harbour reopens", "none"},
        {"WITHHOLDING TAX RISES", "By a tenth.", "none"},
        {"CORRECTIONS AND CLARIFICATIONS", "Headline: Harbour reopens", "none"},
        {"Editors: kill the adverb", "A style guide.", "none"},
        {"The wire sent a KILL: this is why", "It was wrong.", "none"},
        {"ADVISORY", "Headline: Harbour reopens", "none"},
        {"", "The desk wrote\nKILL: Harbour reopens\nand nobody saw it.", "none"},
        {"", "", "none"},
    };
    for (const Case& c : cases) {
        CAPTURE(std::string(c.title));
        CAPTURE(std::string(c.body));
        CHECK(told(notice_of(text_item(c.title, c.body), new_year_2025)) == c.expected);
        // As a plain text, of which the headline is read off by cleaning.
        const Article plain = text_item("", std::string(c.title) + "\n\n" + c.body);
        if (*c.title != '\0') CHECK(told(notice_of(cleaned(plain), new_year_2025)) == c.expected);
    }
}

TEST_CASE("what formats declare is a notice on the article of the same id") {
    struct Case {
        const char* extra;
        const char* expected;
    };
    const Case cases[] = {
        {R"({"status":"usable"})", "none"},
        {R"({"status":"canceled"})", "kill"},
        {R"({"status":"Canceled"})", "kill"},
        {R"({"status":"withheld"})", "withhold"},
        {R"({"status":"cancelled"})", "none"},  // An event's, and no word of IPTC's.
        {R"({"status":"killed in action"})", "none"},
        {R"({"status":4})", "none"},
        {R"({"embargoed":"2025-03-03T06:00:00+02:00"})", "embargo until 2025-03-03T04:00:00Z"},
        {R"({"embargoed":"20250303T060000Z"})", "embargo until 2025-03-03T06:00:00Z"},
        {R"({"embargoed":"2024-12-31T23:59:59Z"})", "none"},
        {R"({"embargoed":"2025-01-01T00:00:00Z"})", "none"},
        {R"({"embargoed":true})", "none"},
        {R"({"embargoed":"soon"})", "none"},
        {R"({"status":"embargoed"})", "embargo"},
        {R"({"status":"embargoed","embargoed":"2024-01-01"})", "none"},
        {R"({"status":"corrected"})", "correction"},
        {R"({"status":"usable","signal":"correction"})", "correction"},
        {R"({"signal":"update"})", "none"},
        {R"({"status":"canceled","signal":"correction"})", "kill"},
    };
    for (const Case& c : cases) {
        CAPTURE(std::string(c.extra));
        Article article = text_item("Harbour reopens", "It did.");
        article.extra = *parse_json(c.extra);
        CHECK(told(notice_of(article, new_year_2025)) == c.expected);
    }
}

TEST_CASE("an embargo over a text holds until the instant it tells, in its zone") {
    struct Case {
        const char* head;
        const char* expected;
    };
    const Case cases[] = {
        {"EMBARGOED UNTIL 0600 GMT, MONDAY 3 MARCH 2025", "embargo until 2025-03-03T06:00:00Z"},
        {"*EMBARGOED UNTIL 00:01 ON 3 MARCH 2025*", "embargo until 2025-03-03T00:01:00Z"},
        {"EMBARGOED UNTIL 6 AM EST, MARCH 3, 2025", "embargo until 2025-03-03T11:00:00Z"},
        {"EMBARGOED UNTIL 6:30PM CEST, 3 July 2025", "embargo until 2025-07-03T16:30:00Z"},
        {"EMBARGOED UNTIL 2025-03-03T06:00:00-05:00", "embargo until 2025-03-03T11:00:00Z"},
        {"EMBARGOED UNTIL 12 AM GMT, 3 MARCH 2025", "embargo until 2025-03-03T00:00:00Z"},
        {"EMBARGOED UNTIL 0600 GMT, 3 MARCH 2024", "none"},  // It is over.
        {"EMBARGOED UNTIL MONDAY", "none"},
        {"EMBARGOED UNTIL 0600 GMT, 31 FEBRUARY 2025", "none"},
        {"Embargoed until 0600 GMT, 3 March 2025, the report was leaked", "none"},
        {"EMBARGOED UNTIL MONDAY, REPORT OF 3 MARCH 2025 LEAKS", "none"},
    };
    for (const Case& c : cases) {
        CAPTURE(std::string(c.head));
        CHECK(told(notice_of(text_item(c.head, "The figures."), new_year_2025)) == c.expected);
    }
}

TEST_CASE("a later version is told by its number or its time, and unknown where one has neither") {
    struct Case {
        const char* version;
        const char* than;
        bool is_later;
    };
    const Case cases[] = {
        {"2", "1", true},
        {"10", "9", true},
        {"1", "1", false},
        {"1", "2", false},
        {"", "1", false},
        {"1", "", false},
        {"", "", false},
        {"2", "2019-05-10T12:00:00Z", false},
        {"2019-05-10T12:00:00+02:00", "2019-05-10T11:00:00Z", false},
        {"2019-05-10T14:00:00+02:00", "2019-05-10T11:00:00Z", true},
        {"2019-05-11", "2019-05-10T11:00:00Z", true},
        {"later", "2019", false},
    };
    for (const Case& c : cases) {
        CAPTURE(std::string(c.version));
        CAPTURE(std::string(c.than));
        CHECK(is_later_version(c.version, c.than) == c.is_later);
    }
}

TEST_CASE("what withdraws an article needs no text, anything else does") {
    const auto canceled = article_from_json(*parse_json(R"({"id":"1","status":"canceled"})"));
    REQUIRE(canceled);
    CHECK(withdraws_article(canceled->article));
    CHECK_FALSE(article_from_json(*parse_json(R"({"id":"1","status":"usable"})")));
    CHECK_FALSE(article_from_json(*parse_json(R"({"id":"1"})")));
}

TEST_CASE("an instant is read with its zone, whatever the form of its writing") {
    struct Case {
        const char* text;
        const char* expected;
    };
    const Case cases[] = {
        {"2018-10-23T12:00:00Z", "2018-10-23T12:00:00Z"},
        {"2018-10-23T12:00:00.000Z", "2018-10-23T12:00:00Z"},
        {"2018-10-23T12:00Z", "2018-10-23T12:00:00Z"},
        {"2018-10-23 12:00:00 +0200", "2018-10-23T10:00:00Z"},
        {"2018-10-23T00:30:00+05:30", "2018-10-22T19:00:00Z"},
        {"Tue, 23 Oct 2018 12:00:00 -0500", "2018-10-23T17:00:00Z"},
        {"2018-10-23", "2018-10-23T00:00:00Z"},
        {"1540296000", ""},
        {"soon", ""},
        {"", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(std::string(c.text));
        const auto instant = instant_of(c.text);
        CHECK((instant ? iso_instant(*instant) : "") == c.expected);
    }
}

}  // namespace nutgraf::tests::in_notice_test
