#include "indexer/archive/clean/publication.h"

#include "indexer/archive/clean/clean.h"
#include "indexer/archive/clean/days_named.h"
#include "indexer/archive/clean/written_within.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace nutgraf::tests::in_publication_test {

using namespace nutgraf;
using namespace nutgraf::archive;

namespace {

const std::string paragraph = "The ministry said that it would wait for an answer.";

/// What an archive says of an article, and how its text begins.
struct Given {
    std::string published, updated, url, body;
};

Article article_of(const Given& given) {
    Article article;
    article.id = "a";
    article.body = given.body + "\n\n" + paragraph;
    article.updated = given.updated;
    article.url = given.url;
    if (!given.published.empty()) article.published = Published{*parse_day_span(given.published)};
    return article;
}

std::string text_of(const DaySpan& span) {
    const std::string first = iso_date(span.first);
    return span.first == span.last ? first : first + ".." + iso_date(span.last);
}

std::string date_of(const Article& article) {
    if (!article.published) return "";
    return article.published->basis + " " + text_of(article.published->days);
}

std::string printed(const DaysNamed& named) {
    const auto& first = *named.first.day;
    return fmt::format(
        "{}{}-{}{}{}{}", named.first.weekday ? "w " : "", static_cast<unsigned>(first.month()),
        static_cast<unsigned>(first.day()),
        named.last == first ? "" : fmt::format("..{}", static_cast<unsigned>(named.last.day())),
        named.first.year ? fmt::format(" {}", static_cast<int>(*named.first.year)) : "",
        named.are_to_come ? " to come" : "");
}

std::string named_in(const std::string& text) {
    std::string list;
    for (const DaysNamed& named : days_named(text))
        list += (list.empty() ? "" : "; ") + printed(named);
    return list;
}

}  // namespace

TEST_CASE("an article without a date has that of its head, its address, or its update") {
    struct Case {
        Given given;
        std::string date;
    };
    const std::string url = "https://courier.example/2019/05/strike";
    const Case cases[] = {
        {{"2019-05-04", "", "", "LONDON, May 3, 2019 (Reuters) - It waited."},
         "metadata 2019-05-04"},
        {{"", "", url, "LONDON, April 3, 2019 (Reuters) - It waited."}, "dateline 2019-04-03"},
        {{"", "", url, "It waited."}, "url 2019-05-01..2019-05-31"},
        // What a dateline lacks is known from elsewhere.
        {{"", "", url, "LONDON, May 3 (Reuters) - It waited."}, "dateline 2019-05-03"},
        {{"", "", url, "BERLIN, 3. Mai (dpa) - It waited."}, "dateline 2019-05-03"},
        {{"", "", url, "新华社北京5月3日电 外交部发言人说。"}, "dateline 2019-05-03"},
        {{"", "", "", "BERLIN, 3. Mai 2019 (dpa) - It waited."}, "dateline 2019-05-03"},
        {{"", "", "", "新华社北京2019年5月3日电 外交部发言人说。"}, "dateline 2019-05-03"},
        {{"", "", url, "МОСКВА, 3 мая /ТАСС/. It waited."}, "dateline 2019-05-03"},
        {{"2019", "", "", "LONDON, May 3 (Reuters) - It waited."}, "dateline 2019-05-03"},
        {{"2019-05", "", "", "LONDON, May 3 (Reuters) - It waited."}, "dateline 2019-05-03"},
        // A day in another month than the page's says nothing about it, nor do four Fridays.
        {{"", "", url, "LONDON, July 3 (Reuters) - It waited."}, "url 2019-05-01..2019-05-31"},
        {{"", "", url, "LONDON, Friday (Reuters) - It waited."}, "url 2019-05-01..2019-05-31"},
        {{"", "2019-05-10T09:00:00Z", "", "LONDON, May 3 (Reuters) - It waited."},
         "dateline 2019-05-03"},
        {{"", "2019-05-10T09:00:00Z", "", "LONDON, Monday (Reuters) - It waited."},
         "dateline 2019-05-06"},
        {{"", "2019-05-10T09:00:00Z", "", "LONDON, January 3 (Reuters) - It waited."}, ""},
        {{"", "2019-05-10T09:00:00Z", "", "Nobody came on Tuesday."},
         "text 2019-05-07..2019-05-10"},
        {{"", "2019-05-10T09:00:00Z", "", "Niemand kam am Dienstag."},
         "text 2019-05-07..2019-05-10"},
        {{"", "2019-05-10T09:00:00Z", "", "They will vote on Tuesday."}, ""},
        {{"", "2019-05-10T09:00:00Z", "", "Nobody came yesterday."}, "text 2019-05-09..2019-05-10"},
        {{"", "2019-05-10T09:00:00Z", "", "It met last month. Nobody came last week."},
         "text 2019-05-03..2019-05-10"},
        {{"", "2019-05-10T09:00:00Z", "", "Der Rat tagte im vergangenen Monat."},
         "text 2019-04-10..2019-05-10"},
        {{"", "2019-05-10T09:00:00Z", "", "It was the last monthly meeting of all yesterdays."},
         ""},
        {{"", "", "", "It met last month."}, ""},
        {{"", "2019-05-10T09:00:00Z", "", "They voted on Tuesday, March 5."}, ""},
        {{"", "2019-05", "", "Nobody came on Tuesday."}, ""},
        {{"", "", "", "Nobody came on Tuesday."}, ""},
        // What is to come lies behind the day of writing.
        {{"", "", url, "They will meet on May 20-21."}, "text 2019-05-01..2019-05-21"},
        {{"2019", "", "", "Sie werden sich am 20. Mai treffen."}, "text 2019-01-01..2019-05-20"},
        {{"2019", "", "", "They will meet on May 20, 2031."}, "metadata 2019-01-01..2019-12-31"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.given.published);
        CAPTURE(c.given.updated);
        CAPTURE(c.given.body);
        const Article given = article_of(c.given);
        const Article article = cleaned(given);
        CHECK(date_of(article) == c.date);
        CHECK(date_of(cleaned(as_given(article))) == c.date);
        CHECK(date_of(as_given(article)) == date_of(given));
    }
}

TEST_CASE("a date before the day on which a text says it was written is not believed, and kept") {
    const Article given =
        article_of({"2010-01-01", "", "", "LONDON, May 3, 2019 (Reuters) - It waited."});
    const Article article = cleaned(given);
    CHECK(date_of(article) == "dateline 2019-05-03");
    CHECK(article.extra.at(declared_date_member) == "2010-01-01");
    CHECK(as_given(article).published == given.published);
    CHECK(as_given(article).extra == given.extra);
    // Papers run what a wire sent the day before, and archives print old texts again.
    for (const std::string day : {"2019-05-02", "2019-05-04", "2021-01-01"}) {
        CAPTURE(day);
        const Article later =
            cleaned(article_of({day, "", "", "LONDON, May 3, 2019 (Reuters) - It waited."}));
        CHECK(date_of(later) == "metadata " + day);
        CHECK(!later.extra.contains(declared_date_member));
    }
}

TEST_CASE("days are read as English, German, French, Spanish and Russian texts name them") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"It met on May 2.", "5-2"},
        {"It met on May 2-3 in Prague.", "5-2..3"},
        {"It met on May 2 and 3 in Prague.", "5-2..3"},
        {"It met on 2–3 May in Prague.", "5-2..3"},
        {"It met on Sept. 2.", "9-2"},
        {"It met on the 2nd of May, 2019, in Prague.", "5-2 2019"},
        {"It met on Tuesday, May 2, 2019.", "w 5-2 2019"},
        {"It met on Tuesday (May 2).", "w 5-2"},
        {"It met on Tuesday 2 May.", "w 5-2"},
        {"Er kam am Dienstag, dem 2. Mai 2019.", "5-2 2019"},
        {"Er kam am 2. März.", "3-2"},
        {"Il est venu le 1er août.", "8-1"},
        {"Llegó el 2 de mayo de 2019.", "5-2 2019"},
        {"Он приехал 2 мая.", "5-2"},
        {"It met on May 2. It will meet on May 9.", "5-2; 5-9 to come"},
        {"It will, said May, meet on May 9. It met on May 2.", "5-9 to come; 5-2"},
        // None of these is a day.
        {"It may 2 or 3 times.", ""},
        {"In May 2019 it met.", ""},
        {"It met 12 times in May.", ""},
        {"May 32 was no day, nor was February 30.", ""},
        {"It cost 1,2 May.", ""},
        {"Version 3.2 May ship.", ""},
        {"From May 9-2 it met.", ""},
        {"", ""},
        {"2", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(named_in(c.text) == c.expected);
    }
}

TEST_CASE("a span is narrowed by the days that a text names, and never beyond itself") {
    struct Case {
        std::string text, expected;
    };
    const DaySpan span{parse_day_span("2018-07-09")->first, parse_day_span("2019-07-23")->last};
    const Case cases[] = {
        {"It met.", "2018-07-09..2019-07-23"},
        {"It met on May 2.", "2018-07-09..2019-07-23"},
        {"It met on Friday, May 3.", "2019-01-01..2019-07-23"},
        {"It will meet on Friday, May 3.", "2019-01-01..2019-05-03"},
        {"It will meet on May 3.", "2019-01-01..2019-05-03"},
        {"It will meet on May 3. It met on Monday, March 4.", "2019-01-01..2019-05-03"},
        // Of either year.
        {"It will meet on December 3.", "2018-07-09..2019-07-23"},
        {"It will meet on February 3.", "2018-11-03..2019-02-03"},
        {"It was founded on May 3, 1921.", "2018-07-09..2019-07-23"},
        // An anniversary contradicts the rest.
        {"It will meet on May 3, 1921.", "2018-07-09..2019-07-23"},
        {"It met on February 29.", "2018-07-09..2019-07-23"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(text_of(written_within(span, c.text)) == c.expected);
    }
    const DaySpan long_span{parse_day_span("2000")->first, parse_day_span("2019")->last};
    CHECK(written_within(long_span, "It will meet on May 3.") == long_span);
}

}  // namespace nutgraf::tests::in_publication_test
