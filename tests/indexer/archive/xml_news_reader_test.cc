#include "indexer/archive/wire/xml_news_reader.h"

#include "tests/indexer/archive/byte_sources.h"
#include "tests/indexer/archive/records.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace nutgraf::tests::in_xml_news_reader_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using namespace nutgraf::tests;

namespace {

const std::string nitf_article =
    "<nitf><head><title>Other</title><docdata><doc-id id-string='n-1'/>"
    "<date.issue norm='20190510T120000Z'/></docdata>"
    "<pubdata name='The Courier' position.section='Trade'/></head><body><body.head>"
    "<hedline><hl1>Cranes stand still</hl1><hl2>Trade stops</hl2></hedline>"
    "<byline>By <person>Ann Field</person>, <byttl>Reporter</byttl></byline>"
    "<dateline><location>HAMBURG</location></dateline></body.head><body.content>"
    "<block><p>One <em>crane</em>.</p><media><media-caption>A crane</media-caption></media>"
    "<p>Two cranes.</p></block></body.content></body></nitf>";

std::string read_nitf(const std::string& xml) {
    return fmt::format(
        "{}", fmt::join(printed_records(*nitf_reader(std::make_unique<TextSource>(xml), "the/id")),
                        "\n"));
}

std::string read_newsml(const std::string& xml) {
    return fmt::format(
        "{}",
        fmt::join(printed_records(*newsml_reader(std::make_unique<TextSource>(xml), "the/id")),
                  "\n"));
}

}  // namespace

TEST_CASE("a NITF document is one article") {
    CHECK(read_nitf(nitf_article) ==
          (R"(1: {"id":"n-1","title":"Cranes stand still","standfirst":"Trade stops",)"
           R"("body":"One crane.\n\nTwo cranes.","source":"The Courier","section":"Trade",)"
           R"("place":"HAMBURG","byline":["Ann Field"],)"
           R"("published":{"from":"2019-05-10","to":"2019-05-10","basis":"metadata"},)"
           R"("extra":{"published_at":"2019-05-10T12:00:00+00:00"}})"));
    CHECK(read_nitf("<nitf><body><body.content><p>One.</p></body.content></body></nitf>") ==
          (R"(1: {"id":"the/id","body":"One."})"));
}

TEST_CASE("each newsItem of NewsML-G2 is an article, and other items are refused by name") {
    const std::string xml =
        "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>\n"
        "<newsItem guid='g-1' xml:lang='en-US'><itemMeta><itemClass qcode='ninat:text'/>"
        "<provider><name>Courier</name></provider><versionCreated>2019-05-11T01:00:00Z"
        "</versionCreated><firstCreated>2019-05-10T01:00:00Z</firstCreated>"
        "<pubStatus qcode='stat:usable'/></itemMeta><contentMeta><headline>Cranes</headline>"
        "<creator><name>Ann Field</name></creator><located><name>Hamburg</name></located>"
        "<language tag='de'/></contentMeta><contentSet><inlineXML>" +
        nitf_article +
        "</inlineXML></contentSet></newsItem>\n<packageItem guid='p'/></itemSet></newsMessage>";
    CHECK(read_newsml(xml) ==
          R"(2: {"id":"g-1","title":"Cranes","standfirst":"Trade stops",)"
          R"("body":"One crane.\n\nTwo cranes.","updated":"2019-05-11T01:00:00Z",)"
          R"("source":"Courier","section":"Trade","lang":"de","place":"Hamburg",)"
          R"("byline":["Ann Field"],)"
          R"("published":{"from":"2019-05-10","to":"2019-05-10","basis":"metadata"},)"
          R"("extra":{"published_at":"2019-05-10T01:00:00Z","kind":"text","status":"usable"}})"
          "\n3: refused: A packageItem is about articles and holds the text of none.");
}

TEST_CASE("a NewsItem of NewsML 1.2 is an article") {
    const std::string xml =
        "<NewsML><NewsEnvelope/><NewsItem><Identification><NewsIdentifier>"
        "<DateId>20190510</DateId><PublicIdentifier>urn:newsml:1</PublicIdentifier>"
        "</NewsIdentifier></Identification><NewsManagement><Status FormalName='Usable'/>"
        "</NewsManagement><NewsComponent><NewsLines><HeadLine>Cranes</HeadLine>"
        "<ByLine>Ann Field</ByLine></NewsLines><DescriptiveMetadata><Language FormalName='en'/>"
        "</DescriptiveMetadata><ContentItem><DataContent><p>One.</p><p>Two.</p></DataContent>"
        "</ContentItem></NewsComponent></NewsItem></NewsML>";
    CHECK(read_newsml(xml) ==
          (R"(1: {"id":"urn:newsml:1","title":"Cranes","body":"One.\n\nTwo.","lang":"en",)"
           R"("byline":["Ann Field"],)"
           R"("published":{"from":"2019-05-10","to":"2019-05-10","basis":"metadata"},)"
           R"("extra":{"status":"Usable"}})"));
}

TEST_CASE("a document cut short is refused, never half read") {
    for (std::size_t size = 10; size + 1 < nitf_article.size(); size += 37) {
        CAPTURE(size);
        const std::string records = read_nitf(nitf_article.substr(0, size));
        CHECK(records.find(" refused: The XML is not well formed") < 5);
        CHECK(records.find('\n') == std::string::npos);
    }
}

}  // namespace nutgraf::tests::in_xml_news_reader_test
