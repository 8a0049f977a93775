#include "base/utf8.h"
#include "tests/searchd/query/random_query.h"
#include "tests/searchd/query/reading.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_parser_monsters_test {

using namespace nutgraf;
using tests::RandomQuery;
using tests::repeated;

namespace {

bool is_sentence(const std::string& text) {
    return is_valid_utf8(text) && text.size() > 10 && text.size() < 1000 && text.ends_with('.');
}

/// What a text breaks of the parser's promises; empty when nothing.
std::string breach(const std::string& text, const query::ParseOptions& options) {
    const auto parsed = query::parse_query(text, options);
    if (!parsed) {
        if (!is_sentence(parsed.error().message)) return "refused without a sentence";
        return parsed.error().position <= text.size() ? "" : "refused at no byte";
    }
    std::size_t position = 0;
    for (const query::Note& note : parsed->notes) {
        if (!is_sentence(note.message)) return "a note is no sentence: " + note.message;
        if (note.position < position || note.position > text.size()) return "a note has no place";
        position = note.position;
    }
    const auto again = query::parse_query(query::to_text(parsed->query),
                                          {.today = options.today, .gazetteer = options.gazetteer});
    return again && again->query == parsed->query ? "" : "not read as it is printed";
}

std::string random_bytes(RandomQuery& random) {
    std::string bytes(random.below(400), '\0');
    for (char& byte : bytes) byte = static_cast<char>(random.below(256));
    return bytes;
}

/// A run of one piece, as it is or between others, of up to 64 KiB or a little more.
std::string long_run(RandomQuery& random) {
    static const std::string pieces[] = {
        "(",         ")",         "() ",         "NOT ",       "AND ",        "OR ",
        "|",         "-",         " -",          "\"",         "\"\" ",       "“",
        "*",         "aaa* ",     ":",           "title:",     "org:",        "x:",
        "a OR ",     "a-",        "a~ ",         "=",          "^1",          "~1",
        "a",         "华",        "\u0301",      "é",          "\xFF",        "\xC3",
        "\xF0\x9F",  ". ",        "date:x ",     "lang:x ",    "id:a ",       "atleast1:",
        "NEAR ",     "a NEAR/5 ", "a NOT NEAR ", "\"a b\"~5 ", "org:huawei ", "\"org:may ",
        "role:x/ ",  "party:zz ", "\x1B[0m",     "* ",         "\"a* ",       "-(",
        "a /s ",     "=a ",       "\"=a ",       "a~2 ",       "a^3 ",        "\"a\"^3",
        "atleast2:", "seen:x ",   "lead:",       "EU AND ",    "(a ",         "a) ",
        "ﷺ",         "½ "};
    const std::size_t size = random.chance(50) ? 65'536 + random.below(10) - 5 : random.below(3000);
    const std::string& piece = pieces[random.below(std::size(pieces))];
    std::string text = random.chance(2) ? random.text() : "";
    text += repeated(piece, size / piece.size());
    return random.chance(2) ? text + random.text() : text;
}

}  // namespace

TEST_CASE("10,000 monsters are answered or refused with a sentence") {
    const unsigned first_seed = 20190512;
    for (unsigned seed = first_seed; seed < first_seed + 10'000; ++seed) {
        CAPTURE(seed);
        RandomQuery random(seed);
        std::string text;
        switch (random.below(4)) {
            case 0:
                text = random_bytes(random);
                break;
            case 1:
                text = long_run(random);
                break;
            case 2:
                text = long_run(random) + long_run(random);
                break;
            default:
                for (int i = 0; i < 10; ++i) text += random.text();
        }
        query::ParseOptions options = tests::with_gazetteer();
        options.is_plain = random.chance(10);
        options.is_any = random.chance(4);
        REQUIRE(breach(text, options) == "");
    }
}

// The work bound is the size: were a step quadratic, one of these would take minutes and the test
// runner would stop it.
TEST_CASE("64 KiB of one piece are read in time linear in its size") {
    for (const std::string_view piece :
         {"(",        ")",        "a ",     "a OR ",       "a) ",       "a\" ",      "NOT ",
          "AND ",     "|",        "-",      "\"",          "*",         ":",         "x:",
          "title:",   "org:",     "^1",     "~1",          "=",         "atleast1:", "a-",
          "-a",       ".",        ". ",     "\u0301",      "\xFF",      "ﷺ",         "date:x ",
          "titel:",   "* ",       "a* ",    "\"a* ",       "NEAR ",     "NOT NEAR ", "a NEAR/5 ",
          "\"~5",     "\"org:x ", "org:#",  "org:huawei ", "role:/",    "/",         "party:",
          "kind:x ",  "# ",       "org:\"", "a /s ",       "/p ",       "=a ",       "\"=a ",
          "aaa~ ",    "a^3 ",     ")^3",    "\"^3",        "atleast2:", "seen:7d ",  "lead:",
          "EU US OR "}) {
        CAPTURE(piece);
        const std::string text = repeated(piece, query::max_query_bytes / piece.size());
        CHECK(breach(text, tests::with_gazetteer()) == "");
        CHECK(breach("role:" + text.substr(5), tests::with_gazetteer()) == "");
        CHECK(breach(text, {.is_plain = true}) == "");
    }
}

}  // namespace nutgraf::tests::in_parser_monsters_test
