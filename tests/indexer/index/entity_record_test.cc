#include "indexer/index/entity_record.h"

#include "tests/indexer/index/random_entities.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_entity_record_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;

namespace {

const std::string damaged =
    "An article's record in the index is damaged; run \"nutgraf-indexer verify\", then "
    "\"nutgraf-indexer rebuild\".";

StoredEntities again(const std::string& bytes) {
    RecordFields fields(bytes);
    StoredEntities stored = entities_from(fields);
    CHECK(fields.empty());
    return stored;
}

std::string record_of(const StoredEntities& stored) {
    std::string bytes;
    put_entities(bytes, stored);
    return bytes;
}

}  // namespace

TEST_CASE("entities, terms, mentions and quotes come back from a record as they were") {
    for (unsigned seed = 0; seed < 500; ++seed) {
        CAPTURE(seed);
        const StoredEntities stored = random_entities(seed);
        CHECK(again(record_of(stored)) == stored);
        CHECK(decoded_entities(encoded_entities(stored.entities)) == stored.entities);
    }
}

TEST_CASE("the largest places of a text fit into a record") {
    StoredEntities stored;
    stored.entities.push_back({"org", "~a", "A", 100});
    stored.term_sets.emplace_back();
    stored.mentions.push_back({false, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0, 0});
    CHECK(again(record_of(stored)) == stored);
}

TEST_CASE("no entities are an empty value") {
    CHECK(encoded_entities({}).empty());
    CHECK(decoded_entities("").empty());
}

TEST_CASE("a record cut anywhere is damaged") {
    StoredEntities stored;
    for (unsigned seed = 0; stored.mentions.size() < 3; ++seed) stored = random_entities(seed);
    const std::string record = record_of(stored);
    for (std::size_t size = 0; size < record.size(); ++size) {
        CAPTURE(size);
        CHECK(failure([&] { again(record.substr(0, size)); }) == damaged);
    }
}

TEST_CASE("a mention of an entity or of terms that are not there is damage") {
    StoredEntities stored;
    stored.entities.push_back({"org", "huawei", "Huawei", 50});
    stored.term_sets.push_back({"XOhuawei"});
    stored.mentions.push_back({false, 1, 2, 0, 0, 1, 0});
    CHECK(failure([&] { again(record_of(stored)); }) == damaged);
    stored.mentions.front().entity = 0;
    stored.mentions.front().terms = 1;
    CHECK(failure([&] { again(record_of(stored)); }) == damaged);
}

}  // namespace nutgraf::tests::in_entity_record_test
