#include "indexer/archive/feed/feed_reader.h"

#include "tests/indexer/archive/byte_sources.h"
#include "tests/indexer/archive/records.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_feed_reader_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using namespace nutgraf::tests;

namespace {

using Lines = std::vector<std::string>;

Lines read_feed(const std::string& xml, std::size_t piece = 4096) {
    return printed_records(*feed_reader(std::make_unique<TextSource>(xml, piece)));
}

std::string rss(const std::string& item) {
    return "<rss version='2.0'><channel><title>The Courier</title><language>en-gb</language>" +
           item + "</channel></rss>";
}

std::string atom(const std::string& entry) {
    return "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en' xml:base='http://a.example/x/'>"
           "<title>The Courier</title>" +
           entry + "</feed>";
}

}  // namespace

TEST_CASE("an item of RSS is an article") {
    const std::string item =
        "<item><title>Harbour &amp;amp; cranes</title><link>http://c.example/1</link>"
        "<guid isPermaLink='false'>c-1</guid><pubDate>Fri, 10 May 2019 23:30:00 -0200</pubDate>"
        "<description>&lt;p&gt;Cranes stood &lt;b&gt;still&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;Then moved."
        "&lt;/p&gt;</description><author>ann@c.example (Ann Field)</author>"
        "<category>Trade</category></item>";
    for (const std::size_t piece : {1, 7, 4096})
        CHECK(read_feed(rss(item), piece) ==
              Lines{R"(1: {"id":"c-1","url":"http://c.example/1","title":"Harbour & cranes",)"
                    R"("body":"Cranes stood still.\n\nThen moved.","source":"The Courier",)"
                    R"("section":"Trade","lang":"en","byline":["Ann Field"],)"
                    R"("published":{"from":"2019-05-11","to":"2019-05-11","basis":"metadata"},)"
                    R"("extra":{"published_at":"2019-05-10T23:30:00-02:00"}})"});
}

TEST_CASE("an entry of Atom is an article") {
    const std::string entry =
        "<entry><title type='html'>AT&amp;amp;T</title><id>tag:a,1</id>"
        "<link rel='self' href='no'/><link rel='alternate' href='../1'/>"
        "<updated>2019-05-11T00:00:00Z</updated><published>2019-05-10</published>"
        "<summary>In &lt;short&gt;</summary>"
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>One.</p><p>Two &lt; "
        "three.</p></div></content><author><name>Ann Field</name></author></entry>";
    CHECK(read_feed(atom(entry)) ==
          Lines{R"(1: {"id":"tag:a,1","url":"http://a.example/1","title":"AT&T",)"
                R"("standfirst":"In <short>","body":"One.\n\nTwo < three.",)"
                R"("updated":"2019-05-11T00:00:00Z","source":"The Courier","lang":"en",)"
                R"("byline":["Ann Field"],)"
                R"("published":{"from":"2019-05-10","to":"2019-05-10","basis":"metadata"}})"});
}

TEST_CASE("an item of RDF is an article, behind its channel") {
    const std::string xml =
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'\n"
        " xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>\n"
        "<channel rdf:about='http://c.example/'><title>The Courier</title></channel>\n"
        "<item rdf:about='http://c.example/1'><title>Cranes</title>"
        "<dc:date>2019-05-10</dc:date><dc:creator>Ann Field</dc:creator></item></rdf:RDF>";
    CHECK(read_feed(xml) ==
          Lines{R"(4: {"id":"http://c.example/1","url":"http://c.example/1","title":"Cranes",)"
                R"("source":"The Courier","byline":["Ann Field"],)"
                R"("published":{"from":"2019-05-10","to":"2019-05-10","basis":"metadata"}})"});
}

TEST_CASE("an item of CDF is an article") {
    const std::string xml =
        "<?xml version='1.0'?>\n<CHANNEL HREF='http://c.example/' BASE='http://c.example/'>"
        "<TITLE>The Courier</TITLE><ABSTRACT>All the news</ABSTRACT>\n"
        "<ITEM HREF='http://c.example/1' LASTMOD='2019-05-10T01:00:00-05:00'><TITLE>Cranes</TITLE>"
        "<ABSTRACT>They stand still.</ABSTRACT></ITEM>\n"
        "<CHANNEL><TITLE>Trade</TITLE><ITEM><A HREF='http://c.example/2'/><TITLE>Ships</TITLE>"
        "</ITEM></CHANNEL></CHANNEL>";
    CHECK(read_feed(xml) ==
          Lines{R"(3: {"id":"http://c.example/1","url":"http://c.example/1","title":"Cranes",)"
                R"("body":"They stand still.","updated":"2019-05-10T01:00:00-05:00",)"
                R"("source":"The Courier",)"
                R"("published":{"from":"2019-05-10","to":"2019-05-10","basis":"metadata"},)"
                R"("extra":{"published_at":"2019-05-10T01:00:00-05:00"}})",
                R"(4: {"id":"http://c.example/2","url":"http://c.example/2","title":"Ships",)"
                R"("source":"The Courier"})"});
}

TEST_CASE("relative addresses of a feed are seen from its own") {
    const std::string item = "<item><title>Cranes</title><link>../1</link></item>";
    const auto links = [&](const std::string& address) {
        return printed_records(
            *feed_reader(std::make_unique<TextSource>(rss(item), 4096), address))[0];
    };
    CHECK(links("http://c.example/feeds/all").find(R"("url":"http://c.example/1")") !=
          std::string::npos);
    CHECK(links("folder/file.xml").find(R"("url":"../1")") != std::string::npos);
}

TEST_CASE("a damaged feed gives what can be read, and says what is wrong") {
    const std::string good = "<item><title>One & two</title></item>";
    const std::string whole = rss(good);
    CHECK(read_feed(whole).size() == 1);
    const auto cut = read_feed(whole.substr(0, whole.size() - 3));
    REQUIRE(cut.size() == 2);
    CHECK(cut[0] == read_feed(whole)[0]);
    CHECK(cut[1].starts_with("1: refused: The XML is not well formed: "));
    const auto cut_item = read_feed(rss(good + "\n<item><title>Second").substr(0, 140));
    REQUIRE_FALSE(cut_item.empty());
    CHECK(cut_item.back().find("refused: The XML is not well formed") != std::string::npos);
    CHECK(read_feed(rss("<item><link>http://c.example/1</link></item>")) ==
          Lines{"1: refused: The record has neither a title nor a body."});
    CHECK(read_feed("").size() <= 1);
}

TEST_CASE("a feed can neither reach other files nor grow") {
    const std::string external =
        "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>"
        "<!ENTITY % y SYSTEM 'http://127.0.0.1:9/y'> %y;]>" +
        rss("<item><title>&x; ok</title></item>");
    const auto records = read_feed(external);
    REQUIRE(records.size() == 1);
    CHECK(records[0].find("\"title\":\"&x; ok\"") != std::string::npos);
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    const auto refused = read_feed(rss("<item>" + deep + "</item>"));
    REQUIRE(refused.size() == 1);
    CHECK(refused[0] == "1: refused: The XML is nested deeper than 256 levels.");
}

TEST_CASE("an item without end is refused in bounded memory") {
    class Behind final : public ByteSource {
    public:
        Behind(std::string head, std::unique_ptr<ByteSource> rest)
            : head_(std::move(head)), rest_(std::move(rest)) {}
        std::size_t read(std::span<char> buffer) override {
            const std::size_t count = head_.read(buffer);
            return count > 0 ? count : rest_->read(buffer);
        }

    private:
        TextSource head_;
        std::unique_ptr<ByteSource> rest_;
    };
    auto bytes =
        std::make_unique<Behind>("<rss><channel>\n<item><description>",
                                 std::make_unique<EndlessLine>(std::size_t{80} * 1024 * 1024));
    CHECK(printed_records(*feed_reader(std::move(bytes))) ==
          Lines{"2: refused: The record that begins at line 2 takes more than 48 MiB."});
}

TEST_CASE("a stream that fails is an error behind the items before it") {
    const std::string head = rss("<item><title>One</title></item>").substr(0, 120);
    const auto reader = feed_reader(std::make_unique<TextSource>(head, 40, true));
    CHECK(failure([&] { printed_records(*reader); }) == "The disk is gone.");
}

}  // namespace nutgraf::tests::in_feed_reader_test
