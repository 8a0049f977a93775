#include "searchd/search/versions_view.h"

#include "searchd/search/searcher.h"
#include "tests/searchd/scratch_index.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace nutgraf::tests::in_versions_view_test {

using namespace nutgraf;
using namespace nutgraf::search;
using nutgraf::tests::ScratchIndex;

namespace {

/// "1 One. same changed" a line: number, text, and what became of its paragraphs.
std::string told(const VersionsView& view) {
    std::string lines;
    for (const VersionView& version : view.versions) {
        lines += fmt::format("{} {}", version.line.number, version.text);
        for (const DiffRow& row : version.changes) lines += fmt::format(" {}", name_of(row.kind));
        lines += "\n";
    }
    return lines;
}

}  // namespace

TEST_CASE("each former version is compared with the next, and the last with the present one") {
    const ScratchIndex index;
    for (const char* body : {"Cranes move.", "Cranes move.\nNobody knows.", "Nobody knows."})
        index.add({"1", "Strike", body, ""});
    Searcher searcher(index.path());
    const auto view = searcher.versions("1", {});
    REQUIRE(view);
    CHECK(view->id == "1");
    CHECK(view->title == "Strike");
    CHECK(view->former == 2);
    CHECK(told(*view) == "1 Cranes move. same added\n2 Cranes move.\nNobody knows. removed same\n");
    CHECK(searcher.versions(view->key, {})->versions.size() == 2);
    CHECK(searcher.article("1", "", {})->versions.kept.size() == 2);
}

TEST_CASE(
    "an article that never changed has no former versions, and what is not there none at all") {
    const ScratchIndex index({{"1", "Strike", "Cranes move.", ""}});
    Searcher searcher(index.path());
    CHECK(searcher.versions("1", {})->former == 0);
    CHECK(searcher.versions("1", {})->versions.empty());
    CHECK_FALSE(searcher.versions("nobody", {}));
}

TEST_CASE("comparing versions ends when the time is up") {
    const ScratchIndex index;
    for (const char* body : {"Cranes move.", "Cranes stand."}) index.add({"1", "T", body, ""});
    Searcher searcher(index.path());
    const auto past = std::chrono::steady_clock::now() - std::chrono::seconds(1);
    CHECK(failure([&] { searcher.versions("1", past); }) ==
          "Comparing the versions of the article took too long.");
}

}  // namespace nutgraf::tests::in_versions_view_test
