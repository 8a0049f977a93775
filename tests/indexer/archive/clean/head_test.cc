#include "indexer/archive/clean/byline.h"
#include "indexer/archive/clean/date_line.h"
#include "indexer/archive/clean/dateline.h"
#include "tests/indexer/archive/clean/parts_text.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_head_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using namespace nutgraf::tests;

namespace {

const std::string paragraph = "The ministry said on Friday that it would wait.";
const std::string long_line = std::string(251, 'x');

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : "; ") + name;
    return text;
}

/// "place|date|wire"; empty where there is none of them.
std::string dateline(const std::string& text) {
    const Dateline line = dateline_of(text);
    return line.empty() ? "" : line.place + "|" + line.date + "|" + line.wire;
}

std::string byline(const std::string& line) {
    const Byline read = byline_of(line);
    return read.empty() ? "" : joined(read.names) + "|" + read.wire;
}

}  // namespace

TEST_CASE("the headline is the first line of four words that does not end as a sentence does") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"Ministry waits for a word\n\n" + paragraph + "\n", "Ministry waits for a word"},
        {"Ministry waits for a word\n" + paragraph, "Ministry waits for a word"},
        {"\n\n  Ministry waits for a word \t\n\n\n" + paragraph, "Ministry waits for a word"},
        {"Will the ministry ever speak?\n" + paragraph, "Will the ministry ever speak?"},
        {"Ministry waits, “for a word”\n" + paragraph, "Ministry waits, “for a word”"},
        {"外交部发言人说中国\n据新华社报道。", "外交部发言人说中国"},
        {"Print\nShare this\nMinistry waits for a word\n" + paragraph, "Ministry waits for a word"},
        {"Home\n\nWorld\n\nMinistry waits for a word\n\n" + paragraph, "Ministry waits for a word"},
        {"Share.\nMinistry waits for a word\n" + paragraph, "Ministry waits for a word"},
        {"10 May 2019\nMinistry waits for a word\n" + paragraph, "Ministry waits for a word"},
        // No headline.
        {"PARIS — " + paragraph + "\nAnother line of four words\n", ""},
        {paragraph + "\n\nAnother line of four words", ""},
        {"“We shall wait and see.”\nAnother line of four words", ""},
        {"据新华社报道。\n外交部发言人说中国", ""},
        {long_line + " with four words more\nAnother line of four words", ""},
        {"Three words only\n" + paragraph, ""},
        {"A headline without a text", ""},
        {"  An indented first line.\n  Another.", ""},
        {"By Jane Doe and John Smith\n" + paragraph, ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(parts_of(c.text, {}).title == c.expected);
        CHECK(parts_of(c.text, {"Given"}).title.empty());
    }
}

TEST_CASE("the lines of a head are told apart, in any usual order") {
    const std::string standfirst = "It will not say more before the autumn";
    struct Case {
        std::string text, besides;
    };
    const Case cases[] = {
        {"Ministry waits for a word\n" + standfirst + "\nBy Jane Doe\n10 May 2019\n" + paragraph,
         "headline: Ministry waits for a word\nstandfirst: " + standfirst +
             "\nbyline: By Jane Doe\ndate: 10 May 2019\n"},
        {"Ministry waits for a word\nBy Jane Doe\n" + paragraph,
         "headline: Ministry waits for a word\nbyline: By Jane Doe\n"},
        {"World\nMinistry waits for a word\nPublished: 10 May 2019\nBy Jane Doe\n" + paragraph,
         "furniture: World\nheadline: Ministry waits for a word\ndate: Published: 10 May "
         "2019\nbyline: By Jane Doe\n"},
        {"By Jane Doe\n" + paragraph, "byline: By Jane Doe\n"},
        // A line below the headline is a standfirst only where a byline follows it.
        {"Ministry waits for a word\n" + standfirst + "\n" + paragraph,
         "headline: Ministry waits for a word\n"},
        // Too far down.
        {"Ministry waits for a word\n" + paragraph + "\n" + paragraph + " Or so.\nBy Jane Doe\n" +
             paragraph + " Really.",
         "headline: Ministry waits for a word\n"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(besides(c.text) == c.besides);
    }
    const TextParts parts = parts_of(cases[0].text, {});
    CHECK(parts.standfirst == standfirst);
    CHECK(joined(parts.byline) == "Jane Doe");
    CHECK(parts.published == "2019-05-10");
    CHECK(parts_of("Home > World > Asia\n" + paragraph, {}).section == "Asia");
    CHECK(parts_of("Politics\nMinistry waits for a word\n" + paragraph, {}).section == "Politics");
    CHECK(parts_of("News\nMinistry waits for a word\n" + paragraph, {}).section.empty());
}

TEST_CASE("a dateline gives the place, the date and the agency") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"BEIJING (dpa-AFX) - A resolution warns.", "BEIJING||dpa-AFX"},
        {"(Reuters) - Shares fell.", "||Reuters"},
        {"LONDON, May 3 (Reuters) - Shares fell.", "LONDON|May 3|Reuters"},
        {"LONDON, May 3, 2019 (AP) — Shares fell.", "LONDON|May 3, 2019|AP"},
        {"WASHINGTON (AP) _ Shares fell.", "WASHINGTON||AP"},
        {"WASHINGTON (AP) Shares fell.", "WASHINGTON||AP"},
        {"PORT CALLAN (Meridian Wire) - Dockers.", "PORT CALLAN||Meridian Wire"},
        {"新华社北京3月29日电（记者王明）外交部发言人说。", "北京|3月29日|新华社"},
        {"（中新社华盛顿2019年3月29日电）外交部发言人说。", "华盛顿|2019年3月29日|中新社"},
        {"【法新社巴黎5月10日電】外交部發言人說。", "巴黎|5月10日|法新社"},
        {"中新网3月29日电 外交部发言人说。", "|3月29日|中新网"},
        {"据新华社北京3月29日电，外交部发言人说。", ""},
        {"新华社报道，外交部3月29日说。", ""},
        {"新华社2月30日电", ""},
        {"Berlin (dpa) - Die Kanzlerin.", "Berlin||dpa"},
        {"PARIS, France (AFP) –  The minister.", "PARIS, France||AFP"},
        {"BEIJING/WASHINGTON (Reuters) - Talks.", "BEIJING/WASHINGTON||Reuters"},
        {"Madrid, 10 may (EFE).- El gobierno.", "Madrid|10 may|EFE"},
        {"МОСКВА, 10 мая /ТАСС/. Министр сказал.", "МОСКВА|10 мая|ТАСС"},
        {"МОСКВА, 10 мая - РИА Новости. Министр сказал.", "МОСКВА|10 мая|РИА Новости"},
        {"LONDON — Shares fell.", "LONDON||"},
        {"PRAGUE, May 3 - Officials met.", "PRAGUE|May 3|"},
        {"Prague, Friday – Officials met.", "Prague|Friday|"},
        {"NEW YORK (AP/Reuters) - Shares fell.", "NEW YORK||AP/Reuters"},
        // None.
        {"Reuters reported on Friday that shares fell.", ""},
        {"Shares fell, Reuters reported quoting sources.", ""},
        {"Huawei (HWT.UL) - the company of Shenzhen - denied it.", ""},
        {"ZTE (HK) - the other one - denied it.", ""},
        {"The agency (Reuters) said - and others too - that shares fell.", ""},
        {"HUAWEI — The company denied it.", ""},
        {"BREAKING - Shares fell.", ""},
        {"Paris — the city of light — was dark.", ""},
        {"Officials, who met on 3 March – a Friday – agreed.", ""},
        {"The minister (left) - a Democrat - spoke.", ""},
        {"(1) - The first of three.", ""},
        {"", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(dateline(c.text) == c.expected);
    }
}

TEST_CASE("an agency behind the last sentence is a credit") {
    CHECK(closing_credit("Shares fell. (PTI)") == "PTI");
    CHECK(closing_credit("“Shares fell.” (Reuters)") == "Reuters");
    CHECK(closing_credit("So said Senator Bob Casey (PA)").empty());
    CHECK(closing_credit("Shares fell. (See page 3)").empty());
    CHECK(closing_credit("Shares fell, said Reuters.").empty());
    CHECK(parts_of(paragraph + "\n\nShares fell. (PTI)", {}).wire == "PTI");
}

TEST_CASE("a byline names people and agencies, and nothing else is one") {
    struct Case {
        std::string line, expected;
    };
    const Case cases[] = {
        {"By Jane Doe", "Jane Doe|"},
        {"BY JANE DOE AND JOHN SMITH", "JANE DOE; JOHN SMITH|"},
        {"By Jane Doe, John Smith and J. R. van der Berg",
         "Jane Doe; John Smith; J. R. van der Berg|"},
        {"By Jane Doe, Political Editor", "Jane Doe|"},
        {"By Jane Doe in Beijing", "Jane Doe|"},
        {"By Jane Doe for Reuters", "Jane Doe|Reuters"},
        {"By Jane Doe | Associated Press", "Jane Doe|Associated Press"},
        {"By Reuters Staff", "|Reuters"},
        {"By Seán O’Brien-Żółć", "Seán O’Brien-Żółć|"},
        {"Von Erika Muster und Max Muster", "Erika Muster; Max Muster|"},
        {"Reuters", "|Reuters"},
        {"By the time the cranes moved", ""},
        {"By Monday", ""},
        {"By Jane Doe who was there and saw it all", ""},
        {"By THE PRIME MINISTER, MR. GORTON, ON", ""},
        {"By land and by sea", ""},
        {"By 2027 the masts must go", ""},
        {"Bywater Jane", ""},
        {"", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.line);
        CHECK(byline(c.line) == c.expected);
    }
}

TEST_CASE("a line that is a date and nothing else gives the day") {
    struct Case {
        std::string line, expected;
    };
    const Case cases[] = {
        {"10 May 2019", "2019-05-10"},
        {"Published: Friday, May 10, 2019", "2019-05-10"},
        {"Posted on 10.05.2019", "2019-05-10"},
        {"2019-05-10", "2019-05-10"},
        {"May 10th, 2019", "2019-05-10"},
        {"May 2019", ""},
        {"10 May", ""},
        {"1234567890", ""},
        {"20190510", ""},
        {"Updated 10 May 2019", ""},
        {"The accord of 10 May 2019", ""},
        {"03/04/2019", ""},
        {"", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.line);
        CHECK(date_in_line(c.line).value_or("").substr(0, 10) == c.expected);
    }
}

}  // namespace nutgraf::tests::in_head_test
