#include "indexer/archive/html/html_text.h"

#include "indexer/archive/html/html_limits.h"

#include <doctest/doctest.h>

#include <ctime>
#include <string>

namespace nutgraf::tests::in_html_text_test {

using namespace nutgraf::archive;

namespace {

std::string repeated(const std::string& piece, std::size_t times) {
    std::string text;
    text.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

}  // namespace

TEST_CASE("a fragment of HTML is the text that a reader sees") {
    struct Case {
        std::string html, expected;
    };
    const Case cases[] = {
        {"", ""},
        {"Plain.", "Plain."},
        {" Two\n\nparagraphs. ", "Two\n\nparagraphs."},  // No tag: its lines are its own.
        {"AT&amp;T &#8220;ok&#x201d; &euro;5\nnext", "AT&T “ok” €5\nnext"},
        {"1 < 2 & 3 > 2", "1 < 2 & 3 > 2"},
        {"<p>One.</p><p>Two\n  lines.</p>", "One.\n\nTwo lines."},
        {"One.<br>Two.<br/><br>Three.", "One.\nTwo.\n\nThree."},
        {"<b>Bold</b>ly <i>go</i>", "Boldly go"},
        {"<div>a<div>b</div>c</div>", "a\n\nb\n\nc"},
        {"<ul><li>One<li>Two</ul>", "One\n\nTwo"},
        {"<table><tr><td>a<td>b<tr><td>c</table>", "a b\n\nc"},
        {"<script>alert(1)</script>Ok<style>p{}</style><!-- no -->", "Ok"},
        {"a<img src=x alt='not a word'>b", "ab"},
        {"<pre>two\n  lines</pre>", "two\n  lines"},
        {"&lt;b&gt; is a tag<br>", "<b> is a tag"},
        {"<p>华为&nbsp;是</p>", "华为\u00A0是"},
        {"<p>Never closed <b>at all", "Never closed at all"},
        {"<select><option>x</select>Ok<button>Print</button>", "Ok"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.html);
        CHECK(html_text(c.html) == c.expected);
    }
}

TEST_CASE("HTML that is built to exhaust a reader loses its tags, quickly") {
    const std::size_t many = 300'000;
    std::string fonts;
    for (int i = 0; i < 900; ++i) fonts += "<font size=" + std::to_string(i) + ">";
    const std::string cases[] = {
        repeated("<div>", many) + "end",
        repeated("<b>", many) + "end",
        repeated("<div></x>", many) + "end",
        repeated("<div><table></div></table>", many / 5) + "end",
        "<p " + repeated("a=1 ", many) + ">end",
        repeated("<a ", many) + "end",
        fonts + repeated("<p>x</p>", many) + "end",
        repeated("<", many) + "end",
        repeated("</", many) + "end",
        repeated("&", many) + "end",
    };
    for (const std::string& html : cases) {
        CAPTURE(html.substr(0, 40));
        const std::clock_t start = std::clock();
        html_text(html);
        CHECK((std::clock() - start) / CLOCKS_PER_SEC < 20);
    }
}

TEST_CASE("a page that is only long is none of them") {
    CHECK_FALSE(is_built_to_exhaust(repeated("<p>text <b>bold</b><br>", 50'000)));
    CHECK_FALSE(is_built_to_exhaust(repeated("<div><span>never closed</div>", 50'000)));
    CHECK_FALSE(is_built_to_exhaust(repeated("<ul><li><a href='x'>one</a><li>two</ul>", 50'000)));
    CHECK_FALSE(is_built_to_exhaust("<svg><path d=\"" + repeated("M 1 2 ", 5000) + "\"/></svg>"));
    CHECK(is_built_to_exhaust("<a x=\">\" " + repeated("y ", 5000) + ">"));
    CHECK_FALSE(is_built_to_exhaust(repeated("<div>", 900)));
    CHECK(is_built_to_exhaust(repeated("<div>", 1001)));
}

}  // namespace nutgraf::tests::in_html_text_test
