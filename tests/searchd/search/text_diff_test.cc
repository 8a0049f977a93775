#include "searchd/search/text_diff.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

namespace nutgraf::tests::in_text_diff_test {

using namespace nutgraf;
using namespace nutgraf::search;

namespace {

std::string with_marks(const DiffSide& side) {
    std::string text;
    std::size_t at = 0;
    for (const Mark& mark : side.text.marks) {
        text += side.text.text.substr(at, mark.begin - at) + "[" +
                side.text.text.substr(mark.begin, mark.end - mark.begin) + "]";
        at = mark.end;
    }
    return text + side.text.text.substr(at);
}

/// A row a line: "=2 text", "-2 text", "+1 text", and of a changed paragraph both.
std::string printed(const std::vector<DiffRow>& rows) {
    std::string text;
    for (const DiffRow& row : rows) {
        if (row.kind == DiffRow::Kind::same) {
            text += "=" + std::to_string(row.after->paragraph) + " " + with_marks(*row.after);
        } else {
            if (row.before)
                text += "-" + std::to_string(row.before->paragraph) + " " + with_marks(*row.before);
            if (row.before && row.after) text += " ";
            if (row.after)
                text += "+" + std::to_string(row.after->paragraph) + " " + with_marks(*row.after);
        }
        text += "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("a comparison keeps what is the same, and marks the words that changed") {
    struct Case {
        std::string what, before, after, expected;
    };
    const Case cases[] = {
        {"nothing", "", "", ""},
        {"the same", "a b\n\nc", "a b\nc", "=0 a b\n=1 c\n"},
        {"an end cut off", "one\ntwo\nthree", "one\ntwo", "=0 one\n=1 two\n-2 three\n"},
        {"a new beginning", "two", "one\ntwo", "+0 one\n=1 two\n"},
        {"all new", "one", "two", "-0 one\n+0 two\n"},
        {"a word replaced", "Ministers met in Prague on Monday.",
         "Ministers met in Vienna on Monday.",
         "-0 Ministers met in [Prague] on Monday. +0 Ministers met in [Vienna] on Monday.\n"},
        {"words put in side by side", "Ministers met in Prague.",
         "Ministers of nine countries met in Prague.",
         "-0 Ministers met in Prague. +0 Ministers [of nine countries] met in Prague.\n"},
        {"a capital counts", "The house is old.", "The House is old.",
         "-0 The [house] is old. +0 The [House] is old.\n"},
        {"a changed paragraph between new ones", "a\nsix plain words stand here now",
         "x\nsix plain words stood here now\ny",
         "-0 a\n+0 x\n-1 six plain words [stand] here now +1 six plain words [stood] here "
         "now\n+2 y\n"},
        {"paragraphs that changed places", "one\ntwo", "two\none", "-0 one\n=0 two\n+1 one\n"},
        {"no English", "Öl und Gas für Köln", "Öl und Gas für Bonn",
         "-0 Öl und Gas für [Köln] +0 Öl und Gas für [Bonn]\n"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.what);
        CHECK(printed(text_diff(c.before, c.after)) == c.expected);
    }
}

TEST_CASE("each paragraph of both texts is in a comparison once, in its order") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const auto text = [&] {
            std::string made;
            for (auto i = random() % 12; i > 0; --i) {
                for (auto j = random() % 5; j > 0; --j)
                    made += static_cast<char>('a' + random() % 3) + std::string(" ");
                made += '\n';
            }
            return made;
        };
        const std::string before = text();
        const std::string after = text();
        std::size_t next_before = 0;
        std::size_t next_after = 0;
        for (const DiffRow& row : text_diff(before, after)) {
            if (row.before) CHECK(row.before->paragraph == next_before++);
            if (row.after) CHECK(row.after->paragraph == next_after++);
            if (row.kind == DiffRow::Kind::same)
                CHECK(row.before->text.text == row.after->text.text);
        }
        CHECK(text_diff(before, before).size() == next_before);
        CHECK(text_diff(after, after).size() == next_after);
    }
}

TEST_CASE("very long texts are compared in bounded time and memory") {
    std::string before;
    std::string after;
    for (int i = 0; i < 30'000; ++i) {
        before += "old" + std::to_string(i) + "\n";
        after += "new" + std::to_string(i) + "\n";
    }
    CHECK(text_diff(before, after).size() == 60'000);
    CHECK(text_diff("x\n" + before + "y", "x\n" + after + "y").size() == 60'002);
}

}  // namespace nutgraf::tests::in_text_diff_test
