#include "analyzers/text/language.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_language_test {

using namespace nutgraf::analyzers;

namespace {

std::string repeated(const std::string& sentence, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += sentence;
    return text;
}

const std::string english = "The government said on Friday that it would not change the law. ";
const std::string german =
    "Die Regierung teilte am Freitag mit, dass sie das Gesetz nicht ändert. ";
const std::string french = "Le gouvernement a annoncé vendredi qu'il ne changerait pas la loi. ";
const std::string russian = "Правительство сообщило в пятницу, что не будет менять этот закон. ";

}  // namespace

TEST_CASE("a declared language is read in each of the ways it is written") {
    struct Case {
        std::string declared, expected;
    };
    const Case cases[] = {
        {"en", "en"},         {"en-GB", "en"},   {"en_US", "en"},      {"EN_us", "en"},
        {"eng", "en"},        {"DEU", "de"},     {"de-DE-1996", "de"}, {"fra", "fr"},
        {"zh-Hant-TW", "zh"}, {"sr-Latn", "sr"}, {"rus", "ru"},        {"haw", "haw"},
        {"iw", "he"},  // A code that was withdrawn.
    };
    for (const Case& c : cases) {
        CAPTURE(c.declared);
        CHECK(language_code(c.declared).value_or("none") == c.expected);
    }
}

TEST_CASE("what is not the tag of a language is refused") {
    const std::string cases[] = {"",
                                 " ",
                                 "e",
                                 "xx",
                                 "qqq",
                                 "english",
                                 "English",
                                 "-",
                                 "_",
                                 "-GB",
                                 "und",
                                 "en GB",
                                 "en;q=0.5",
                                 "en\n",
                                 "de,en",
                                 "анг",
                                 "\xFF",
                                 std::string(36, 'e'),
                                 std::string(1'000'000, 'e')};
    for (const std::string& declared : cases) {
        CAPTURE(declared.substr(0, 40));
        CHECK(language_code(declared).value_or("none") == "none");
    }
    CHECK_FALSE(language_code(std::string_view("en\0", 3)).has_value());
}

TEST_CASE("the language of a text is the one most of it is written in") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {english, "en"},
        {german, "de"},
        {french, "fr"},
        {russian, "ru"},
        {"Правительство.", "ru"},
        {repeated(english, 600) + german, "en"},
        {"הממשלה הודיעה ביום שישי כי לא תשנה את החוק הזה.", "he"},
        {"", "none"},
        {"12.05.2019", "none"},
        {"OK", "none"},
        {"\n\t\n", "none"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(detected_language(c.text).value_or("none") == c.expected);
    }
}

TEST_CASE("only the first 4 KiB of a text are looked at") {
    CHECK(detected_language(repeated(english, 4096) + repeated(russian, 1'000'000)) == "en");
    // The cut falls into the middle of a letter in one of these.
    CHECK(detected_language(" " + repeated(russian, 10'000)) == "ru");
    CHECK(detected_language(repeated(russian, 10'000)) == "ru");
}

TEST_CASE("a language code has an English name, or stands for itself") {
    CHECK(language_name("de") == "German");
    CHECK(language_name("en") == "English");
    CHECK(language_name("ru") == "Russian");
    CHECK(language_name("zh") == "Chinese");
    CHECK(language_name("haw") == "Hawaiian");
    CHECK(language_name("xx") == "xx");
    CHECK(language_name("") == "");
}

}  // namespace nutgraf::tests::in_language_test
