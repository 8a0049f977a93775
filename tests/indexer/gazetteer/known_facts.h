#pragma once

#include "analyzers/entities/block_writer.h"
#include "base/file.h"
#include "indexer/gazetteer/import.h"
#include "tests/support/checkout.h"

#include <string>
#include <vector>

namespace nutgraf::tests {

/// Where the small files of each published format lie.
inline std::filesystem::path import_files() {
    return checkout() / "tests/indexer/gazetteer/files";
}

/// The facts that importers are tested against, and a few words.
inline std::vector<entities::SourceFile> small_facts() {
    return {{"facts.ent", read_file(import_files() / "facts.ent")},
            {"lexicon-test.tsv",
             "form\tclass\tlang\tflags\n"
             "steel\tcommon\ten\t\nyoung\tcommon\ten\t\nthe\tcommon\ten\t\ncompany\tcommon\ten\t\n"
             "general\tcommon\ten\t\nmay\tcommon\ten\t\nmay\tambiguous-surname\ten\t\n"}};
}

inline const gazetteer::Known& small_known() {
    static const gazetteer::Known known(small_facts());
    return known;
}

/// What an import of files of `import_files` brings.
inline gazetteer::Import small_import(const std::string& kind,
                                      const std::vector<std::string>& files) {
    gazetteer::ImportRequest request{kind, {}, {}, {}};
    for (const std::string& file : files) request.files.push_back(import_files() / file);
    return imported(request, small_known());
}

/// The block of an id as its file has it; empty when there is none.
inline std::string block_text(const gazetteer::Import& done, const std::string& id) {
    for (const entities::Block& block : done.assembly.blocks)
        if (block.id == id) return to_text(block);
    return {};
}

}  // namespace nutgraf::tests
