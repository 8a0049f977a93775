#include "base/file.h"
#include "tests/analyzers/entities/compiled.h"
#include "tests/support/checkout.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace nutgraf::tests::in_facts_test {

using namespace nutgraf;
using namespace nutgraf::entities;
using nutgraf::tests::lines_of;

namespace {

namespace fs = std::filesystem;

fs::path folder() {
    return tests::checkout() / "analyzers" / "gazetteers";
}

std::vector<SourceFile> files_of_folder() {
    std::vector<SourceFile> files;
    for (const auto& entry : fs::directory_iterator(folder())) {
        const std::string name = entry.path().filename();
        if (name.ends_with(".ent") || (name.starts_with("lexicon-") && name.ends_with(".tsv")))
            files.push_back({name, read_file(entry.path())});
    }
    return files;
}

}  // namespace

TEST_CASE("the facts that come with the project have no error, and every file is built") {
    const std::string listed = read_file(folder() / "meson.build");
    for (const SourceFile& file : files_of_folder()) {
        CAPTURE(file.name);
        CHECK(listed.find("'" + file.name + "'") != std::string::npos);
    }
    Problems errors = compile(files_of_folder()).problems;
    std::erase_if(errors, [](const Problem& p) { return p.severity == Severity::warning; });
    CHECK(lines_of(errors) == "");
}

TEST_CASE("the gazetteer of the build is that of the facts") {
    const Gazetteer built(tests::folder_with("bin/entities.bin") / "bin/entities.bin");
    const Gazetteer now = tests::gazetteer_of(files_of_folder());
    CHECK(built.fingerprint() == now.fingerprint());
    CHECK(built.size(Table::entity) > 0);
}

}  // namespace nutgraf::tests::in_facts_test
