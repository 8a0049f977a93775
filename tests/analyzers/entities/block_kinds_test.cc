#include "analyzers/entities/block_kinds.h"

#include "tests/analyzers/entities/compiled.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_block_kinds_test {

using namespace nutgraf;
using namespace nutgraf::entities;
using nutgraf::tests::lines_of;

namespace {

/// The blocks of "a.ent" and then "b.ent" put together: "@org x: name=A,B;".
std::string merged(std::string_view first, std::string_view second, Problems& problems) {
    std::vector<Block> blocks = read_blocks(first, "a.ent").blocks;
    for (Block& block : read_blocks(second, "b.ent").blocks) blocks.push_back(std::move(block));
    std::string text;
    for (const Block& block : merged_blocks(std::move(blocks), problems)) {
        text += "@" + block.kind + " " + block.id + ":";
        for (const Fact& fact : block.facts) text += " " + fact.key + "=" + fact.values.front();
        text += ";";
    }
    return text;
}

}  // namespace

TEST_CASE("a later file adds to a block, and takes away what it says first") {
    struct Case {
        std::string first, second, expected, problems;
    };
    const Case cases[] = {
        {"@org x\nname: X\n", "@org x\nalias: Y\n", "@org x: name=X alias=Y;", ""},
        {"@org x\nname: X\nalias: A\n", "@org x\ndelete: name\nname: Y\n",
         "@org x: alias=A name=Y;", ""},
        {"@org x\nalias: A\nalias[zh]: B\n", "@org x\ndelete: alias[zh]\n", "@org x: alias=A;", ""},
        {"@org x\nalias: A\nalias[zh]: B\n", "@org x\ndelete: alias\n", "@org x:;", ""},
        {"@org x\nalias: A\ncountry: GB\n", "@org x\ndelete: alias | country\n", "@org x:;", ""},
        {"@org x\ncountry: GB\n", "@org x\ncountry: GB\n", "@org x: country=GB;", ""},
        {"@org x\nname: X\n", "@org x\ndelete: alias\n", "@org x: name=X;",
         "b.ent:2: \"x\" has no \"alias\" to delete.\n"},
        {"@org x\nname: X\n@org x\nname: Y\n", "", "@org x: name=X;",
         "a.ent:3: \"x\" has a block already at a.ent:1; put the lines together.\n"},
        {"@org x\n", "@person x\n", "@org x:;",
         "b.ent:1: \"x\" is already an \"@org\" at a.ent:1; choose another id.\n"},
        {"@org x\n", "@role x\n", "@org x:;@role x:;", ""},
        {"@organ x\n", "", "",
         "a.ent:1: There is no kind of block \"@organ\"; did you mean \"@org\"?\n"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.first);
        CAPTURE(c.second);
        Problems problems;
        CHECK(merged(c.first, c.second, problems) == c.expected);
        CHECK(lines_of(problems) == c.problems);
    }
}

TEST_CASE("a key that its kind of block does not have is refused") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"@org x\nalais: X\n", "a.ent:2: \"@org\" has no key \"alais\"; did you mean \"alias\"?\n"},
        {"@org x\nholder: y\n", "a.ent:2: \"@org\" has no key \"holder\".\n"},
        {"@org x\ncountry[de]: GB\n",
         "a.ent:2: \"country\" is the same in all languages; leave the brackets out.\n"},
        {"@org x\nalias GB: X\n",
         "a.ent:2: \"alias GB\" is no key; the colon belongs behind \"alias\".\n"},
        {"@body x\noverride: y\n",
         "a.ent:2: \"override\" needs a country behind it: \"override GB: some-id\".\n"},
        {"@org x\ncountry: GB\ncountry: US\n",
         "a.ent:3: \"country\" has one value, and \"x\" is given more; a later file says "
         "\"delete: country\" first.\n"},
        {"@org x\nkind: bank | media\n",
         "a.ent:2: \"kind\" has one value, and \"x\" is given more; a later file says \"delete: "
         "kind\" first.\n"},
        {"@org x\nchecked: 2026-11\nchecked: 2026-12\nsource: x\nsource-id: 1\nnote: n\n", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        Problems problems;
        check_keys(read_blocks(c.text, "a.ent").blocks, problems);
        CHECK(lines_of(problems) == c.expected);
    }
}

TEST_CASE("there are the kinds of blocks that the format page names") {
    for (const std::string_view name :
         {"org", "person", "office", "role", "country", "place", "body"}) {
        CAPTURE(name);
        REQUIRE(block_kind_named(name) != nullptr);
        CHECK(block_kind_named(name)->name == name);
    }
    CHECK(block_kind_named("weapon") == nullptr);
}

}  // namespace nutgraf::tests::in_block_kinds_test
