#include "searchd/render/atom.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_atom_test {

using namespace nutgraf;
using render::Feed;
using render::FeedEntry;
using render::to_atom;

namespace {

constexpr std::chrono::sys_seconds noon{std::chrono::seconds(1'557'489'600)};  // 10 May 2019.

Feed feed_with(const FeedEntry& entry) {
    return {"tag:feed", "Feed", "", "", noon, {entry}};
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a feed is an Atom document") {
    const Feed feed{
        "tag:feed",
        "Alerts",
        "http://h/feed?token=a&b",
        "http://h/feed?before=7",
        noon,
        {{"tag:1", "Title", "http://h/a", "https://paper.example/1", "Courier", "Text.", noon}}};
    CHECK(to_atom(feed) ==
          R"(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>tag:feed</id>
<title>Alerts</title>
<updated>2019-05-10T12:00:00Z</updated>
<author><name>Nutgraf</name></author>
<link rel="self" href="http://h/feed?token=a&amp;b"/>
<link rel="next" href="http://h/feed?before=7"/>
<entry>
<id>tag:1</id>
<title>Title</title>
<updated>2019-05-10T12:00:00Z</updated>
<author><name>Courier</name></author>
<link rel="alternate" href="http://h/a"/>
<link rel="related" href="https://paper.example/1"/>
<content type="text">Text.</content>
</entry>
</feed>
)");
}

TEST_CASE("what XML does not allow is left out or escaped, wherever it stands") {
    struct Case {
        std::string text, written;
    };
    const Case cases[] = {
        {"a < b & c > \"d\"", "a &lt; b &amp; c &gt; &quot;d&quot;"},
        {"]]>", "]]&gt;"},
        {std::string("n\0u\x01l\x1F", 5), "nul"},
        {"line\nand\ttab", "line\nand\ttab"},
        {"\xEF\xBF\xBE\xEF\xBF\xBF\xF0\x9F\xBF\xBE\xEF\xB7\x90", ""},  // U+FFFE, U+FFFF, ...
        {"\xF0\x9F\x93\xB0 \xE5\x8D\x8E", "\xF0\x9F\x93\xB0 \xE5\x8D\x8E"},
        {"bad \xFF byte", "bad \xEF\xBF\xBD byte"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.written);
        const std::string xml = to_atom(feed_with({c.text, c.text, "", "", c.text, c.text, noon}));
        CHECK(holds(xml, "<id>" + c.written + "</id>"));
        CHECK(holds(xml, "<title>" + c.written + "</title>"));
        CHECK(holds(xml, "<content type=\"text\">" + c.written + "</content>"));
    }
}

TEST_CASE("only a web address becomes a link to the original") {
    for (const char* const address : {"javascript:alert(1)", "data:text/html,x", "", "//h/x"}) {
        CAPTURE(address);
        CHECK(!holds(to_atom(feed_with({"tag:1", "T", "", address, "", "", noon})), "<link"));
    }
}

}  // namespace nutgraf::tests::in_atom_test
