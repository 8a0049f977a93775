#include "indexer/index/document_record.h"

#include "tests/indexer/index/bytes.h"
#include "tests/indexer/index/random_entities.h"
#include "tests/indexer/random_article.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_document_record_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;

namespace {

const std::string damaged =
    "An article's record in the index is damaged; run \"nutgraf-indexer verify\", then "
    "\"nutgraf-indexer rebuild\".";

/// Up to three former versions, of the texts of other articles.
ArticleVersions random_versions(unsigned seed) {
    constexpr unsigned others = 1'000'000;
    ArticleVersions versions{std::chrono::sys_seconds(std::chrono::seconds(seed))};
    for (unsigned i = 0; i < seed % 4; ++i) {
        const archive::Article former = random_article(others + seed + i);
        versions.kept.push_back({former.title, archive::text_of(former), former.updated,
                                 former.published, versions.since - std::chrono::hours(i),
                                 versions.since});
    }
    versions.former = versions.kept.size() + seed % 3;
    return versions;
}

StoredArticle random_stored(unsigned seed) {
    return {random_article(seed), seed % 3 == 0 ? "" : "fr", random_entities(seed),
            random_versions(seed)};
}

}  // namespace

TEST_CASE("a stored article comes back exactly") {
    RecordCodec codec;
    CHECK(codec.decoded(codec.encoded({})) == StoredArticle{});
    for (unsigned seed = 0; seed < 1000; ++seed) {
        CAPTURE(seed);
        const StoredArticle stored = random_stored(seed);
        CHECK(codec.decoded(codec.encoded(stored)) == stored);
    }
    StoredArticle large = random_stored(1);
    large.article.body.assign(4'000'000, 'x');
    large.article.byline.assign(10'000, "A name");
    CHECK(codec.decoded(codec.encoded(large)) == large);
}

TEST_CASE("the same article has the same record, and a moved codec still works") {
    RecordCodec first;
    const std::string record = first.encoded(random_stored(3));
    RecordCodec second = std::move(first);
    CHECK(second.encoded(random_stored(3)) == record);
    CHECK(second.decoded(record) == random_stored(3));
}

TEST_CASE("a record cut anywhere, or with bytes behind it, is damaged") {
    RecordCodec codec;
    const std::string record = codec.encoded(random_stored(5));
    for (std::size_t size = 0; size < record.size(); ++size) {
        CAPTURE(size);
        CHECK(failure([&] { codec.decoded(record.substr(0, size)); }) == damaged);
    }
    CHECK(failure([&] { codec.decoded(record + "x"); }) == damaged);
    CHECK(failure([&] { codec.decoded(record + std::string(1000, '\0')); }) == damaged);
}

TEST_CASE("a record with one bit turned over is damaged, or the same article") {
    RecordCodec codec;
    for (unsigned seed = 10; seed < 14; ++seed) {
        const StoredArticle stored = random_stored(seed);
        const std::string record = codec.encoded(stored);
        for (std::size_t at = 0; at < record.size(); ++at) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                CAPTURE(seed);
                CAPTURE(at);
                CAPTURE(bit);
                StoredArticle again = stored;
                const std::string message =
                    failure([&] { again = codec.decoded(flipped(record, at, bit)); });
                CHECK(again == stored);  // Was another article, in part of the cases.
                CHECK((message.empty() || message == damaged));
            }
        }
    }
}

TEST_CASE("a record of another version is refused") {
    RecordCodec codec;
    std::string record = codec.encoded(random_stored(1));
    for (const char version : {'\0', '\1', '\xFF'}) {
        record[0] = version;
        CHECK(failure([&] { codec.decoded(record); }) == damaged);
    }
}

}  // namespace nutgraf::tests::in_document_record_test
