#include "analyzers/entities/block_writer.h"

#include <doctest/doctest.h>

#include <random>

namespace nutgraf::tests::in_block_writer_test {

using namespace nutgraf::entities;

namespace {

std::string again(const std::string& text) {
    const Blocks read = read_blocks(text, "a.ent");
    std::string written;
    for (const Block& block : read.blocks) written += to_text(block);
    return written;
}

}  // namespace

TEST_CASE("a block is written as it is read") {
    const std::string text =
        "@org huawei\nname: Huawei\nalias[zh]: 华为 | 华为技术\nnote: C# and a|b are no values\n";
    CHECK(again("@org huawei\nname: Huawei\nalias[zh]: 华为 | 华为技术\n") ==
          "@org huawei\nname: Huawei\nalias[zh]: 华为 | 华为技术\n");
    CHECK(again(again(text)) == again(text));
    CHECK(again("@body foreign-ministry\noverride GB: gb-fcdo\n") ==
          "@body foreign-ministry\noverride GB: gb-fcdo\n");
}

TEST_CASE("a text from elsewhere is a value, or is refused where it would mean something") {
    struct Case {
        std::string text;
        std::optional<std::string> value;
    };
    const std::vector<Case> cases = {
        {"Acme", "Acme"},
        {"  Acme \t Group\n", "Acme Group"},
        {"Acme\u00A0\u3000Group", "Acme Group"},
        {"Acme\u200B\u202EGroup", "AcmeGroup"},
        {"Cafe\u0301", "Café"},
        {"C# Group", "C# Group"},
        {"Group #1", std::nullopt},
        {"#1", std::nullopt},
        {"a|b", std::nullopt},
        {"", std::nullopt},
        {" \n", std::nullopt},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(written_value(c.text) == c.value);
    }
}

TEST_CASE("whatever bytes a value is made of, it is read as it was written") {
    const unsigned seed = 20261129;
    CAPTURE(seed);
    std::mt19937 random(seed);
    const std::string letters = "ab #|:[]\t\n\r@\xC3\xA9\xCC\x81\xE2\x80\x8B\xFF";
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (auto left = random() % 12; left > 0; --left)
            text += letters[random() % letters.size()];
        const auto value = written_value(text);
        if (!value) continue;
        CAPTURE(*value);
        const Blocks read = read_blocks("@org a\nname: " + *value + "\n", "a.ent");
        REQUIRE(read.problems.empty());
        CHECK(read.blocks.front().facts.front().values == std::vector<std::string>{*value});
    }
}

}  // namespace nutgraf::tests::in_block_writer_test
