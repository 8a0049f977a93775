#include "searchd/query/lexer.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_lexer_test {

using namespace nutgraf;
using query::Lexeme;

namespace {

bool is_field(std::string_view name) {
    return name == "title" || name == "date";
}

/// The pieces of a text: words bare, phrases in quotes, fields with their colon, operators by sign,
/// NEAR, ADJ and weights in braces.
std::string pieces(std::string_view text) {
    std::string line;
    for (const Lexeme& lexeme : query::lexemes(text, is_field)) {
        if (!line.empty()) line += " ";
        switch (lexeme.kind) {
            case Lexeme::Kind::word:
                line += lexeme.text;
                break;
            case Lexeme::Kind::phrase:
                line += "\"" + std::string(lexeme.text) + (lexeme.is_unclosed ? "..." : "\"");
                if (!lexeme.within.empty()) line += "~" + std::string(lexeme.within);
                break;
            case Lexeme::Kind::field:
                line += std::string(lexeme.text) + ":";
                break;
            case Lexeme::Kind::open:
                line += "(";
                break;
            case Lexeme::Kind::close:
                line += ")";
                break;
            case Lexeme::Kind::operator_and:
                line += "&";
                break;
            case Lexeme::Kind::operator_or:
                line += "|";
                break;
            case Lexeme::Kind::operator_not:
                line += "!";
                break;
            case Lexeme::Kind::operator_near:
                line += "{" + std::string(lexeme.text) + "}";
                break;
            case Lexeme::Kind::weight:
                line += "{" + std::string(lexeme.text) + "}";
                break;
            case Lexeme::Kind::end:
                line += ".";
                break;
        }
    }
    return line;
}

}  // namespace

TEST_CASE("a query is cut into words, phrases, fields and operators") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"", "."},
        {"  \t ", "."},
        {"huawei ban", "huawei ban ."},
        {"a AND b OR c NOT d", "a & b | c ! d ."},
        {"a and b or c not d And Or Not", "a and b or c not d And Or Not ."},
        {"a|b a | b", "a | b a | b ."},
        {"(a b)(c)", "( a b ) ( c ) ."},
        {"AND-OR ANDa aOR", "AND-OR ANDa aOR ."},
        {"title:a", "title: a ."},
        {"title:\"a b\"", "title: \"a b\" ."},
        {"title:(a b)", "title: ( a b ) ."},
        {"title: a", "title: a ."},  // The colon stays with the word: nothing follows it at once.
        {"title:", "title: ."},
        {"other:a https://x", "other:a https://x ."},
        {"title:date:a", "title: date: a ."},
        {"title:b:c", "title: b:c ."},
        {"TITLE:a", "TITLE:a ."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(pieces(c.text) == c.expected);
    }
}

TEST_CASE(
    "a minus sign negates only behind a space or a parenthesis, with something at once behind") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"-a", "! a ."},
        {"a -b", "a ! b ."},
        {"a\t-b a\n-b", "a ! b a ! b ."},
        {"a\u00A0-b a\u3000-b a\u2003-b", "a ! b a ! b a ! b ."},
        {"(-a)", "( ! a ) ."},
        {"-\"a b\" -(a) -title:a", "! \"a b\" ! ( a ) ! title: a ."},
        {"non-core 5G-ban", "non-core 5G-ban ."},
        {"a - b", "a - b ."},
        {"a -", "a - ."},
        {"--a a--b", "--a a--b ."},
        {"(-)", "( - ) ."},
        {")-a \"a\"-b", ") -a \"a\" -b ."},
        {"–a −a", "–a −a ."},  // Neither a dash nor a mathematical minus.
        {"é-a", "é-a ."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(pieces(c.text) == c.expected);
    }
}

TEST_CASE("every kind of double quote opens and closes a phrase, also mismatched") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"\"a b\"", "\"a b\" ."},
        {"“a b”", "\"a b\" ."},
        {"„a b“", "\"a b\" ."},
        {"„a b”", "\"a b\" ."},
        {"‹a b›", "\"a b\" ."},
        {"«a b»", "\"a b\" ."},
        {"»a b«", "\"a b\" ."},
        {"＂a b＂", "\"a b\" ."},
        {"「a b」", "\"a b\" ."},
        {"『a b』", "\"a b\" ."},
        {"〝a b〞", "\"a b\" ."},
        {"‟a b”", "\"a b\" ."},
        {"\"a b”", "\"a b\" ."},
        {"”a b\"", "\"a b\" ."},
        {"«a b\"", "\"a b\" ."},
        {"a\"b c\"d", "a \"b c\" d ."},
        {"\"a\"\"b\"", "\"a\" \"b\" ."},
        {"\"\"", "\"\" ."},
        {"\"a b", "\"a b... ."},
        {"a \"", "a \"... ."},
        {"\"a (b OR -c) title:d\"", "\"a (b OR -c) title:d\" ."},
        {"'a b' ‘a b’", "'a b' ‘a b’ ."},          // Single quotes are apostrophes.
        {"צה\"ל \"צה\"ל\"", "צה\"ל \"צה\"ל\" ."},  // Was cut: so Hebrew writes acronyms.
        {"צה\" \"צה", "צה \" \" צה ."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(pieces(c.text) == c.expected);
    }
}

TEST_CASE("NEAR and ADJ are operators in capitals, alone or with a slash and digits") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"a NEAR b", "a {NEAR} b ."},
        {"a NEAR/5 b ADJ c ADJ/12 d", "a {NEAR/5} b {ADJ} c {ADJ/12} d ."},
        {"a NOT NEAR/5 b", "a ! {NEAR/5} b ."},
        {"a /s b NOT /p c w/s /S", "a {/s} b ! {/p} c w/s /S ."},
        {"\"a b\"^3 (c)^0.5 d^2 ^2 (e) ^2", "\"a b\" {^3} ( c ) {^0.5} d^2 ^2 ( e ) ^2 ."},
        {"(a)NEAR/5(b)", "( a ) {NEAR/5} ( b ) ."},
        {"NEAR/ NEAR/0 NEAR/999999", "{NEAR/} {NEAR/0} {NEAR/999999} ."},
        {"near NEAR5 NEAR/x NEAR/5x NEAR/-5 /5 xNEAR",
         "near NEAR5 NEAR/x NEAR/5x NEAR/-5 /5 xNEAR ."},
        {"\"a NEAR/5 b\" title:NEAR/5", "\"a NEAR/5 b\" title: {NEAR/5} ."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(pieces(c.text) == c.expected);
    }
}

TEST_CASE("a tilde with digits is the phrase's when it stands right behind its quote") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"\"a b\"~5", "\"a b\"~5 ."},
        {"“a b”~5 c", "\"a b\"~5 c ."},
        {"(\"a b\"~5)\"c\"~12|d", "( \"a b\"~5 ) \"c\"~12 | d ."},
        {"\"a b\"~5\u00A0c", "\"a b\"~5 c ."},
        {"\"a b\" ~5", "\"a b\" ~5 ."},
        {"\"a b\"~ \"c\"~x \"d\"~5x \"e\"~5^2", "\"a b\" ~ \"c\" ~x \"d\" ~5x \"e\"~5 {^2} ."},
        {"\"a b~5", "\"a b~5... ."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(pieces(c.text) == c.expected);
    }
}

TEST_CASE("pieces know their first byte, a phrase that of its quote") {
    const auto found = query::lexemes("é “a b” -title:(c", is_field);
    const std::size_t expected[] = {0, 3, 13, 14, 20, 21, 22};
    REQUIRE(found.size() == std::size(expected));
    for (std::size_t i = 0; i < found.size(); ++i) {
        CAPTURE(i);
        CHECK(found[i].position == expected[i]);
    }
}

TEST_CASE("bytes that are not UTF-8 are cut like any character") {
    CHECK(pieces("\xFF a\x80\"b\xE2\x80\"") == "\xFF a\x80 \"b\xE2\x80\" .");
    CHECK(pieces(std::string("a\0b", 3)) == std::string("a\0b .", 5));
}

}  // namespace nutgraf::tests::in_lexer_test
