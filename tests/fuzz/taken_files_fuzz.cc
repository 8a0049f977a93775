#include "base/error.h"
#include "base/file.h"
#include "indexer/archive/article.h"
#include "indexer/taken_files.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/scratch.h"

using namespace nutgraf;
using nutgraf::tests::require;

/// Any bytes as the list of a watched folder are read, and gone on with: what is taken then is
/// remembered.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const tests::Scratch folder;
    const auto watched = folder.path() / "in";
    const auto list = folder.path() / ("watched-" + archive::key_of(watched.string()) + ".list");
    replace_file(list, tests::text_from(data, size));
    const indexer::TakenFile file{list, *indexer::stamp_of(list)};
    {
        indexer::TakenFiles taken(folder.path(), watched);
        taken.add({file});
    }
    const indexer::TakenFiles taken(folder.path(), watched);
    require(taken.has(file), "what was taken is remembered");
    return 0;
}
