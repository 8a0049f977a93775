#include "searchd/search/passages.h"

#include "tests/searchd/query/reading.h"
#include "tests/searchd/search/marked.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_passages_test {

using namespace nutgraf;
using search::PassageOptions;
using tests::repeated;

namespace {

/// The marks that a query has in a text.
search::Highlights highlights_in(std::string_view text, std::string_view query) {
    const index::StoredArticle stored{tests::article_of({"id", "", std::string(text)}), "en"};
    search::Highlighter highlighter(tests::query_read(query), {"en"});
    return highlighter.highlights(stored, text);
}

/// The passages of a text, a line each: paragraph, "<" where it is cut before, the text with its
/// marks in brackets, ">" where it is cut behind.
std::string passages(std::string_view text, std::string_view query, PassageOptions options = {}) {
    std::string lines;
    for (const auto& snippet : search::best_passages(text, highlights_in(text, query), options)) {
        if (!lines.empty()) lines += "\n";
        lines += std::to_string(snippet.paragraph) + (snippet.is_cut_before ? " <" : " ");
        lines += tests::bracketed(snippet.passage.text, snippet.passage.marks);
        if (snippet.is_cut_after) lines += ">";
    }
    return lines;
}

}  // namespace

TEST_CASE("a short paragraph is a passage as it stands") {
    CHECK(passages("One ban.", "ban") == "0 One [ban].");
    CHECK(passages("One.\n\n  Two ban. \t\n\nThree.", "ban") == "1 Two [ban].");
    CHECK(passages("One ban.\n\nTwo.\n\nThe ban.", "ban") == "0 One [ban].\n2 The [ban].");
}

TEST_CASE("passages with new clauses of the query come before those with more marks") {
    const std::string text = "ban ban ban\nban ban\nfirms\nban";
    CHECK(passages(text, "ban firms", {.passages = 1}) == "0 [ban] [ban] [ban]");
    CHECK(passages(text, "ban firms") == "0 [ban] [ban] [ban]\n2 [firms]");
    CHECK(passages(text + "\nban firms", "ban firms", {.passages = 1}) == "4 [ban] [firms]");
    CHECK(passages(text, "ban") == "0 [ban] [ban] [ban]\n1 [ban] [ban]");
    CHECK(passages("ban a\nban b\nban c", "ban", {.passages = 5}) ==
          "0 [ban] a\n1 [ban] b\n2 [ban] c");
}

TEST_CASE("a long paragraph is cut at sentences, or else at words") {
    const std::string filler = "It goes on and on here. ";
    const std::string text = repeated(filler, 20) + "The ban came late. " + repeated(filler, 20);
    CHECK(passages(text, "ban", {.bytes = 60}) ==
          "0 <The [ban] came late. It goes on and on here.>");
    const std::string words = repeated("word ", 100) + "ban " + repeated("more ", 100);
    CHECK(passages(words, "ban", {.bytes = 60}) ==
          "0 <word word [ban] more more more more more more more more more>");
    const std::string quoted =
        repeated("x ", 60) + "end.” The ban (so they say!) A third sentence.";
    CHECK(passages(quoted, "ban", {.bytes = 32}) == "0 <The [ban] (so they say!)>");
    CHECK(passages("The ban. " + repeated("x ", 60), "ban", {.bytes = 16}) == "0 The [ban].>");
}

TEST_CASE("a text without spaces is cut between its characters") {
    const std::string text = repeated("国", 200) + "华为" + repeated("禁", 200);
    const std::string passage = passages(text, "华为", {.bytes = 60});
    CHECK(passage == "0 <" + repeated("国", 5) + "[华为]" + repeated("禁", 13) + ">");
}

TEST_CASE("a phrase is never cut") {
    const std::string before = repeated("x ", 40);
    const std::string phrase = "one two three four five six seven eight nine ten";
    const std::string text = before + phrase + " " + before + "end";
    CHECK(passages(text, "\"" + phrase + "\"", {.bytes = 20}) == "0 <x x [" + phrase + "]>");
    // The window around "end" began within the phrase, and showed half of it, not marked.
    const std::string long_one = "seven eight nine ten eleven twelve is it so";
    CHECK(passages(before + long_one + " end " + before, "\"" + long_one + "\" end",
                   {.bytes = 40}) == "0 <[" + long_one + "] [end]" + repeated(" x", 14) + ">");
    // From paragraph to paragraph.
    CHECK(passages("The national\n\nsecurity of all", "\"national security\"") ==
          "0 The [national\n\nsecurity]");
}

TEST_CASE("without marks a passage is the opening of the first paragraph of some length") {
    const std::string real = "This paragraph is long enough to be what the article begins with.";
    CHECK(passages("Print\nShare this\n" + real + "\n" + real, "xyzzy") == "2 " + real);
    CHECK(passages("Print\nShare this", "") == "0 Print");
    CHECK(passages(real + " More. " + repeated("word ", 100), "", {.bytes = 80}) ==
          "0 " + real + " More.>");
    CHECK(passages("", "") == "");
    CHECK(passages(" \n\t\n", "ban") == "");
}

TEST_CASE("a passage that only repeats the headline is shown where there is no other") {
    const PassageOptions options{.title = "Huawei ban"};
    CHECK(passages("Huawei ban\nThe ban of a firm.", "ban", options) == "1 The [ban] of a firm.");
    CHECK(passages("Huawei ban\nNothing.", "ban", options) == "0 Huawei [ban]");
}

TEST_CASE("many marks and one line of a megabyte cost bounded work") {
    const std::string line = repeated("ban ", 250'000);
    const auto highlights = highlights_in(line, "ban");
    CHECK(highlights.text.size() == 250'000);
    const auto found = search::best_passages(line, highlights, {});
    REQUIRE(found.size() == 2);
    for (const auto& snippet : found) CHECK(snippet.passage.text.size() <= 280);
    const std::string lines = repeated("ban\n", 250'000);
    CHECK(search::best_passages(lines, highlights_in(lines, "ban"), {}).size() == 2);
    const std::string solid(1'000'000, 'x');
    CHECK(search::best_passages(solid, {}, {})[0].passage.text.size() <= 280);
    const std::string stops = repeated(". ", 500'000) + "ban";
    CHECK(search::best_passages(stops, highlights_in(stops, "ban"), {}).size() == 1);
}

}  // namespace nutgraf::tests::in_passages_test
