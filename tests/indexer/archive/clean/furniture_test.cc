#include "tests/indexer/archive/clean/parts_text.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_furniture_test {

using namespace nutgraf;
using namespace nutgraf::tests;

namespace {

const std::string first = "The dockers of Port Callan went back to work on Friday.";
const std::string second = "Their union called it a truce, and the company a result.";
const std::string third = "Both sides will meet again before the summer.";
const std::string story = first + "\n\n" + second + "\n\n" + third;

/// A text with a line between its first paragraphs.
std::string with_inside(const std::string& line) {
    return first + "\n\n" + line + "\n\n" + second + "\n\n" + third;
}

}  // namespace

TEST_CASE("buttons, requests and pointers are furniture wherever they stand alone") {
    for (const std::string line : {"Print",
                                   "Hide Ad",
                                   "PRINT",
                                   "Advertisement",
                                   "ADVERTISEMENT:",
                                   "Share this article",
                                   "Share.",
                                   "Read more: Why your phone bill may rise",
                                   "Read Also: Dockers’ leader will not stand again",
                                   "Sign up for our daily newsletter.",
                                   "Follow us on Twitter",
                                   "5 min read",
                                   "12 comments",
                                   "Updated 3 hours ago",
                                   "Story continues below advertisement",
                                   "Anzeige",
                                   "Lesen Sie auch: Was nun?",
                                   "© 2019 The Courier",
                                   "Copyright 2019 The Courier. All rights reserved.",
                                   "Publicité",
                                   "Реклама",
                                   "Читайте также: Порт снова открыт",
                                   "分享"}) {
        CAPTURE(line);
        CHECK(besides(with_inside(line)) == "furniture: " + line + "\n");
        CHECK(besides(story + "\n" + line) == "furniture: " + line + "\n");
    }
}

TEST_CASE("what only sounds like a button is text") {
    for (const std::string line :
         {"Print is dead, said the printer.", "Share prices fell by a third.", "Save the harbour!",
          "Print?", "Comment is free, but facts are sacred.", "“Hide,” she said.",
          "Read more books", "Sign up for the army, he was told, and he did.", "The advertisement",
          "Five minutes later the cranes moved", "12 dockers",
          "Subscribe to the view that all is lost", "Follow the money", "Watch the cranes"}) {
        CAPTURE(line);
        CHECK(besides(with_inside(line)).empty());
    }
}

TEST_CASE("parts of the site are furniture above the text and below it, and nowhere else") {
    for (const std::string line :
         {"News", "World", "Home > World > Asia", "Home News Sport Business",
          "World | Politics | Sport", "!", "* * *", "This text available in   Հայերեն and Русский",
          "Also available in Čeština and Русский", "Auch verfügbar auf English",
          "English | Deutsch | Français", "Читать на русском", "Copyright 2019 The Courier",
          "(c) 2019 The Courier"}) {
        CAPTURE(line);
        CHECK(besides(line + "\n" + story) == "furniture: " + line + "\n");
        CHECK(besides(story + "\n" + line) == "furniture: " + line + "\n");
        CHECK(besides(with_inside(line)).empty());
    }
}

TEST_CASE("lines above and below a text that say something stay in it") {
    for (const std::string line :
         {"World peace remains far away", "News from the harbour reached the town late at night",
          "Speaking English in Brussels", "Copyright reform is put off again",
          "(c) what the harbour earns", "Jane Doe in Port Callan",
          "Notes:", "Contact:", "Harbour 3, Athletic 1"}) {
        CAPTURE(line);
        CHECK(besides(story + "\n" + line).empty());
    }
}

TEST_CASE("a list behind the text goes with its heading, a heading inside the text alone") {
    const std::string list = "Thieves leave frame behind\nTown’s club has ten weeks\nA quiet night";
    for (const std::string heading :
         {"Latest News", "MOST READ", "Related articles:", "You may also like", "Mehr zum Thema",
          "Читайте также", "相关新闻"}) {
        CAPTURE(heading);
        CHECK(besides(story + "\n\n" + heading) == "furniture: " + heading + "\n");
        CHECK(besides(story + "\n\n" + heading + "\n" + list) ==
              "furniture: " + heading +
                  "\nfurniture: Thieves leave frame behind\nfurniture: Town’s club has ten "
                  "weeks\nfurniture: A quiet night\n");
        // What follows says something.
        CHECK(besides(with_inside(heading)) == "furniture: " + heading + "\n");
    }
    CHECK(besides(story + "\n\n" + list).empty());
}

TEST_CASE("captions and headlines are furniture from their second time on, glued ones too") {
    const std::string caption = "Cranes stand idle at Port Callan on Monday.";
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {caption + "\n" + caption + "\n" + story, "furniture: " + caption + "\n"},
        {caption + "\n\n" + story + "\n\n" + caption, "furniture: " + caption + "\n"},
        {caption + caption + "\n" + story, "furniture: " + caption + "\n"},
        {caption + caption + caption + "\n" + story, "furniture: " + caption + caption + "\n"},
        {caption + caption + "\n" + caption + "\n" + story,
         "furniture: " + caption + "\nfurniture: " + caption + "\n"},
        {caption + "\n" + caption + story, "furniture: " + caption + "\n"},
        {first + "\n" + caption + "\n" + second + "\n" + caption + third,
         "furniture: " + caption + "\n"},
        {"Cranes at Port Callan in May\n" + first + "\nCranes at Port Callan in MayThe end.",
         "headline: Cranes at Port Callan in May\nfurniture: Cranes at Port Callan in May\n"},
        {"Dockers back at work\n\n" + first + "\n\nDockers back at work\n\n" + second,
         "headline: Dockers back at work\nfurniture: Dockers back at work\n"},
        {"外交部发言人说中国\n据新华社报道。\n外交部发言人说中国",
         "headline: 外交部发言人说中国\nfurniture: 外交部发言人说中国\n"},
        // Not glued: a paragraph may begin as another line does.
        {caption + "\n\n" + caption + " " + first, ""},
        // Not the same.
        {caption + "\n\n" + "Cranes stand idle at Port Callan on Tuesday.\n" + first, ""},
        // What people say twice.
        {"It is so.\n" + first + "\nIt is so.\n" + second, ""},
        {first + "\nQUESTION: Will the minister resign?\n" + second +
             "\nQUESTION: Will the minister resign?",
         ""},
        {"Is this the end of it all?\n" + first + "\n" + first + " Really.\n" +
             "Is this the end of it all?\n" + second,
         "headline: Is this the end of it all?\n"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(besides(c.text) == c.expected);
    }
    CHECK(besides("DOCKERS BACK AT WORK\n\n" + first + "\n\nDockers back at work\n\n" + second) ==
          "headline: DOCKERS BACK AT WORK\nfurniture: Dockers back at work\n");
    // The headline that an archive gives beside the text, which may name the site.
    CHECK(besides("Dockers back at work\n" + story, "Dockers back at work | The Courier") ==
          "furniture: Dockers back at work\n");
    CHECK(besides("Dockers back at work\n" + story, "Dockers back at work") ==
          "furniture: Dockers back at work\n");
}

TEST_CASE("further down only long lines count as said twice, and only one below the other all") {
    std::string text;
    for (int i = 0; i < 12; ++i) text += "This is paragraph number " + std::to_string(i) + ".\n\n";
    const std::string answer = "I have nothing to add to that.";
    CHECK(besides(text + answer + "\n\n" + first + "\n\n" + answer).empty());
    CHECK(besides(text + answer + "\n\n" + answer + "\n\n" + first) ==
          "furniture: " + answer + "\n");
    CHECK(besides(text + first + "\n\n" + second + "\n\n" + first) == "furniture: " + first + "\n");
}

TEST_CASE("a paragraph that was broken to a width is one paragraph") {
    const std::string broken =
        "The dockers of Port Callan went back to work on Friday after six\n"
        "days of strike, in which the largest container port of the whole\n"
        "country stood still.";
    CHECK(besides(broken + "\n\n" + second) == "");
}

TEST_CASE("a text of which nothing would be left is all body") {
    for (const std::string text :
         {"Print", "News\nShow news feed\nPrint\n", "Latest News\n!", ""}) {
        CAPTURE(text);
        CHECK(besides(text).empty());
        CHECK(archive::parts_of(text, {}).title.empty());
    }
    CHECK(archive::parts_of("Print\n\n Share", {}).paragraphs ==
          std::vector<archive::TextRange>{{0, 5}, {8, 13}});
}

}  // namespace nutgraf::tests::in_furniture_test
