#include "analyzers/entities/compile.h"
#include "analyzers/entities/source_files.h"
#include "indexer/gazetteer/earlier.h"
#include "tests/indexer/gazetteer/known_facts.h"

#include <doctest/doctest.h>

#include <filesystem>

namespace nutgraf::tests::in_reference_test {

using namespace nutgraf;
using namespace nutgraf::gazetteer;

namespace {

struct ReferenceCase {
    std::string kind;
    std::string folder;
    std::vector<std::string> files;
    std::size_t least;  ///< Blocks.
};

std::vector<entities::SourceFile> committed_facts() {
    auto files = entities::read_source_files({tests::checkout() / "analyzers/gazetteers"});
    for (entities::SourceFile& file : files)
        file.name = std::filesystem::path(file.name).filename().string();
    return files;
}

}  // namespace

TEST_CASE("the published files of the reference material are imported and compile") {
    const auto reference = tests::reference();
    if (!reference) {
        MESSAGE("skipped: there is no reference material");
        return;
    }
    const std::vector<ReferenceCase> cases = {
        {"congress",
         "data/gazetteers/us-congress",
         {"legislators-current.yaml", "executive.yaml", "committees-current.yaml",
          "committee-membership-current.yaml"},
         500},
        {"parlgov",
         "data/gazetteers/parlgov/static/data/parlgov-development_csv-utf-8",
         {"country.csv", "party.csv", "party_name_change.csv", "politician_president.csv"},
         1000},
    };
    const auto facts = committed_facts();
    const Known known(facts);
    for (const ReferenceCase& c : cases) {
        CAPTURE(c.kind);
        ImportRequest request{c.kind, {}, {}, {}};
        for (const std::string& file : c.files) {
            request.files.push_back(*reference / c.folder / file);
            if (std::filesystem::exists(request.files.back())) continue;
            MESSAGE("skipped: there is no ", request.files.back().string());
            return;
        }
        const Import done = imported(request, known);
        CHECK(done.refused == 0);
        CHECK(done.assembly.blocks.size() >= c.least);
        auto files = facts;
        files.push_back({"imported.ent", file_of_blocks(done.assembly.blocks, c.kind), 1});
        for (const auto& problem : entities::compile(files).problems) {
            CAPTURE(to_text(problem));
            CHECK(problem.severity == entities::Severity::warning);
        }
    }
}

TEST_CASE("the committed members of the US Congress agree with the published ones") {
    const auto reference = tests::reference();
    const std::filesystem::path file =
        reference.value_or("") / "data/gazetteers/us-congress/legislators-current.yaml";
    if (!reference || !std::filesystem::exists(file)) {
        MESSAGE("skipped: there is no reference material");
        return;
    }
    const Import done = imported({"congress", {file}, {}, {}}, Known(committed_facts()));
    for (const Difference& difference : done.assembly.differences)
        FAIL_CHECK(difference.id, ": ", difference.what, " is ", difference.here, " here and ",
                   difference.there, " there");
}

}  // namespace nutgraf::tests::in_reference_test
