#include "indexer/gazetteer/json_items.h"
#include "indexer/gazetteer/yaml_items.h"
#include "tests/fuzz/memory_source.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace nutgraf::tests::in_items_test {

using namespace nutgraf;
using namespace nutgraf::gazetteer;
using nutgraf::tests::MemorySource;

namespace {

/// "line key bytes" of each item, "line ! complaint" of what is none; ";" between.
template <class Items, class TextOf>
std::string told(const std::string& text, const TextOf& text_of_item) {
    Items items(std::make_unique<MemorySource>(text));
    std::string all;
    while (const auto item = items.next()) {
        if (!all.empty()) all += ";";
        all += item->complaint.empty()
                   ? fmt::format("{} {} {}", item->line, item->key, text_of_item(*item))
                   : fmt::format("{} ! {}", item->line, item->complaint);
    }
    return all;
}

std::string json_items(const std::string& text) {
    return told<JsonItems>(text, [](const JsonItem& item) { return item.bytes; });
}

std::string yaml_items(const std::string& text) {
    return told<YamlItems>(text, [](const YamlItem& item) { return to_text(item.value); });
}

}  // namespace

TEST_CASE("a JSON file is cut into items") {
    struct Case {
        std::string text;
        std::string items;
    };
    const std::vector<Case> cases = {
        {"[]", ""},
        {"{}", ""},
        {" [1, \"two\",\n{\"three\": [3]} ]", "1  1;1  \"two\";2  {\"three\": [3]}"},
        {"{\"0\": {\"a\":1}, \"1\": {}}", "1 0 {\"a\":1};1 1 {}"},
        {"{\"p\": [{\"a\":1},\n{}], \"q\": 7}", "1 p {\"a\":1};2 p {};2 q 7"},
        {"[\"a ] } \\\" , b\", 2]", "1  \"a ] } \\\" , b\";1  2"},
        {"\xEF\xBB\xBF[1]", "1  1"},
        {"{\"\\u0061\": 1}", "1 a 1"},
        // Files that are cut short or something else.
        {"", "1 ! The file is no JSON array and no JSON record."},
        {"name,id", "1 ! The file is no JSON array and no JSON record."},
        {"[{\"a\":", "1 ! The item that begins in line 1 cannot be read to its end."},
        {"[1, {\"a\": \"x", "1  1;1 ! The item that begins in line 1 cannot be read to its end."},
        {"[,,", "1 ! The item that begins in line 1 cannot be read to its end."},
        {"{\"a\" 1}", "1 ! Member \"a\" has no value."},
        {"{a: 1}", "1 ! A member of the record has no name."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(json_items(c.text) == c.items);
    }
}

TEST_CASE("nesting of any depth costs memory but no stack") {
    const std::string deep(100'000, '[');
    CHECK(json_items("[" + deep).find("cannot be read") != std::string::npos);
    const std::string closed = deep + std::string(100'000, ']');
    CHECK(json_items("[" + closed + "]") == "1  " + closed);
}

TEST_CASE("a YAML file is cut into items, every scalar a text") {
    struct Case {
        std::string text;
        std::string items;
    };
    const std::vector<Case> cases = {
        {"[]", ""},
        {"- a: 1\n  b: ['x', \"y\"]\n- c\n", "1  {\"a\":\"1\",\"b\":[\"x\",\"y\"]};3  \"c\""},
        {"SSAF:\n- name: Ann\nHSAG: []\n", "1 SSAF [{\"name\":\"Ann\"}];3 HSAG []"},
        {"", "1 ! The file is no YAML list and no mapping."},
        {"just text", "1 ! The file is no YAML list and no mapping."},
        {"- a: &x 1\n- b: *x\n", "1  {\"a\":\"1\"};2 ! An alias stands here; write its value out."},
        {"- [a\n", "2 ! The YAML cannot be read: did not find expected ',' or ']'."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(yaml_items(c.text) == c.items);
    }
}

TEST_CASE("YAML that is nested too deep is refused") {
    const std::string deep = "- " + std::string(200, '[');
    CHECK(yaml_items(deep) == "1 ! It is nested deeper than 32.");
}

}  // namespace nutgraf::tests::in_items_test
