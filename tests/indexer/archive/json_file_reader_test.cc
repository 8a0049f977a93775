#include "indexer/archive/json_file_reader.h"

#include "tests/indexer/archive/byte_sources.h"
#include "tests/indexer/archive/records.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_json_file_reader_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using namespace nutgraf::tests;

namespace {

using Lines = std::vector<std::string>;

Lines read_json(const std::string& text) {
    return printed_records(*json_file_reader(std::make_unique<TextSource>(text), "the/id"));
}

}  // namespace

TEST_CASE("a JSON file is an article, a list of them, or a record with a list of items") {
    struct Case {
        std::string text;
        Lines expected;
    };
    const Case cases[] = {
        {"{\n\"title\":\"t\"\n}", {R"(0: {"id":"the/id","title":"t"})"}},
        {"[{\"id\":\"1\",\"title\":\"t\"},\n{\"id\":\"2\",\"title\":\"u\"}]",
         {R"(0: {"id":"1","title":"t"})", R"(0: {"id":"2","title":"u"})"}},
        {"[{\"id\":\"1\",\"title\":\"t\"},{\"id\":\"2\"}]",
         {R"(0: {"id":"1","title":"t"})",
          "0: refused: Record 2: The record has neither a title nor a body."}},
        {"[]", {}},
        {"[1]", {"0: refused: The record is not a JSON object."}},
        {"{\n\n\"title\": x}",
         {"3: refused: This is not JSON at byte 13: syntax error while parsing value - invalid "
          "literal."}},
        {"{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"url\":\"u\","
         "\"content_html\":\"<p>One.</p><p>Two.</p>\",\"date_published\":\"2019-05-10\","
         "\"authors\":[{\"name\":\"Ann Field\"}]}]}",
         {R"(0: {"id":"1","url":"u","body":"One.\n\nTwo.","byline":["Ann Field"],)"
          R"("published":{"from":"2019-05-10","to":"2019-05-10","basis":"metadata"}})"}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(read_json(c.text) == c.expected);
    }
}

TEST_CASE("ninjs is read in its versions 1 to 3") {
    const std::string expected =
        R"(0: {"id":"urn:1","title":"Cranes","standfirst":"In short","body":"One.\n\nTwo.",)"
        R"("updated":"2019-05-10","lang":"en","byline":["Ann Field"],)"
        R"("published":{"from":"2019-05-10","to":"2019-05-10","basis":"metadata"},)"
        R"("extra":{"status":"usable","type":"text"}})";
    CHECK(read_json(R"({"uri":"urn:1","type":"text","headline":"Cranes","pubstatus":"usable",
        "description_text":"In short","body_xhtml":"<p>One.</p><p>Two.</p>","language":"en-GB",
        "byline":"Ann Field","versioncreated":"2019-05-10"})") == Lines{expected});
    CHECK(read_json(R"({"uri":"urn:1","type":"text","pubStatus":"usable","language":"en",
        "headlines":[{"role":"short","value":"C"},{"role":"main","value":"Cranes"}],
        "descriptions":[{"role":"summary","value":"In short"}],"by":"Ann Field",
        "bodies":[{"contentType":"text/html","value":"<p>One.</p><p>Two.</p>"}],
        "versionCreated":"2019-05-10"})") == Lines{expected});
}

TEST_CASE("JSON that is too deep, cut short or no UTF-8 is refused or mended, and never fatal") {
    const std::string deep(1'000'000, '[');
    const Lines refused = read_json(deep);
    REQUIRE(refused.size() == 1);
    CHECK(refused[0].find("refused: ") != std::string::npos);
    const std::string whole = "{\n\"title\":\"t\",\n\"body\":\"b\"}";
    for (std::size_t size = 1; size < whole.size(); ++size)
        CHECK(read_json(whole.substr(0, size)).at(0).find("refused: ") != std::string::npos);
    CHECK(read_json("{\"title\":\"\xFF\"}").size() == 1);
}

}  // namespace nutgraf::tests::in_json_file_reader_test
