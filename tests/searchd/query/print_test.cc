#include "searchd/query/print.h"

#include "base/utf8.h"
#include "tests/searchd/query/random_query.h"
#include "tests/searchd/query/reading.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace nutgraf::tests::in_print_test {

using namespace nutgraf;
using query::Query;

namespace {

Query word(std::string text) {
    return {query::Word{{}, {text, text}}};
}

/// A leaf `levels` deep in a tree.
std::size_t depth_of(const Query& query) {
    std::size_t deepest = 0;
    const auto look = [&](const std::vector<Query>& parts) {
        for (const Query& part : parts) deepest = std::max(deepest, depth_of(part));
    };
    if (const auto* all = std::get_if<query::And>(&query.node)) look(all->parts);
    if (const auto* any = std::get_if<query::Or>(&query.node)) look(any->parts);
    if (const auto* none = std::get_if<query::Not>(&query.node)) look(none->part);
    if (const auto* near = std::get_if<query::Proximity>(&query.node)) look(near->operands);
    if (const auto* least = std::get_if<query::AtLeast>(&query.node)) look(least->part);
    if (const auto* weighted = std::get_if<query::Weighted>(&query.node)) look(weighted->part);
    return deepest + 1;
}

}  // namespace

TEST_CASE("a tree is printed with every operator written out") {
    using index::Field;
    struct Case {
        Query query;
        std::string expected;
    };
    const Case cases[] = {
        {{query::Everything{}}, "*"},
        {{query::Or{}}, "NOT *"},
        {word("a"), "a"},
        {{query::Word{Field::title, {"durre", "dürre"}}}, "title:dürre"},
        {{query::Word{{}, {"at&t", "at&t", "AT&T"}}}, "AT&T"},
        {{query::Prefix{{}, {"secur", "secur"}}}, "secur*"},
        {{query::Phrase{{}, {{{"a", "a"}, false}, {{"bcd", "bcd"}, true}}}}, "\"a bcd*\""},
        {{query::Phrase{Field::by, {{{"coons", "coons"}, false}}}}, "by:\"coons\""},
        {{query::Identity{"a b"}}, "id:\"a b\""},
        {{query::Address{"example.com/a"}}, "url:\"example.com/a\""},
        {{query::And{{word("a"), {query::Or{{word("b"), word("c")}}}}}}, "a AND (b OR c)"},
        {{query::Not{{{query::And{{word("a"), word("b")}}}}}}, "NOT (a AND b)"},
        {{query::Within{Field::by, {{{"a", "a"}, false}, {{"bcd", "bcd"}, true}}, 5}},
         "by:\"a bcd*\"~5"},
        {{query::Proximity{
             {word("a"), word("b"), {query::Or{{word("c"), word("d")}}}},
             {{query::Link::Kind::adjacent, false, 1}, {query::Link::Kind::near, true, 10}}}},
         "a ADJ/1 b NOT NEAR/10 (c OR d)"},
        {{query::Entity{index::EntityField::org, "huawei"}}, "org:huawei"},
        {{query::Entity{index::EntityField::role, "foreign secretary"}},
         "role:\"foreign secretary\""},
        {{query::Phrase{{},
                        {{{"a", "a"}, false},
                         {{}, false, query::Entity{index::EntityField::org, "#huawei"}}}}},
         "\"a org:#huawei\""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.expected);
        CHECK(query::to_text(c.query) == c.expected);
    }
}

TEST_CASE("a printed tree is read as the same tree") {
    const unsigned first_seed = 20190510;
    int read = 0;
    for (unsigned seed = first_seed; seed < first_seed + 20'000; ++seed) {
        const Query tree = tests::RandomQuery(seed).tree();
        const std::string text = query::to_text(tree);
        CAPTURE(seed);
        CAPTURE(text);
        const auto parsed = query::parse_query(text, tests::with_gazetteer());
        if (!parsed) {  // Over a limit: a tree of four levels can have more than four prefixes.
            CHECK(parsed.error().message.starts_with("The query "));
            continue;
        }
        ++read;
        const auto worst = std::ranges::max_element(parsed->notes, {}, &query::Note::severity);
        REQUIRE((worst == parsed->notes.end() || worst->severity == query::Severity::info));
        REQUIRE(parsed->query == tree);
    }
    CHECK(read > 15'000);
}

TEST_CASE("whatever is read is printed as a text that reads the same") {
    const unsigned first_seed = 20190511;
    for (unsigned seed = first_seed; seed < first_seed + 20'000; ++seed) {
        tests::RandomQuery random(seed);
        const std::string text = random.text();
        CAPTURE(seed);
        CAPTURE(text);
        query::ParseOptions options = tests::with_gazetteer();
        if (random.chance(8)) options.gazetteer = nullptr;
        options.is_plain = random.chance(8);
        options.is_any = random.chance(8);
        const bool is_read_alike =
            options.gazetteer != nullptr && !options.is_plain && !options.is_any;
        options.words_find_entities = is_read_alike && random.chance(2);
        const auto parsed = query::parse_query(text, options);
        if (!parsed) continue;
        const std::string printed = query::to_text(parsed->query);
        CAPTURE(printed);
        const auto again =
            query::parse_query(printed, is_read_alike ? options : tests::with_gazetteer());
        REQUIRE(again);
        REQUIRE(again->query == parsed->query);
        REQUIRE(depth_of(parsed->query) <= query::max_depth);
        REQUIRE(is_valid_utf8(printed));
    }
}

}  // namespace nutgraf::tests::in_print_test
