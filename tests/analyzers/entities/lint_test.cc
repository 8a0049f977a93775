#include "analyzers/entities/lint.h"

#include "tests/analyzers/entities/compiled.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_lint_test {

using namespace nutgraf;
using namespace nutgraf::entities;
using nutgraf::tests::lines_of;

namespace {

/// What is said of some blocks, which follow the lines 1 to 10.
std::string lint_of(const std::string& blocks, const std::string& lexicon = "") {
    const std::string basis =
        "@country gb\nname: Britain\n"
        "@place us-co\nname: Colorado\ncode: CO\n"
        "@role pm\nname: prime minister\n"
        "@person amy\nname: Amy\n\n";
    Problems problems;
    const Source source = read_source(
        {{"a.ent", basis + blocks}, {"lexicon-a.tsv", "form\tclass\tlang\tflags\n" + lexicon}},
        problems);
    REQUIRE(lines_of(problems) == "");
    lint(source, problems);
    return lines_of(problems);
}

}  // namespace

TEST_CASE("ids of which there is no block are told at the line that names them") {
    struct Case {
        std::string blocks, expected;
    };
    const Case cases[] = {
        {"@org x\nname: X\nparent: y\n", "a.ent:13: There is no \"@org y\".\n"},
        {"@org x\nname: X\nparent: x\n", "a.ent:13: \"x\" cannot be a part of itself.\n"},
        {"@org x\nname: X\nparent: amy\n", "a.ent:13: \"amy\" is no \"@org\".\n"},
        {"@org x\nname: X\ncountry: FR\n", "a.ent:13: There is no country \"FR\".\n"},
        {"@place fr-x\nname: X\ncountry: FR\n", "a.ent:13: There is no country \"FR\".\n"},
        {"@person x\nname: X\nrole: mp/GB\n", "a.ent:13: There is no \"@role mp\".\n"},
        {"@person x\nname: X\nrole: pn/GB\n",
         "a.ent:13: There is no \"@role pn\"; did you mean \"pm\"?\n"},
        {"@person x\nname: X\nrole: pm/GB/CO\nrole: pm/x\n", ""},
        {"@person x\nname: X\nrole: pm/ZZ\n",
         "a.ent:13: \"ZZ\" is no country, no state and no organisation.\n"},
        {"@person x\nname: X\nparty: labour\n", "a.ent:13: There is no \"@org labour\".\n"},
        {"@person x\nname: X\nparty: bank\n@org bank\nname: Bank\nkind: bank\n",
         "a.ent:13: \"bank\" is not of \"kind: party\".\n"},
        {"@person x\nname: X\nmember: club\n", "a.ent:13: There is no \"@org club\".\n"},
        {"@office x\nname: X\nrole: pm\nholder: may\n", "a.ent:14: There is no \"@person may\".\n"},
        {"@office x\nname: X\nrole: pm\norg: y\n", "a.ent:14: There is no \"@org y\".\n"},
        {"@role x\nname: X\nbroader: y\n", "a.ent:13: There is no \"@role y\".\n"},
        {"@role x\nname: X\nbroader: y\n@role y\nname: Y\nbroader: x\n",
         "a.ent:13: \"x\" cannot be broader than itself.\n"
         "a.ent:16: \"y\" cannot be broader than itself.\n"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.blocks);
        CHECK(lint_of(c.blocks) == c.expected);
    }
}

TEST_CASE("an office has no more holders at a time than seats") {
    const std::string office = "@person ben\nname: Ben\n@office x\nname: X\nrole: pm\n";
    struct Case {
        std::string lines, expected;
    };
    const Case cases[] = {
        {"holder: amy 2018..2019\nholder: ben 2019..\n", ""},
        {"holder: amy 2018..2019-01-02\nholder: ben 2019..\n",
         "a.ent:17: \"x\" has one holder at a time, and on 2019-01-01 there are \"amy\" and "
         "\"ben\".\n"},
        // The order of the lines does not matter, but that of the days.
        {"holder: ben 2019..\nholder: amy 2018..2020\n",
         "a.ent:16: \"x\" has one holder at a time, and on 2019-01-01 there are \"amy\" and "
         "\"ben\".\n"},
        {"holder: amy 2018..2019\nholder: amy 2018..2019-06\n",
         "a.ent:17: \"x\" has one holder at a time, and on 2018-01-01 there are \"amy\" and "
         "\"amy\".\n"},
        {"seats: 2\nholder: amy 2018..2020\nholder: ben 2019..\n", ""},
        {"seats: 2\nholder: amy 2018..2020\nholder: ben 2019..\nholder: amy 2019-06..\n",
         "a.ent:19: \"x\" has 2 holders at a time, and on 2019-06-01 there are \"amy\", \"ben\" "
         "and \"amy\".\n"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.lines);
        CHECK(lint_of(office + c.lines) == c.expected);
    }
}

TEST_CASE("a name without words or with too many is refused") {
    std::string name;
    for (int i = 0; i < 33; ++i) name += "word ";
    CHECK(lint_of("@org x\nname: X\nalias: ...\n") == "a.ent:13: \"...\" has no word in it.\n");
    CHECK(lint_of("@org x\nname: " + name + "\n") ==
          "a.ent:12: The name has 33 words, and 32 are the most.\n");
    CHECK(lint_of("@role x\nname: -\n") == "a.ent:12: \"-\" has no word in it.\n");
    CHECK(lint_of("@country fr\nname: +\n") == "a.ent:12: \"+\" has no word in it.\n");
    CHECK(lint_of("@country fr\nname: F\ndemonym: +\n") == "a.ent:13: \"+\" has no word in it.\n");
}

TEST_CASE("a name that more than eight share is refused, unless it needs context") {
    const auto blocks = [](int count, const std::string& key) {
        std::string text;
        for (int i = 0; i < count; ++i) {
            const std::string number = std::to_string(i);
            text += "@org x" + number + "\nname: Name" + number + "\n" + key + ": Board\n";
        }
        return text;
    };
    CHECK(lint_of(blocks(8, "alias")) == "");
    CHECK(lint_of(blocks(9, "alias")) ==
          "a.ent:13: 9 organisations and persons have the name \"Board\"; make it \"context\".\n");
    CHECK(lint_of(blocks(9, "context")) == "");
    CHECK(lint_of(blocks(9, "desc")) == "");
}

TEST_CASE("a surname that is a word is warned about until it is listed as one") {
    const std::string may = "@person x\nname: Theresa May\nsurname: May\n";
    CHECK(lint_of(may) == "");
    CHECK(lint_of(may, "may\tcommon\n") ==
          "a.ent:13: warning: \"May\" is a common word; list it as ambiguous-surname in a "
          "lexicon.\n");
    CHECK(lint_of(may, "may\tcommon\nmay\tambiguous-surname\n") == "");
}

TEST_CASE("a person of several names without surname is warned about") {
    CHECK(lint_of("@person x\nname: Theresa May\n") ==
          "a.ent:11: warning: \"x\" has no \"surname\", and is not found by one.\n");
    CHECK(lint_of("@person x\nname: Joko\n") == "");
}

TEST_CASE("two blocks of one name are refused, or warned about where they may be two") {
    CHECK(lint_of("@org x\nname: X\n@org y\nname: X\n") ==
          "a.ent:14: \"x\" and \"y\" have the same name, \"X\".\n");
    CHECK(lint_of("@org x\nname: X\n@org y\nname: X\ncountry: GB\n") ==
          "a.ent:14: warning: \"x\" and \"y\" have the same name, \"X\".\n");
    CHECK(lint_of("@person x\nname: X\n@person y\nname: X\n") ==
          "a.ent:14: warning: \"x\" and \"y\" have the same name, \"X\".\n");
    CHECK(lint_of("@org x\nname: X\n@person y\nname: X\n") == "");
}

}  // namespace nutgraf::tests::in_lint_test
