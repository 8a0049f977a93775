#include "analyzers/entities/word_table.h"

#include "analyzers/entities/name_capitals.h"
#include "analyzers/text/tokenizer.h"
#include "tests/analyzers/entities/recognised_names.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

namespace nutgraf::tests::in_word_table_test {

using namespace nutgraf;

namespace {

/// A word of one to twenty letters of a small alphabet, so that many are alike.
std::string random_word(std::mt19937& random) {
    std::string word(1 + random() % 20, 'a');
    for (char& letter : word) letter = "abeno"[random() % 5];
    return word;
}

}  // namespace

TEST_CASE("a remembered word is told from all others") {
    constexpr unsigned seed = 20190510;
    CAPTURE(seed);
    std::mt19937 random(seed);
    const entities::Gazetteer& gazetteer = tests::built_gazetteer();
    entities::WordTable table(gazetteer);
    for (int i = 0; i < 200'000; ++i) {
        std::string word = random_word(random);
        if (i % 4 == 0) word = i % 8 == 0 ? "huawei" : "of";
        // At the end of a text, or with words behind it.
        const std::string text = word + (i % 3 == 0 ? "" : " and others");
        const entities::KnownWord& known = table.of(text, analyzers::tokenise(text), 0);
        CAPTURE(word);
        REQUIRE(known.number() == gazetteer.word(word));
        REQUIRE(known.bits.bits() == gazetteer.bits(known.number()).bits());
        REQUIRE(known.grammar == entities::grammar_of(word));
        REQUIRE(known.letters == word.size());
    }
}

TEST_CASE("a name demands the capitals it is written with") {
    struct Case {
        std::string_view name;
        std::uint32_t capitals;
    };
    for (const Case& c : {Case{"Chinese foreign ministry", 0b001}, Case{"foreign secretary", 0},
                          Case{"Bank of England", 0b101}, Case{"AT&T", 0b1}, Case{"华为", 0},
                          Case{"O'Brien", 0b1}, Case{"", 0}, Case{"Газпром нефть", 0b01}}) {
        CAPTURE(c.name);
        CHECK(entities::capitals_of(c.name) == c.capitals);
    }
}

}  // namespace nutgraf::tests::in_word_table_test
