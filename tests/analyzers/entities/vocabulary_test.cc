#include "analyzers/entities/vocabulary.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_vocabulary_test {

using namespace nutgraf::entities;

using Numbers = std::vector<std::uint32_t>;

TEST_CASE("words are numbered from 1 as they come, by their folded forms") {
    Vocabulary words;
    CHECK(words.numbers("Huawei Technologies") == Numbers{1, 2});
    CHECK(words.numbers("HUAWEI’s café") == Numbers{1, 3});
    CHECK(words.numbers("Cafe") == Numbers{3});
    CHECK(words.numbers("华为") == Numbers{4, 5});
    CHECK(words.numbers("!").empty());
    REQUIRE(words.spellings().size() == 5);
    CHECK(words.spellings()[2].folded == "cafe");
    CHECK(words.spellings()[2].number == 3);
}

TEST_CASE("a pair is one word, also through a third") {
    Vocabulary words;
    words.pair("centre", "center");
    words.pair("defence", "defense");
    words.pair("defence", "defense");
    words.pair("a", "b");
    words.pair("c", "d");
    words.pair("b", "d");
    CHECK(words.numbers("center") == words.numbers("centre"));
    CHECK(words.numbers("Defense Centre") == words.numbers("defence center"));
    CHECK(words.numbers("a") == words.numbers("c"));
    CHECK(words.numbers("a") != words.numbers("centre"));
}

TEST_CASE("what a word is marked as stays") {
    Vocabulary words;
    words.pair("centre", "center");
    const std::uint32_t word = words.numbers("center").front();
    words.mark(word, WordBit::org_head);
    words.mark(word, WordBit::common);
    const WordBits bits = words.bits().at(word);
    CHECK(bits.has(WordBit::org_head));
    CHECK(bits.has(WordBit::common));
    CHECK_FALSE(bits.has(WordBit::surname));
    CHECK(words.bits().front().empty());
}

}  // namespace nutgraf::tests::in_vocabulary_test
