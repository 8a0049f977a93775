#include "analyzers/entities/block_reader.h"

#include "tests/analyzers/entities/compiled.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_block_reader_test {

using namespace nutgraf;
using namespace nutgraf::entities;
using nutgraf::tests::lines_of;

namespace {

/// "@org huawei 1: name 2 = Huawei; alias zh 3 = 华为, 華為"
std::string text_of(const Blocks& blocks) {
    std::string text;
    for (const Block& block : blocks.blocks) {
        text += "@" + block.kind + " " + block.id + " " + std::to_string(block.location.line) + ":";
        for (const Fact& fact : block.facts) {
            text += " " + fact.key;
            for (const std::string& part : {fact.argument, fact.language})
                if (!part.empty()) text += " " + part;
            text += " " + std::to_string(fact.location.line) + " =";
            for (const std::string& value : fact.values) text += " <" + value + ">";
            text += ";";
        }
        text += "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("blocks are read with the line of every fact") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"", ""},
        {"# only a comment\n\n", ""},
        {"@org huawei\nname: Huawei\n", "@org huawei 1: name 2 = <Huawei>;\n"},
        {"@org huawei", "@org huawei 1:\n"},
        {"\n# telecoms\n@org huawei # the maker\n\nname: Huawei # of phones\n",
         "@org huawei 3: name 5 = <Huawei>;\n"},
        {"@org a\nalias: C# | F#\n", "@org a 1: alias 2 = <C#> <F#>;\n"},
        {"@org a\nalias[zh]: 华为 | 華為\nalias[ckb]: هواوی\n",
         "@org a 1: alias zh 2 = <华为> <華為>; alias ckb 3 = <هواوی>;\n"},
        {"@body army\noverride GB: gb-army\n", "@body army 1: override GB 2 = <gb-army>;\n"},
        {"@org a\nname: Act: One\n", "@org a 1: name 2 = <Act: One>;\n"},
        {"@org a\r\n  name :  A  B \r\n@org b\r\n", "@org a 1: name 2 = <A  B>;\n@org b 3:\n"},
        {"\uFEFF@org a\nname: A\n", "@org a 1: name 2 = <A>;\n"},
        // Composed, as texts are.
        {"@org a\nname: E\u0301lyse\u0301e\n", "@org a 1: name 2 = <Élysée>;\n"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const Blocks blocks = read_blocks(c.text, "a.ent");
        CHECK(lines_of(blocks.problems) == "");
        CHECK(text_of(blocks) == c.expected);
    }
}

TEST_CASE("a line that is no fact is refused with its file and line") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"name: Huawei\n",
         "a.ent:1: \"name: Huawei\" stands before the first block; begin one with \"@org "
         "some-id\".\n"},
        {"@org\n",
         "a.ent:1: \"@org\" begins no block; \"@org some-id\" would, with an id of small letters a "
         "to z, digits and hyphens.\n"},
        {"@org Huawei\nname Huawei\n@org b\n",
         "a.ent:1: \"@org Huawei\" begins no block; \"@org some-id\" would, with an id of small "
         "letters a to z, digits and hyphens.\n"},
        {"@org a b\n",
         "a.ent:1: \"@org a b\" begins no block; \"@org some-id\" would, with an id of small "
         "letters a to z, digits and hyphens.\n"},
        {"@org a\nHuawei\n", "a.ent:2: \"Huawei\" is no fact; write \"key: value\".\n"},
        {"@org a\nname:\n",
         "a.ent:2: A value of \"name\" is missing; write \"name: value\", and \" | \" only between "
         "two.\n"},
        {"@org a\nalias: A | | B\n",
         "a.ent:2: A value of \"alias\" is missing; write \"alias: value\", and \" | \" only "
         "between two.\n"},
        {"@org a\nalias[chinese]: A\n",
         "a.ent:2: \"alias[chinese]\" names no language; \"alias[zh]\" does, with an ISO 639 "
         "code.\n"},
        {"@org a\nalias[zh: A\n",
         "a.ent:2: \"alias[zh\" names no language; \"alias[zh]\" does, with an ISO 639 code.\n"},
        {"@org a\nName: A\n",
         "a.ent:2: \"Name\" is no key; keys are of small letters and hyphens.\n"},
        {"@org a\n: A\n", "a.ent:2: \"\" is no key; keys are of small letters and hyphens.\n"},
        {"@org a\nname: \xff\n",
         "a.ent:2: The line is not UTF-8; save the file in that encoding.\n"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(lines_of(read_blocks(c.text, "a.ent").problems) == c.expected);
    }
}

TEST_CASE("every bad line of a file is told, and the good ones are kept") {
    const Blocks blocks = read_blocks("@org a\nbad\nname: A\nalso bad\n@org b\nname: B\n", "a.ent");
    CHECK(blocks.problems.size() == 2);
    CHECK(text_of(blocks) == "@org a 1: name 3 = <A>;\n@org b 5: name 6 = <B>;\n");
}

}  // namespace nutgraf::tests::in_block_reader_test
