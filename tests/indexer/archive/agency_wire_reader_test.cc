#include "indexer/archive/wire/agency_wire_reader.h"

#include "indexer/archive/formats.h"
#include "tests/indexer/archive/byte_sources.h"
#include "tests/indexer/archive/records.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::tests::in_agency_wire_reader_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using namespace nutgraf::tests;

namespace {

std::string read_wire(const std::string& bytes, std::size_t piece = 4096) {
    const auto reader = agency_wire_reader(std::make_unique<TextSource>(bytes, piece));
    return fmt::format("{}", fmt::join(printed_records(*reader), "\n"));
}

Article only_article(const std::string& bytes) {
    const auto reader = agency_wire_reader(std::make_unique<TextSource>(bytes));
    const auto record = reader->next();
    REQUIRE(record);
    REQUIRE(std::holds_alternative<Article>(record->outcome));
    CHECK_FALSE(reader->next());
    return std::get<Article>(record->outcome);
}

/// In IPTC 7901; the head of the text ends in "=".
std::string iptc(const std::string& text, const std::string& keywords = "Harbour/Strike/") {
    return "\x01mer0812 4 wi 171  mer 0027\r\n\r\n" + keywords + "\r\n\x02" + text +
           "\r\n\x03\r\n101559 GMT May 19\r\n\x04";
}

/// In ANPA 1312, with the marks of the typesetter.
std::string anpa(const std::string& version, const std::string& text) {
    return "\x16\x16\x01"
           "a0812\x1f-----\r\nu f\x13\x11 BC-Harbour-Strike " +
           version + " 05-10 0171\r\n\x02^BC-Harbour-Strike,171<\r\n^Cranes stand still<\r\n" +
           text + "\r\n\x03MW-XX-05-10-19 1559GMT<\r\n\x04";
}

const std::string body =
    "   HAMBURG (Meridian Wire) - Cranes stood still in the harbour on Friday,\r\n"
    "and nobody came to move them.\r\n"
    "   The ships had to wait.\r\n";

}  // namespace

TEST_CASE("a transmission in IPTC 7901 is an article") {
    for (const std::size_t piece : {1, 7, 4096})
        CHECK(
            read_wire("\r\n" + iptc("Cranes stand still =\r\n\r\n" + body), piece) ==
            R"(2: {"id":"mer0812-2019-05-10","title":"Cranes stand still",)"
            R"("body":"HAMBURG (Meridian Wire) - Cranes stood still in the harbour on Friday, )"
            R"(and nobody came to move them.\n\nThe ships had to wait.",)"
            R"("source":"mer","section":"wi",)"
            R"("published":{"from":"2019-05-10","to":"2019-05-10","basis":"metadata"},)"
            R"("extra":{"published_at":"2019-05-10T15:59:00+00:00","number":"0812","urgency":"4",)"
            R"("words":"171","service":"mer 0027","slugline":"Harbour/Strike"}})");
}

TEST_CASE("a transmission in ANPA 1312 is an article") {
    const std::string text =
        "^AP Photo XHAM101, XHAM102<\r\n^Eds: Updates with quote.<\r\n^By ANN FIELD=\r\n"
        "^Meridian Writer=\r\n\t   HAMBURG (MW) _ Cranes stood still.\r\n\r\n"
        "\t   ``We wait,'' said a captain.<\r\n\t   AP has it.\r\n";
    CHECK(read_wire(anpa("1stLd-Writethru", text)) ==
          R"(1: {"id":"MW-a0812-2019-05-10","title":"Cranes stand still",)"
          R"("body":"HAMBURG (MW) — Cranes stood still.\n\n“We wait,” said a captain.\n\n)"
          R"(AP has it.","source":"MW","section":"f","byline":["ANN FIELD"],)"
          R"("published":{"from":"2019-05-10","to":"2019-05-10","basis":"metadata"},)"
          R"("extra":{"published_at":"2019-05-10T15:59:00+00:00",)"
          R"("slugline":"BC-Harbour-Strike","edNote":"Updates with quote.",)"
          R"("affiliation":"Meridian Writer","version":"1stLd-Writethru","number":"a0812",)"
          R"("selector":"-----","urgency":"u","words":"0171",)"
          R"("notes":["AP Photo XHAM101, XHAM102"]}})");
}

TEST_CASE("the head of a wire's text is read as it is meant") {
    struct Case {
        std::string text, title, version;
        std::vector<std::string> byline;
    };
    const Case cases[] = {
        {"Cranes stand still=\n", "Cranes stand still", "", {}},
        {"(Achtung)\nCranes stand still =\n", "Cranes stand still", "(Achtung)", {}},
        {"2ND LEAD\nCranes stand still\nBy Ann Field, mer =\n",
         "Cranes stand still",
         "2ND LEAD",
         {"Ann Field, mer"}},
        {"Cranes of the harbour:\nThey all stand still =\n",
         "Cranes of the harbour: They all stand still",
         "",
         {}},
        {"CRANES STAND STILL =\n", "CRANES STAND STILL", "", {}},
        {"CRANES OF THE HARBOUR STAND STILL\nFOR A WEEK =\n",
         "CRANES OF THE HARBOUR STAND STILL FOR A WEEK",
         "",
         {}},
        // Without the mark nothing is taken for a headline here.
        {"Cranes stand still\n\n", "", "", {}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const Article article = only_article(iptc(c.text + "\n" + body));
        CHECK(article.title == c.title);
        CHECK(article.extra.value("version", "") == c.version);
        CHECK(article.byline == c.byline);
        CHECK(article.body.ends_with("The ships had to wait."));
    }
}

TEST_CASE("what a label or a version says of the status is kept") {
    struct Case {
        std::string bytes, status;
    };
    const Case cases[] = {
        {anpa("Kill", "\tKill it."), "canceled"},
        {anpa("1stLd-Writethru", "\tKill it."), ""},
        {anpa("Correction", "\tIt was two."), "corrected"},
        {anpa("Withhold", "\tHold it."), "withheld"},
        {iptc("(Sperrfrist 10.00 Uhr)\nCranes =\n\n" + body), "embargoed"},
        {iptc("KORREKTUR\nCranes =\n\n" + body), "corrected"},
        {iptc("Cranes =\n\n" + body, "Harbour/KILL/"), "canceled"},
        {iptc("Cranes =\n\n" + body, "Film/Kill Bill/"), ""},
        {iptc("Cranes =\n\n" + body), ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.bytes);
        CHECK(only_article(c.bytes).extra.value("status", "") == c.status);
    }
}

TEST_CASE("notes for editors are no part of the text") {
    const Article article =
        only_article(iptc("Cranes =\n\n" + body +
                          "\n* * * *\nThe following information is not intended for publication\n\n"
                          "- Editing by: Bo Lee\n"));
    CHECK(article.body.ends_with("The ships had to wait."));
    CHECK(article.extra.value("edNote", "") == "- Editing by: Bo Lee");
}

TEST_CASE("the day a wire was sent is known as exactly as it says") {
    struct Case {
        std::string trailer, published, at;
    };
    const Case cases[] = {
        {"101559 GMT May 19", "2019-05-10", "2019-05-10T15:59:00+00:00"},
        {"101559 May 19", "2019-05-10", ""},  // In whatever zone the agency lives.
        {"100059 GMT JAN 98", "1998-01-10", "1998-01-10T00:59:00+00:00"},
        {"", "", ""},
        {"mer xx yy", "", ""},
        {"320059 GMT JAN 98", "", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.trailer);
        const Article article =
            only_article("\x01mer0812 4 wi 171\r\n\x02" + body + "\x03" + c.trailer + "\x04");
        CHECK((article.published ? iso_date(article.published->days.first) : "") == c.published);
        CHECK(article.extra.value("published_at", "") == c.at);
    }
    const Case of_anpa[] = {
        {"MW-XX-05-10-19 1559GMT<", "2019-05-10", "2019-05-10T15:59:00+00:00"},
        {"17:40ET 31-10-19<", "2019-10-31", ""},
        // Two days it may be.
        {"17:40ET 05-10-19<", "2019-01-01", ""},
        {"17:40ET 05-05-19<", "2019-05-05", ""},
    };
    for (const Case& c : of_anpa) {
        CAPTURE(c.trailer);
        const Article article = only_article(
            "\x01"
            "a0812\x1f-\r\nu f\x13\x11 BC-X 05-10 1\r\n\x02\tWords.\x03" +
            c.trailer + "\x04");
        CHECK((article.published ? iso_date(article.published->days.first) : "") == c.published);
        CHECK(article.extra.value("published_at", "") == c.at);
    }
}

TEST_CASE("a wire is read in the character set it declares, or else looks like") {
    const std::string words =
        "Die K\xF6lner H\xE4"
        "fen waren f\xFCr Stunden geschlossen, und die M\xFChlen "
        "drau\xDF"
        "en auf dem Flu\xDF standen still.";
    const std::string expected =
        "Die Kölner Häfen waren für Stunden geschlossen, und die Mühlen draußen auf dem Fluß "
        "standen still.";
    CHECK(only_article(iptc("X =\n\n" + words)).body == expected);
    CHECK(only_article(iptc("X =\n\n" + expected)).body == expected);
    CHECK(only_article(iptc("\x1B-AX =\n\n" + words)).body == expected);
    CHECK(only_article(iptc("\x1B-LX =\n\n\xBC\xDE\xE1\xDA\xD2\xD0")).body == "Москва");
    CHECK(only_article(iptc("\x1B%GX =\n\nПрага")).body == "Прага");
    // Seven bits, with letters in the place of brackets.
    CHECK(only_article(iptc("\x1B(KX =\n\nDie M}hlen am Flu~ [chzten.")).body ==
          "Die Mühlen am Fluß Ächzten.");
    CHECK(only_article(iptc("\x1B(GX =\n\n]ngb}ten l{mnade hamnen.")).body ==
          "Ångbåten lämnade hamnen.");
    CHECK(only_article(iptc("\x1B(`X =\n\n\\stg}rd l} p} {rlig \\y.")).body ==
          "Østgård lå på ærlig Øy.");
    CHECK(only_article(iptc("\x1B(BX =\n\nA [sic] and {curly} ~ tilde.")).body ==
          "A [sic] and {curly} ~ tilde.");
}

TEST_CASE("damage costs one transmission and is told") {
    const std::string good = iptc("Cranes =\n\n" + body);
    const std::string expected = read_wire(good);
    const std::string no_end = good.substr(0, good.find('\x03'));
    const auto line_of_second = std::ranges::count(good, '\n') + 2;
    CHECK(read_wire(good + "\r\n\x16\x16" + good) ==
          expected + fmt::format("\n{}", line_of_second) + expected.substr(1));
    CHECK(read_wire("ZCZC\r\n" + good + "\r\nNNNN\r\n").find("refused") == std::string::npos);
    CHECK(read_wire("some words" + good) ==
          "0: refused: Byte 0: 10 bytes belong to no transmission.\n" + expected);
    CHECK(read_wire(good + "and more") ==
          expected + fmt::format("\n0: refused: Byte {}: 8 bytes belong to no transmission.",
                                 good.size()));
    CHECK(read_wire(no_end).find("(The transmission has no end; its text may be cut.)") !=
          std::string::npos);
    CHECK(read_wire(no_end + good).find("mer0812-2019-05-10") != std::string::npos);
    CHECK(read_wire("\x01mer0812 4 wi 171\r\n" + good) ==
          "1: refused: The transmission has a header and no text.\n2" + expected.substr(1));
    CHECK(read_wire("\x01what is this\r\n\x02Words.\x03\x04")
              .find("(The header is neither one of IPTC 7901 nor one of ANPA 1312; it is kept.)") !=
          std::string::npos);
    CHECK(read_wire("\x01mer0812 4 wi 171\r\n\x02\x03\x04") ==
          "1: refused: The record has neither a title nor a body.");
    CHECK(read_wire("").empty());
    CHECK(read_wire("\x16\x16\r\n").empty());
}

TEST_CASE("a text without end is refused in bounded memory") {
    class Behind final : public ByteSource {
    public:
        std::size_t read(std::span<char> buffer) override {
            const std::size_t count = head_.read(buffer);
            return count > 0 ? count : rest_.read(buffer);
        }

    private:
        TextSource head_{"\x01mer0812 4 wi 171\r\n\x02"};
        EndlessLine rest_{std::size_t{80} * 1024 * 1024, iptc("Cranes =\n\n" + body)};
    };
    const auto reader = agency_wire_reader(std::make_unique<Behind>());
    const auto records = printed_records(*reader);
    REQUIRE(records.size() == 2);
    CHECK(records[0] == "1: refused: " + too_large_message());
    CHECK(records[1].find("\"title\":\"Cranes\"") != std::string::npos);
}

TEST_CASE("a wire is known by its first bytes") {
    const auto format = [](const std::string& bytes) {
        const auto found = format_by_looking(beginning_of("a.txt", bytes));
        return found ? std::string(row_of(*found).name) : found.error().message;
    };
    CHECK(format(iptc("Cranes =\n\n" + body)) == "wire");
    CHECK(format("ZCZC\r\n" + anpa("", body)) == "wire");
    CHECK(format("\x01\x02 are two characters") == "text");
    CHECK(format("Cranes stood still.") == "text");
}

}  // namespace nutgraf::tests::in_agency_wire_reader_test
