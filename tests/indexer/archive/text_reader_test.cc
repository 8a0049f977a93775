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

/// The body, or why there is none.
std::string body(const std::string& text) {
    const Record record = only_record(text);
    if (const auto* error = std::get_if<RecordError>(&record.outcome)) return error->message;
    const auto& article = std::get<Article>(record.outcome);
    CHECK(article.id == "the/id");
    CHECK(article.title.empty());
    CHECK(article.source.empty());
    CHECK_FALSE(article.published);
    return article.body;
}

}  // namespace

TEST_CASE("the whole text is body, without the blank lines around it") {
    CHECK(body("Ministry waits\n\nIt said so.") == "Ministry waits\n\nIt said so.");
    CHECK(body("\n\n \t\n  An indented first line.\n  Another.\n\n \n") ==
          "  An indented first line.\n  Another.");
    CHECK(body("Print") == "Print");
}

TEST_CASE("a text is normalised, and what was not UTF-8 counted") {
    CHECK(body("\xEF\xBB\xBFone\r\ntwo\rcafe\u0301\x1B[1m.") == "one\ntwo\ncafé[1m.");
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
    for (const Case& c : cases) CHECK(body(c.text) == c.expected);
    CHECK(body(std::string(max_article_bytes, 'x')).size() == max_article_bytes);
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
