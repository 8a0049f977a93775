#include "indexer/archive/xml/mended_source.h"

#include "tests/indexer/archive/byte_sources.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace nutgraf::tests::in_mended_source_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using namespace nutgraf::tests;

namespace {

std::string mended(const std::string& xml, std::size_t piece = 4096) {
    const auto source = mended_xml(std::make_unique<TextSource>(xml, piece));
    std::string text;
    std::array<char, 7> part{};
    while (const std::size_t count = source->read(part)) text.append(part.data(), count);
    return text;
}

}  // namespace

TEST_CASE("XML is made such that a parser can read it") {
    struct Case {
        std::string xml, expected;
    };
    const Case cases[] = {
        {"", ""},
        {"<a>b</a>", "<a>b</a>"},
        {"<?xml version='1.0'?>\n<!-- c\n -- d -->\n<a/>", "\n\n\n<a/>"},
        {"junk <a/>", "<a/>"},
        {"<a>x &amp; y &lt; z &quot;</a>", "<a>x &amp; y &lt; z &quot;</a>"},
        {"<a>AT&T, x & y, a=1&b=2</a>", "<a>AT&amp;T, x &amp; y, a=1&amp;b=2</a>"},
        {"<a>&nbsp;&eacute;&unknown;</a>", "<a>\u00A0é&amp;unknown;</a>"},
        {"<a>&#233;&#xE9;&#146;&#38;&#60;</a>", "<a>éé’&amp;&lt;</a>"},
        {"<a>&#0;&#xFFFF;&#55555555555;&#x;</a>", "<a>\uFFFD\uFFFD\uFFFD&amp;#x;</a>"},
        {"<a>1 < 2</a>", "<a>1 &lt; 2</a>"},
        {"<a>\x01\x02ok\x0B</a>", "<a>ok</a>"},
        {"<a>don\xC2\x92t\xC2\xA0x</a>", "<a>don’t\u00A0x</a>"},
        {"<a><![CDATA[1 < 2 & ]] &amp; x]]>&</a>", "<a><![CDATA[1 < 2 & ]] &amp; x]]>&amp;</a>"},
        {"<a href='x?a=1&b=2'/>", "<a href='x?a=1&amp;b=2'/>"},
        {"<!DOCTYPE a SYSTEM 'http://x/y.dtd'>\n<a>&b;</a>", "\n<a>&amp;b;</a>"},
        {"<!DOCTYPE a [<!ENTITY b 'text'> <!ENTITY c \"x&b;\">]><a>&b;&c;</a>",
         "<a>text&amp;c;</a>"},
        {"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "<a>&amp;x;</a>"},
        {"<a><!-- never closed", "<a>"},
        {"<a>&", "<a>&amp;"},
        {"<a><![CDATA[never closed", "<a><![CDATA[never closed"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.xml);
        for (const std::size_t piece : {1, 3, 4096}) CHECK(mended(c.xml, piece) == c.expected);
    }
}

TEST_CASE("declarations never make a text grow") {
    std::string laughs = "<!DOCTYPE a [<!ENTITY l0 'lol'>";
    for (int i = 1; i < 20; ++i) {
        const std::string before = "&l" + std::to_string(i - 1) + ";";
        laughs += "<!ENTITY l" + std::to_string(i) + " '" + before + before + before + "'>";
    }
    CHECK(mended(laughs + "]><a>&l19;&l0;</a>") == "<a>&amp;l19;lol</a>");
}

}  // namespace nutgraf::tests::in_mended_source_test
