#include "analyzers/entities/lexicon.h"

#include "analyzers/entities/word_classes.h"
#include "tests/analyzers/entities/compiled.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace nutgraf::tests::in_lexicon_test {

using namespace nutgraf;
using namespace nutgraf::entities;
using nutgraf::tests::lines_of;

namespace {

const std::string header = "form\tclass\tlang\tflags\n";

std::string problems_of(const std::string& text) {
    Problems problems;
    read_lexicon(text, "a.tsv", problems);
    return lines_of(problems);
}

}  // namespace

TEST_CASE("rows of a lexicon are read with what they leave out empty") {
    Problems problems;
    const auto rows = read_lexicon(header +
                                       "# titles\n\nMr\thonorific\ten\tm\r\nsaid\tsay-verb\n"
                                       "former\tmodifier\ten\tpast future\n",
                                   "a.tsv", problems);
    CHECK(lines_of(problems) == "");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].form == "Mr");
    CHECK(rows[0].word_class == "honorific");
    CHECK(rows[0].language == "en");
    CHECK(rows[0].flags == std::vector<std::string>{"m"});
    CHECK(rows[0].location == Location{"a.tsv", 4});
    CHECK(rows[1].form == "said");
    CHECK(rows[1].language == "");
    CHECK(rows[1].flags.empty());
    CHECK(rows[2].flags == std::vector<std::string>{"past", "future"});
}

TEST_CASE("a row that is not of the format is refused with its file and line") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"Mr\thonorific\n",
         "a.tsv:1: A lexicon begins with the line \"form class lang flags\", with tabs.\n"},
        {header + "Mr honorific\n",
         "a.tsv:2: The line has 1 columns; two to four, with tabs between them, are form, class, "
         "language and flags.\n"},
        {header + "Mr\thonorifc\n",
         "a.tsv:2: There is no word class \"honorifc\"; did you mean \"honorific\"?\n"},
        {header + "Mr\tzzz\n", "a.tsv:2: There is no word class \"zzz\".\n"},
        {header + "Mr\thonorific\ten\tpast\n",
         "a.tsv:2: The class \"honorific\" takes no flag \"past\".\n"},
        {header + "centre\tspelling\ten\n",
         "a.tsv:2: The other spelling of \"centre\" is missing; it stands in the fourth column.\n"},
        {header + "according to\tsay-verb\n",
         "a.tsv:2: warning: \"according to\" is of 2 words and left out; classes are those of one "
         "word.\n"},
        {header + "Mr\xff\thonorific\n",
         "a.tsv:2: The line is not UTF-8; save the file in that encoding.\n"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(problems_of(c.text) == c.expected);
    }
}

TEST_CASE("every class and flag sets the bit that the gazetteer tells it by") {
    for (const WordClassRow& row : word_classes()) {
        CAPTURE(row.name);
        CHECK(word_class_named(row.name) == &row);
        const std::string line = "wordy\t" + std::string(row.name);
        const Gazetteer plain = tests::gazetteer_of("", line + "\n");
        CHECK(plain.bits(plain.word("wordy")).bits() == [&] {
            WordBits bits;
            bits.add(row.bit);
            return bits.bits();
        }());
        for (const FlagBit& flag : row.flags) {
            CAPTURE(flag.flag);
            const Gazetteer flagged =
                tests::gazetteer_of("", line + "\ten\t" + std::string(flag.flag) + "\n");
            const WordBits bits = flagged.bits(flagged.word("wordy"));
            CHECK(bits.has(row.bit));
            CHECK(bits.has(flag.bit));
        }
    }
    CHECK(word_class_named("spelling") == nullptr);
}

}  // namespace nutgraf::tests::in_lexicon_test
