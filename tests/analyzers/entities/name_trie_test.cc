#include "analyzers/entities/name_trie.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_name_trie_test {

using namespace nutgraf::entities;

namespace {

NamedSense sense(std::vector<std::uint32_t> words, std::uint32_t number, NameClass name_class,
                 std::string written = "", std::string language = "") {
    return {std::move(words), Table::entity,      number,
            name_class,       std::move(written), std::move(language)};
}

/// The names of a tree with what they stand for, as found by walking it: "1 2=7 1=5".
void print(const NameTrie& trie, std::size_t node, const std::string& path, std::string& out) {
    for (auto s = trie.nodes[node].first_sense; s < trie.nodes[node + 1].first_sense; ++s)
        out += path + "=" + std::to_string(trie.senses[s].number) + trie.senses[s].written + ";";
    for (auto e = trie.nodes[node].first_edge; e < trie.nodes[node + 1].first_edge; ++e)
        print(trie, e + 1, path + " " + std::to_string(trie.edges[e]), out);
}

std::string text_of(const NameTrie& trie) {
    std::string out;
    print(trie, 0, "", out);
    return out;
}

constexpr auto name = NameClass::name;

}  // namespace

TEST_CASE("a tree holds the names it was made of, in order") {
    CHECK(text_of(name_trie({})) == "");
    CHECK(text_of(name_trie({sense({2, 3}, 7, name), sense({1}, 5, name), sense({2}, 6, name),
                             sense({2, 3, 1}, 8, name), sense({2}, 9, name)})) ==
          " 1=5; 2=6; 2=9; 2 3=7; 2 3 1=8;");
}

TEST_CASE("each edge leads to a node of its own") {
    const NameTrie trie = name_trie({sense({1, 2}, 0, name), sense({3, 2}, 0, name)});
    CHECK(trie.edges.size() == 4);
    CHECK(trie.nodes.size() == 6);
}

TEST_CASE("of writings the one that is found in the most texts stays") {
    CHECK(text_of(name_trie({sense({1}, 5, name, "MET"), sense({1}, 5, name, "Met")})) ==
          " 1=5Met;");
    CHECK(text_of(name_trie({sense({1}, 5, name, "Met", "de"), sense({1}, 5, name, "Met")})) ==
          " 1=5Met;");
    CHECK(text_of(name_trie({sense({1}, 5, name, "M", "de"), sense({1}, 5, name, "M", "fr")})) ==
          " 1=5M; 1=5M;");
    // Acronyms are found only as they are written.
    CHECK(text_of(name_trie({sense({1}, 5, NameClass::acronym, "US"),
                             sense({1}, 5, NameClass::acronym, "U.S.")})) == " 1=5US; 1=5U.S.;");
}

TEST_CASE("a name that needs context is nothing else of the same row") {
    CHECK(text_of(
              name_trie({sense({1}, 5, name, "Apple"), sense({1}, 5, NameClass::context, "Apple!"),
                         sense({1}, 6, name, "Apple")})) == " 1=5Apple!; 1=6Apple;");
}

}  // namespace nutgraf::tests::in_name_trie_test
