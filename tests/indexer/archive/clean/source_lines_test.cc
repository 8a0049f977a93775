#include "indexer/archive/clean/source_lines.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_source_lines_test {

using namespace nutgraf;
using namespace nutgraf::archive;

namespace {

const std::string long_line(300, 'x');

/// A text of ten long paragraphs with a line in the middle of them, or at their end.
std::string with_line_in_the_middle(const std::string& line) {
    std::string text;
    for (int i = 0; i < 10; ++i) text += (i == 5 ? line + "\n\n" : "") + long_line + "\n\n";
    return text;
}

bool may_be(const std::string& text, const std::string& line) {
    for (const SourceLine& found : source_lines(text, blocks_of(text)))
        if (within(text, blocks_of(text)[found.block].range) == line) return true;
    return false;
}

/// What is left of a text when each of its lines that may be furniture and begins with "+" is.
std::string left_of(const std::string& text) {
    const std::vector<Block> blocks = blocks_of(text);
    std::vector<SourceLine> known;
    for (const SourceLine& line : source_lines(text, blocks))
        if (within(text, blocks[line.block].range).starts_with('+')) known.push_back(line);
    std::string left;
    std::size_t at = 0;
    for (const TextRange& range : repeated_ranges(text, blocks, known)) {
        left += within(text, {at, range.begin});
        at = range.end;
    }
    return left += text.substr(at);
}

}  // namespace

TEST_CASE("which lines may be furniture of a source") {
    struct Case {
        std::string line;
        bool at_an_edge;
        bool in_the_middle;
    };
    const Case cases[] = {
        {"CANBERRA", true, false},
        {"[ends]", true, false},
        {"* * *", true, false},
        {"Follow the Courier wherever you are", true, true},
        {"© 2019 The Courier", true, false},
        {"Our standards: the Courier's rules of fair reporting.", true, false},
        {"The company did not answer.", true, false},
        {"她在星期五说，天气很好，大家都去公园。", true, false},
        // What people say, ask or are called.
        {"Thank you very much.", false, false},
        {"\"Thank you very much.\"", false, false},
        {"PRIME MINISTER:", false, false},
        {"JOURNALIST: Prime Minister, welcome to the programme", false, false},
        {"What do you say to all of them?", false, false},
        {"“What do you say to all of them?”", false, false},
        {"你说什么？", false, false},
        {long_line, false, false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.line);
        CHECK(may_be(c.line + "\n\n" + long_line, c.line) == c.at_an_edge);
        CHECK(may_be(long_line + "\n\n" + c.line, c.line) == c.at_an_edge);
        CHECK(may_be(with_line_in_the_middle(c.line), c.line) == c.in_the_middle);
    }
}

TEST_CASE("a line and a sentence of the same words are not the same") {
    const std::string text = "The Courier is printed daily\nThe Courier is printed daily.\n";
    const auto lines = source_lines(text, blocks_of(text));
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].words != lines[1].words);
    CHECK_FALSE(lines[0].is_sentence);
    CHECK(lines[1].is_sentence);
}

TEST_CASE("lines are peeled off from outside, and others only where they are no sentences") {
    const std::string body = long_line + "\n\nThe second paragraph says more.";
    struct Case {
        std::string text;
        std::string left;
    };
    const Case cases[] = {
        {body, body},
        {"+ Head\n\n" + body, body},
        {body + "\n\n+ The Courier keeps to its own rules.", body},
        {"+ One\n+ Two\n\n" + body + "\n\n+ Three\n+ Four", body},
        // Something else stands outside of it.
        {"Head\n+ One\n\n" + body, "Head\n+ One\n\n" + body},
        {body + "\n\n+ The Courier keeps to its own rules.\nJane Doe",
         body + "\n\n+ The Courier keeps to its own rules.\nJane Doe"},
        // What is not a sentence, and long enough, goes in the middle too.
        {long_line + "\n\n+ more of this is below\n\n" + body, long_line + "\n\n" + body},
        // Nothing would be left.
        {"+ One\n\n+ Two", "+ One\n\n+ Two"},
        {"", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(left_of(c.text) == c.left);
    }
}

}  // namespace nutgraf::tests::in_source_lines_test
