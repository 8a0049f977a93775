#pragma once

#include "analyzers/entities/compile.h"
#include "analyzers/entities/gazetteer.h"
#include "tests/base/scratch_folder.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests {

/// A gazetteer of the few facts that a test writes down, in the format of
/// analyzers/gazetteers/README.md. Of the lexicons it has the organisation suffix "plc" and the
/// rows that a test adds, "said<TAB>say-verb<TAB>en".
class SmallGazetteer {
public:
    explicit SmallGazetteer(const std::string& facts, const std::string& rows = "")
        : gazetteer_(compiled(facts, rows)) {}

    const entities::Gazetteer& gazetteer() const { return gazetteer_; }

private:
    std::filesystem::path compiled(const std::string& facts, const std::string& rows) {
        const std::string lexicon = "form\tclass\tlang\tflags\nplc\torg-suffix\ten\tlegal\n" + rows;
        const auto result =
            entities::compile({{"facts.ent", facts}, {"lexicon-suffixes.tsv", lexicon}});
        for (const auto& problem : result.problems) MESSAGE(entities::to_text(problem));
        REQUIRE_FALSE(result.bytes.empty());
        return folder_.write("entities.bin", result.bytes);
    }

    ScratchFolder folder_;
    entities::Gazetteer gazetteer_;
};

}  // namespace nutgraf::tests
