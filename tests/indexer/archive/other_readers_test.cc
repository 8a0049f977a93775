#include "indexer/archive/csv_reader.h"
#include "indexer/archive/html/html_reader.h"
#include "indexer/archive/mail/mail_reader.h"
#include "indexer/archive/wire/sgml_reader.h"
#include "tests/indexer/archive/byte_sources.h"
#include "tests/indexer/archive/records.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace nutgraf::tests::in_other_readers_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using namespace nutgraf::tests;

namespace {

std::unique_ptr<ByteSource> source(const std::string& text) {
    return std::make_unique<TextSource>(text, 50);
}

std::string printed_all(ArchiveReader& reader) {
    return fmt::format("{}", fmt::join(printed_records(reader), "\n"));
}

}  // namespace

TEST_CASE("each row of a table is an article") {
    struct Case {
        std::string text, expected;
    };
    const std::string good = R"(2: {"id":"1","title":"t","body":"b, c"})";
    const Case cases[] = {
        {"id,title,body\n1,t,\"b, c\"\n", good},
        {"id;title;text\r\n1;t;b, c\r\n", good},
        {"ID\tHeadline\tContent\n1\tt\tb, c", good},
        {"\xEF\xBB\xBFid,title,body\n1,t,\"b, c\"\n", good},
        {"id,title,author,date,Pages\n1,t,Ann Field; Bo Lee,\"May 10, 2019\",3\n",
         R"(2: {"id":"1","title":"t","byline":["Ann Field","Bo Lee"],)"
         R"("published":{"from":"2019-05-10","to":"2019-05-10","basis":"metadata"},)"
         R"("extra":{"pages":"3"}})"},
        {"id,title\n1,t,x\n2,u\n",
         "2: refused: The row has 3 values, and the header names 2 columns.\n"
         R"(3: {"id":"2","title":"u"})"},
        {"id,title\n1,\n", "2: refused: The record has neither a title nor a body."},
        {"id,title\n", ""},
        {"", ""},
        {"id,title\n1,K\xF6ln\n", R"(2: {"id":"1","title":"Köln"})"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(printed_all(*csv_reader(source(c.text))) == c.expected);
    }
    CHECK(known_columns("id,title\nx") == 2);
    CHECK(known_columns("\"Date\";\"Text\"") == 2);
    CHECK(known_columns("Text, lies and tapes") == 1);
    CHECK(known_columns("id,source") == 0);
    CHECK(known_columns("A title") == 0);
    CHECK(known_columns("") == 0);
}

TEST_CASE("each REUTERS element of SGML is an article") {
    const std::string text =
        "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"YES\" NEWID=\"1\">\n"
        "<DATE>26-FEB-1987 15:01:01.79</DATE>\n<TOPICS><D>grain</D><D>wheat</D></TOPICS>\n"
        "<TEXT>&#2;\n<TITLE>CRANES &amp; HARBOURS</TITLE>\n<DATELINE>    HAMBURG, Feb 26 - "
        "</DATELINE><BODY>Cranes cost &lt;100&gt;.\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n"
        "<REUTERS NEWID=\"2\"><TEXT TYPE=\"UNPROC\">Only words.</TEXT></REUTERS>\n"
        "<REUTERS NEWID=\"3\">";
    CHECK(printed_all(*sgml_reader(source(text))) ==
          R"(2: {"id":"reuters-1","title":"CRANES & HARBOURS",)"
          R"("body":"Cranes cost <100>.\n Reuter","section":"grain","place":"HAMBURG",)"
          R"("published":{"from":"1987-02-26","to":"1987-02-26","basis":"metadata"},)"
          R"("extra":{"published_at":"1987-02-26T15:01:01+00:00",)"
          R"("dateline":"HAMBURG, Feb 26 -","topics":["grain","wheat"]}})"
          "\n"
          R"(11: {"id":"reuters-2","body":"Only words."})"
          "\n12: refused: The file ends inside this REUTERS element.");
}

TEST_CASE("each mail of a mailbox is an article") {
    const std::string text =
        "From ann@c.example Fri May 10 01:00:00 2019\n"
        "From: =?utf-8?q?Ann_F=C3=ADeld?= <ann@c.example>\nMessage-ID: <1@c.example>\n"
        "Subject: =?UTF-8?B?S8O2bG4=?=\n =?UTF-8?Q?er?= Hafen\nDate: Fri, 10 May 2019 01:00:00 "
        "+0000\nContent-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: "
        "text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
        "K=F6ln is =\nold.\n>From the start.\n\n--b\nContent-Type: text/html\n\n<p>No.</p>\n"
        "--b--\n\nFrom bo@c.example Fri May 10 01:00:00 2019\nSubject: Second\n"
        "Message-ID: <2@c.example>\n\nWords.\n";
    CHECK(printed_all(*mail_reader(source(text))) ==
          R"(1: {"id":"1@c.example","title":"Kölner Hafen","body":"Köln is old.\nFrom the start.",)"
          R"("byline":["Ann Fíeld"],)"
          R"("published":{"from":"2019-05-10","to":"2019-05-10","basis":"metadata"},)"
          R"("extra":{"published_at":"2019-05-10T01:00:00+00:00"}})"
          "\n"
          R"(23: {"id":"2@c.example","title":"Second","body":"Words."})");
}

TEST_CASE("a page is an article by what it says of itself") {
    const std::string words =
        "Cranes stood still in the harbour, and nobody came to move them, so "
        "that the ships, all of them, had to wait for another day. ";
    std::string paragraphs;
    for (int i = 0; i < 4; ++i) paragraphs += "<p>" + words + "</p>";
    const std::string text =
        "<!DOCTYPE html><html lang='en'><head><title>Cranes | The Courier</title>"
        "<meta property='og:site_name' content='The Courier'>"
        "<meta property='article:published_time' content='2019-05-10T01:00:00Z'>"
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Cranes stand "
        "still\",\"author\":{\"@type\":\"Person\",\"name\":\"Ann Field\"}}</script></head><body>"
        "<nav><a href='/'>Home</a> <a href='/x'>Trade</a></nav><article>" +
        paragraphs +
        "</article><div class='related'><a href='/y'>Another story of cranes</a></div>"
        "<footer>All rights</footer></body></html>";
    const auto reader = html_reader(source(text), "the/id");
    const auto record = reader->next();
    REQUIRE(record);
    const auto& article = std::get<Article>(record->outcome);
    CHECK(article.title == "Cranes stand still");
    CHECK(article.byline == std::vector<std::string>{"Ann Field"});
    CHECK(article.source == "The Courier");
    CHECK(article.lang == "en");
    REQUIRE(article.published);
    CHECK(iso_date(article.published->days.first) == "2019-05-10");
    CHECK(article.body.starts_with("Cranes stood still"));
    CHECK(article.body.ends_with("another day."));
    CHECK(article.body.find("Home") == std::string::npos);
    CHECK_FALSE(reader->next());
}

TEST_CASE("what a page declares to be the text is it, whatever else it is called") {
    std::string paragraphs;
    for (int i = 0; i < 4; ++i)
        paragraphs += "<p>Cranes stood still in the harbour, and nobody came to move them.</p>";
    const std::string text =
        "<html><head><title>Cranes stand still</title></head><body><div id='page'><figure><p>A "
        "crane "
        "in the harbour, as it stood still for all of that day.</p></figure>"
        "<div itemprop='articleBody' id='share-buttons-2_parent'>" +
        paragraphs + "</div></div></body></html>";
    const auto record = html_reader(source(text), "the/id")->next();
    REQUIRE(record);
    const std::string& body = std::get<Article>(record->outcome).body;
    CAPTURE(body);
    CHECK(body.find("nobody came to move them") != std::string::npos);
}

}  // namespace nutgraf::tests::in_other_readers_test
