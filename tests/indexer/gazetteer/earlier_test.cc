#include "indexer/gazetteer/earlier.h"

#include "base/error.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_earlier_test {

using namespace nutgraf;
using namespace nutgraf::gazetteer;

namespace {

std::vector<entities::Block> blocks(const std::string& text) {
    return entities::read_blocks(text, "a.ent").blocks;
}

std::string merged(const std::string& fresh, const std::string& earlier) {
    return file_of_blocks(merged_with_earlier(blocks(fresh), blocks(earlier)).blocks, "test");
}

const std::string header =
    "# Imported by nutgraf dict import test. Your own lines belong below \"source-id:\", where the "
    "next import keeps them.\n";

}  // namespace

TEST_CASE("a second import keeps what was written by hand") {
    struct Case {
        std::string what;
        std::string fresh;
        std::string earlier;
        std::string result;
    };
    const std::string source = "source: test\nsource-id: 1\n";
    const std::vector<Case> cases = {
        {"the same again", "@org a\nname: Alpha\n" + source, "@org a\nname: Alpha\n" + source,
         "\n@org a\nname: Alpha\n" + source},
        {"a line below", "@org a\nname: Alpha\n" + source,
         "@org a\nname: Alpha\n" + source + "desc: tide giant\n",
         "\n@org a\nname: Alpha\n" + source + "desc: tide giant\n"},
        {"a block of one's own", "@org b\nname: Beta\n" + source, "@org a\nname: Alpha\n",
         "\n@org a\nname: Alpha\n\n@org b\nname: Beta\n" + source},
        {"a value that contradicts", "@org a\nname: Alpha\nkind: company\ncountry: GB\n" + source,
         "@org a\nname: Alpha\n" + source + "kind: bank\n",
         "\n@org a\nname: Alpha\ncountry: GB\n" + source + "kind: bank\n"},
        {"an end that has come since", "@person p\nrole: mp/GB 2019-01-01..2021-01-01\n" + source,
         "@person p\nrole: mp/GB 2019-01-01..\n" + source,
         "\n@person p\nrole: mp/GB 2019-01-01..2021-01-01\n" + source},
        {"an end that was corrected by hand",
         "@person p\nrole: mp/GB 2019-01-01..2021-01-01\n" + source,
         "@person p\n" + source + "role: mp/GB 2019-01-01..2020-06-01\n",
         "\n@person p\n" + source + "role: mp/GB 2019-01-01..2020-06-01\n"},
        {"an alias that the source has no more", "@org a\nname: Alpha\n" + source,
         "@org a\nname: Alpha\nalias: Alfa Group | Alpha Group\n" + source,
         "\n@org a\nname: Alpha\n" + source + "alias: Alfa Group\nalias: Alpha Group\n"},
        {"an alias that needs evidence now", "@org a\nname: Alpha\ncontext: Front\n" + source,
         "@org a\nname: Alpha\nalias: Front\n" + source,
         "\n@org a\nname: Alpha\ncontext: Front\n" + source},
    };
    for (const Case& c : cases) {
        CAPTURE(c.what);
        const std::string once = merged(c.fresh, c.earlier);
        CHECK(once == header + c.result);
        CHECK(merged(c.fresh, once) == once);
    }
}

TEST_CASE("an earlier file with comments is refused, since they would be lost") {
    CHECK(blocks_of_earlier(header + "\n@org a\nname: C# Group\n", "a.ent").size() == 1);
    CHECK_THROWS_WITH_AS(
        blocks_of_earlier(header + "@org a\nname: Alpha  # mine\n", "a.ent"),
        "a.ent:3: This comment would be lost; write it as \"note: ...\" below \"source-id:\".",
        Error);
    CHECK_THROWS_AS(blocks_of_earlier("@org a\nno fact\n", "a.ent"), Error);
}

}  // namespace nutgraf::tests::in_earlier_test
