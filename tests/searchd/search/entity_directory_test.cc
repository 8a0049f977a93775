#include "searchd/search/entity_directory.h"

#include "tests/searchd/search/valued_database.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <memory>
#include <string>

namespace nutgraf::tests::in_entity_directory_test {

using namespace nutgraf;
using search::EntityDirectory;

namespace {

const index::StoredEntity huawei{"org", "huawei", "Huawei", 90};
const index::StoredEntity zte{"org", "zte", "ZTE", 90};
const index::StoredEntity hunt{"official", "jeremy-hunt", "Jeremy Hunt", 90};
const index::StoredEntity hunt_before{"person", "jeremy-hunt", "J. Hunt", 90};
const index::StoredEntity jordan{"org", "~jordan", "Jordan plc", 90};
const index::StoredEntity of_jordan{"person", "~jordan", "Jordan", 90};

EntityDirectory directory_of(const std::vector<tests::Valued>& articles) {
    return EntityDirectory(
        std::make_shared<const search::Columns>(tests::valued_database(articles)));
}

/// "org huawei 2, official jeremy-hunt 1"
std::string lines_of(const EntityDirectory& directory) {
    std::string line;
    for (const EntityDirectory::Entry& entry : directory.entries())
        line += fmt::format("{}{} {} {}", line.empty() ? "" : ", ", entry.kind, entry.id,
                            entry.articles);
    return line;
}

}  // namespace

TEST_CASE("those that most articles name come first, then by name") {
    CHECK(
        lines_of(directory_of(
            {{"", "x", "en", {zte, huawei}}, {"", "x", "en", {zte, hunt}}, {"", "x", "en", {}}})) ==
        "org zte 2, org huawei 1, official jeremy-hunt 1");
    CHECK(lines_of(directory_of({})).empty());
}

TEST_CASE("a person who is an official in some articles only is one, under the commoner name") {
    const auto directory = directory_of({{"", "x", "en", {hunt_before}},
                                         {"", "x", "en", {hunt_before}},
                                         {"", "x", "en", {hunt}},
                                         {"", "x", "en", {huawei}}});
    CHECK(lines_of(directory) == "official jeremy-hunt 3, org huawei 1");
    CHECK(directory.entries()[0].name == "J. Hunt");
    CHECK_FALSE(directory.entries()[0].is_always_official);
    CHECK(directory_of({{"", "x", "en", {hunt}}}).entries()[0].is_always_official);
    CHECK(directory.counts(tests::documents_up_to(3)) == std::vector<std::uint32_t>{3, 0});
}

TEST_CASE("an organisation and a person of one id stay apart") {
    const auto directory =
        directory_of({{"", "x", "en", {jordan, of_jordan}}, {"", "x", "en", {of_jordan}}});
    CHECK(lines_of(directory) == "person ~jordan 2, org ~jordan 1");
    CHECK(directory.entry("~jordan")->kind == "person");
    CHECK(directory.entry("~jordan", "org")->name == "Jordan plc");
    CHECK(directory.entry("~jordan", "official")->kind == "person");
    CHECK(directory.entry("jordan") == nullptr);
    CHECK(directory.counts(tests::documents_up_to(1)) == std::vector<std::uint32_t>{1, 1});
}

}  // namespace nutgraf::tests::in_entity_directory_test
