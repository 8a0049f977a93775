#include "indexer/archive/charset.h"

#include "base/utf8.h"
#include "indexer/archive/utf8_source.h"
#include "tests/indexer/archive/byte_sources.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_charset_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using namespace nutgraf::tests;
using namespace std::string_literals;

namespace {

std::string read_all(const std::string& bytes, std::size_t piece) {
    const auto source = utf8_source(std::make_unique<TextSource>(bytes, piece));
    std::string text;
    std::array<char, 100> part{};
    while (const std::size_t count = source->read(part)) text.append(part.data(), count);
    return text;
}

}  // namespace

TEST_CASE("text of any character set is read as UTF-8, whatever pieces it comes in") {
    struct Case {
        std::string bytes, expected;
    };
    const Case cases[] = {
        {"", ""},
        {"Plain.", "Plain."},
        {"Köln", "Köln"},
        {"\xEF\xBB\xBFKöln", "Köln"},
        {"<?xml version='1.0' encoding='iso-8859-1'?>K\xF6ln",
         "<?xml version='1.0' encoding='iso-8859-1'?>Köln"},
        // Latin-1 is what it says, Windows-1252 what it means.
        {"<?xml encoding=\"ISO-8859-1\"?>\x93ok\x94", "<?xml encoding=\"ISO-8859-1\"?>“ok”"},
        // Declared as Latin-1 and not so.
        {"<?xml encoding=\"ISO-8859-1\"?>Köln", "<?xml encoding=\"ISO-8859-1\"?>Köln"},
        {"<?xml encoding='koi8-r'?>\xF4\xC1\xCB", "<?xml encoding='koi8-r'?>Так"},
        {"<?xml encoding='euc-kr'?>\xB3\xE2", "<?xml encoding='euc-kr'?>년"},
        {"<?xml encoding='gb2312'?>\xBB\xAA\xCE\xAA", "<?xml encoding='gb2312'?>华为"},
        {"<meta charset=\"shift_jis\">\x93\xFA", "<meta charset=\"shift_jis\">日"},
        {"<meta http-equiv=x content='text/html; charset=windows-1251'>\xC4\xE0",
         "<meta http-equiv=x content='text/html; charset=windows-1251'>Да"},
        {"\xFF\xFE<\0a\0>\0\xE4\0"s, "<a>ä"},
        {"\xFE\xFF\0<\0a\0>\0\xE4"s, "<a>ä"},
        {"<\0a\0>\0\xE4\0"s, "<a>ä"},
        {"\0<\0a\0>\0\xE4"s, "<a>ä"},
        {"\xFF\xFE\0\0<\0\0\0\xE4\0\0\0"s, "<ä"},
        // A set that nobody knows, and one that cannot be.
        {"<?xml encoding='bogus'?>K\xF6ln", "<?xml encoding='bogus'?>Köln"},
        {"<?xml encoding='utf-16'?>Köln", "<?xml encoding='utf-16'?>Köln"},
        {"<?xml encoding='UTF-8//TRANSLIT'?>ok", "<?xml encoding='UTF-8//TRANSLIT'?>ok"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.bytes);
        for (const std::size_t piece : {1, 2, 3, 5000})
            CHECK(read_all(c.bytes, piece) == c.expected);
    }
}

TEST_CASE("bytes that mean nothing become U+FFFD, and the text goes on") {
    const std::string text = std::string(20'000, 'a') + "\xFF\xC3";
    CHECK(read_all(text + "z", 777) == std::string(20'000, 'a') + "\uFFFD\uFFFDz");
    CHECK(read_all(text, 777) == std::string(20'000, 'a') + "\uFFFD\uFFFD");
}

TEST_CASE("a set that is not declared is found by looking") {
    // "The winter of the year was cold" in Russian, twice, in KOI8-R.
    const std::string bytes =
        "\xFA\xC9\xCD\xC1 \xD4\xCF\xC7\xCF \xC7\xCF\xC4\xC1 \xC2\xD9\xCC\xC1 "
        "\xC8\xCF\xCC\xCF\xC4\xCE\xCF\xCA, \xC9 \xCC\xC0\xC4\xC9 \xD6\xC4\xC1\xCC\xC9 "
        "\xD7\xC5\xD3\xCE\xD5.";
    CHECK(utf8_of(bytes, charset_of(bytes, "")) ==
          "Зима того года была холодной, и люди ждали весну.");
    CHECK(is_valid_utf8(utf8_of("\xFF\xFE\xFD", charset_of("\x80\xFF", ""))));
}

}  // namespace nutgraf::tests::in_charset_test
