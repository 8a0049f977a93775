#include "analyzers/entities/compile.h"

#include "tests/analyzers/entities/compiled.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_compile_test {

using namespace nutgraf;
using namespace nutgraf::entities;
using nutgraf::tests::lines_of;

TEST_CASE("the errors of all files are told at once, by file and line") {
    const Compiled compiled = compile({
        {"b.ent", "@org y\nname: Y\nparent: z\n"},
        {"a.ent", "@org x\nname: X\nparent: zz\nnonsense\n"},
        {"lexicon-a.tsv", "form\tclass\tlang\tflags\nMr\thonour\n"},
    });
    CHECK(lines_of(compiled.problems) ==
          "a.ent:3: There is no \"@org zz\".\n"
          "a.ent:4: \"nonsense\" is no fact; write \"key: value\".\n"
          "b.ent:3: There is no \"@org z\".\n"
          "lexicon-a.tsv:2: There is no word class \"honour\".\n");
    CHECK(compiled.bytes.empty());
}

TEST_CASE("warnings do not refuse the facts") {
    const Compiled compiled = compile({{"a.ent", "@person x\nname: Amy Bell\n"}});
    CHECK(compiled.problems.size() == 1);
    CHECK_FALSE(compiled.bytes.empty());
}

TEST_CASE("the same files give the same bytes in whatever order they come") {
    const SourceFile first{"1.ent", "@org x\nname: X\n@country gb\nname: Britain\n"};
    const SourceFile second{"2.ent", "@org y\nname: Y\n@org x\nalias: Ex\n"};
    CHECK(compile({first, second}).bytes == compile({second, first}).bytes);
}

}  // namespace nutgraf::tests::in_compile_test
