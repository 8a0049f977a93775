#include "tests/analyzers/entities/compiled.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace nutgraf::tests::in_names_at_property_test {

using namespace nutgraf;
using namespace nutgraf::entities;
using nutgraf::tests::gazetteer_of;

namespace {

using Random = std::mt19937;

/// Few words, so that names begin with, end with and contain each other.
constexpr std::string_view vocabulary[] = {"Bank", "of",     "China", "New",  "York", "National",
                                           "Cafe", "Élysée", "华",    "U.S.", "AT&T", "Centre"};

std::string random_name(Random& random) {
    std::uniform_int_distribution<std::size_t> length(1, 5);
    std::uniform_int_distribution<std::size_t> word(0, std::size(vocabulary) - 1);
    std::string name;
    for (std::size_t left = length(random); left > 0; --left) {
        if (!name.empty()) name += ' ';
        name += vocabulary[word(random)];
    }
    return name;
}

/// A name as the folded words it is compared by.
std::vector<std::string> folded_words(std::string_view text) {
    const analyzers::Tokens tokens = analyzers::tokenise(text);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < tokens.size(); ++i) words.emplace_back(tokens.folded(i));
    return words;
}

using NameIds = std::map<std::vector<std::string>, std::set<std::string>>;

/// What names_at should say, by looking up every beginning of the rest of the text.
std::string plain_names_at(const NameIds& names, const std::vector<std::string>& words,
                           std::size_t at) {
    std::string line;
    for (std::size_t size = words.size() - at; size > 0; --size) {
        const auto begin = words.begin() + static_cast<std::ptrdiff_t>(at);
        const auto found = names.find({begin, begin + static_cast<std::ptrdiff_t>(size)});
        if (found == names.end()) continue;
        line += std::to_string(size) + ":";
        for (const std::string& id : found->second) line += " " + id;
        line += "; ";
    }
    return line;
}

std::string found_names_at(const Gazetteer& gazetteer, std::span<const std::uint32_t> words,
                           std::size_t at) {
    std::vector<NameMatch> matches;
    gazetteer.names_at(words, at, matches);
    std::string line;
    for (const NameMatch& match : matches) {
        std::set<std::string> ids;
        for (const Sense& sense : match.senses) ids.emplace(tests::id_of(gazetteer, sense));
        CHECK(ids.size() == match.senses.size());
        line += std::to_string(match.words) + ":";
        for (const std::string& id : ids) line += " " + id;
        line += "; ";
    }
    return line;
}

}  // namespace

TEST_CASE("the names at every word of a text are those that a plain search finds") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        std::string blocks;
        NameIds names;
        for (int i = 0; i < 30; ++i) {
            const std::string id = "x" + std::to_string(i);
            const std::string name = random_name(random);
            blocks +=
                "@org " + id + "\nname: Org " + std::to_string(i) + "\ncontext: " + name + "\n";
            names[folded_words(name)].insert(id);
            names[folded_words("Org " + std::to_string(i))].insert(id);
        }
        const Gazetteer gazetteer = gazetteer_of(blocks);
        std::string text;
        for (int i = 0; i < 20; ++i) text += random_name(random) + (i % 3 == 0 ? " and " : " ");
        const std::vector<std::string> folded = folded_words(text);
        const std::vector<std::uint32_t> words = tests::words_of(gazetteer, text);
        REQUIRE(words.size() == folded.size());
        for (std::size_t at = 0; at < words.size(); ++at)
            CHECK(found_names_at(gazetteer, words, at) == plain_names_at(names, folded, at));
    }
}

}  // namespace nutgraf::tests::in_names_at_property_test
