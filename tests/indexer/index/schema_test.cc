#include "indexer/index/schema.h"

#include "analyzers/text/normalise.h"
#include "analyzers/text/stem.h"
#include "analyzers/text/tokenizer.h"
#include "tests/analyzers/text/random_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace nutgraf::tests::in_schema_test {

using namespace nutgraf;
using namespace nutgraf::index;

namespace {

/// Every prefix that terms begin with, in all fields.
std::vector<std::string_view> prefixes() {
    std::vector<std::string_view> all;
    for (const FieldRow& row : schema()) {
        if (row.kind == FieldKind::date || row.kind == FieldKind::part) continue;
        all.push_back(row.prefix);
        if (row.kind == FieldKind::text) all.push_back(row.stem_prefix);
    }
    return all;
}

/// What a prefix is followed by in a term never begins with a capital.
bool begins_with_a_capital(std::string_view text) {
    return !text.empty() && text.front() >= 'A' && text.front() <= 'Z';
}

}  // namespace

TEST_CASE("the table is in the order of its fields, each with a name of its own") {
    std::set<std::string_view> names;
    std::size_t number = 0;
    for (const FieldRow& row : schema()) {
        CAPTURE(row.name);
        CHECK(static_cast<std::size_t>(row.field) == number++);
        CHECK(&row_of(row.field) == &row);
        CHECK(row_named(row.name) == &row);
        CHECK(names.insert(row.name).second);
        CHECK_FALSE(row.help.empty());
        CHECK((row.kind == FieldKind::text) == !row.stem_prefix.empty());
        const bool has_none = row.kind == FieldKind::date || row.kind == FieldKind::part;
        CHECK((row.prefix.empty()) == (row.field == Field::body || has_none));
    }
    CHECK(row_named("nothing") == nullptr);
    CHECK(row_named("") == nullptr);
    CHECK(row_named("Title") == nullptr);
}

TEST_CASE("no field's term can be read as another's") {
    const auto all = prefixes();
    CHECK(std::set(all.begin(), all.end()).size() == all.size());
    for (const std::string_view a : all) {
        for (const char c : a) CHECK((c >= 'A' && c <= 'Z'));
        for (const std::string_view b : all) {
            CAPTURE(a);
            CAPTURE(b);
            // A longer prefix goes on with a capital, which no word, stem, code or key begins with.
            if (a != b && b.starts_with(a)) CHECK(begins_with_a_capital(b.substr(a.size())));
        }
    }
}

TEST_CASE("what is followed by raw bytes begins no other prefix, and no other begins it") {
    std::vector<std::string_view> all = prefixes();
    for (const EntityRow& row : entity_schema()) all.push_back(row.prefix);
    const std::string_view raw[] = {sketch_prefix, line_prefix, line_source_prefix};
    for (const std::string_view one : raw) {
        CAPTURE(one);
        for (const std::string_view other : all) {
            CAPTURE(other);
            CHECK_FALSE(other.starts_with(one));
            CHECK((other.empty() || !one.starts_with(other)));
        }
        CHECK(std::ranges::count_if(raw, [&](auto other) { return other.starts_with(one); }) == 1);
    }
}

TEST_CASE("no word and no stem begins with a capital") {
    analyzers::Stemmer stemmers[] = {analyzers::Stemmer("en"), analyzers::Stemmer("de"),
                                     analyzers::Stemmer("ru")};
    for (unsigned seed = 0; seed < 500; ++seed) {
        CAPTURE(seed);
        const std::string text = analyzers::normalised_text(tests::random_text(seed)).text;
        const analyzers::Tokens tokens = analyzers::tokenise(text);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            CHECK_FALSE(begins_with_a_capital(tokens.folded(i)));
            for (analyzers::Stemmer& stemmer : stemmers)
                CHECK_FALSE(begins_with_a_capital(stemmer.stem(tokens.caseless(i))));
        }
        for (const analyzers::Compound& compound : analyzers::compounds(tokens))
            CHECK_FALSE(begins_with_a_capital(compound.folded));
    }
}

TEST_CASE("the slots are numbered in order, each with a name of its own") {
    std::set<std::string_view> names;
    std::uint32_t number = 0;
    for (const SlotRow& row : slots()) {
        CHECK(static_cast<std::uint32_t>(row.slot) == number++);
        CHECK(names.insert(row.name).second);
        CHECK_FALSE(row.help.empty());
    }
}

}  // namespace nutgraf::tests::in_schema_test
