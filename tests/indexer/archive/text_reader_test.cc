#include "indexer/archive/text_reader.h"

#include "tests/indexer/archive/byte_sources.h"
#include "tests/indexer/archive/records.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_text_reader_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using namespace nutgraf::tests;

namespace {

Record only_record(const std::string& text) {
    const auto reader = text_reader(std::make_unique<TextSource>(text), "the/id");
    auto record = reader->next();
    REQUIRE(record);
    CHECK(record->line == 0);
    CHECK_FALSE(reader->next());
    return std::move(*record);
}

/// The title, " | ", the body.
std::string parts(const std::string& text) {
    const Record record = only_record(text);
    if (const auto* error = std::get_if<RecordError>(&record.outcome)) return error->message;
    const auto& article = std::get<Article>(record.outcome);
    CHECK(article.id == "the/id");
    CHECK(article.source.empty());
    CHECK_FALSE(article.published);
    return article.title + " | " + article.body;
}

const std::string paragraph = "The ministry said on Friday that it would wait.";
const std::string long_line = std::string(251, 'x');

}  // namespace

TEST_CASE("the headline is the first line of four words that does not end as a sentence does") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        // The headline first.
        {"Ministry waits for a word\n\n" + paragraph + "\n",
         "Ministry waits for a word | " + paragraph},
        {"Ministry waits for a word\n" + paragraph, "Ministry waits for a word | " + paragraph},
        {"\n\n  Ministry waits for a word \t\n\n\n" + paragraph + "\n\n",
         "Ministry waits for a word | " + paragraph},
        {"Will the ministry ever speak?\n" + paragraph,
         "Will the ministry ever speak? | " + paragraph},
        {"Ministry waits, “for a word”\n" + paragraph,
         "Ministry waits, “for a word” | " + paragraph},
        {"外交部发言人说中国\n据新华社报道。", "外交部发言人说中国 | 据新华社报道。"},
        // The dateline first, and no headline.
        {"PARIS — " + paragraph + "\nAnother line of four words\n",
         " | PARIS — " + paragraph + "\nAnother line of four words"},
        {paragraph + "\n\nAnother line of four words",
         " | " + paragraph + "\n\nAnother line of four words"},
        {"“We shall wait and see.”\nAnother line of four words",
         " | “We shall wait and see.”\nAnother line of four words"},
        {"据新华社报道。\n外交部发言人说中国", " | 据新华社报道。\n外交部发言人说中国"},
        {long_line + " with four words more\nAnother line of four words",
         " | " + long_line + " with four words more\nAnother line of four words"},
        // Page furniture first: it stays in the text.
        {"Print\nShare this\nMinistry waits for a word\n" + paragraph,
         "Ministry waits for a word | Print\nShare this\n" + paragraph},
        {"Home\n\nWorld\n\nMinistry waits for a word\n\n" + paragraph,
         "Ministry waits for a word | Home\n\nWorld\n\n\n" + paragraph},
        {"Share.\nMinistry waits for a word\n" + paragraph,
         " | Share.\nMinistry waits for a word\n" + paragraph},
        // A headline that is given twice: the second stays in the text.
        {"Ministry waits for a word\nMinistry waits for a word\n" + paragraph,
         "Ministry waits for a word | Ministry waits for a word\n" + paragraph},
        // Too short for a headline, and nothing else.
        {"Three words only", " | Three words only"},
        {"A headline without a text", "A headline without a text | "},
        {"  An indented first line.\n  Another.", " |   An indented first line.\n  Another."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(parts(c.text) == c.expected);
    }
}

TEST_CASE("a text is normalised, and what was not UTF-8 counted") {
    CHECK(parts("\xEF\xBB\xBFone\r\ntwo\rcafe\u0301\x1B[1m.") == " | one\ntwo\ncafé[1m.");
    CHECK(only_record("a.").warnings.empty());
    CHECK(only_record("a\xFF.").warnings ==
          std::vector<std::string>{"1 byte is not UTF-8 and became U+FFFD."});
    CHECK(only_record("a\xFF\xFE.").warnings ==
          std::vector<std::string>{"2 bytes are not UTF-8 and became U+FFFD."});
}

TEST_CASE("a file without a text is refused with the reason") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"", "The file is empty."},
        {" \n\t\r\n", "The file is empty."},
        {"\xEF\xBB\xBF", "The file is empty."},
        {std::string("te\0xt", 5), "The file holds NUL bytes; it is not a plain text."},
        {std::string(max_article_bytes + 1, 'x'), "The article's text is larger than 4 MiB."},
    };
    for (const Case& c : cases) CHECK(parts(c.text) == c.expected);
    CHECK(parts(std::string(max_article_bytes, 'x')).size() == max_article_bytes + 3);
}

TEST_CASE("a text that is too large is refused in bounded memory") {
    constexpr std::size_t one_terabyte = 1'000'000'000'000;
    const auto reader = text_reader(std::make_unique<EndlessLine>(one_terabyte), "id");
    CHECK(printed(*reader->next()) == "0: refused: The article's text is larger than 4 MiB.");
}

TEST_CASE("a stream that fails throws, and no half of a text is given") {
    const auto reader = text_reader(std::make_unique<TextSource>("half", 4096, true), "id");
    CHECK(failure([&] { reader->next(); }) == "The disk is gone.");
}

}  // namespace nutgraf::tests::in_text_reader_test
