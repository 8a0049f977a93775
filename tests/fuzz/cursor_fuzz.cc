#include "searchd/search/paging.h"
#include "tests/fuzz/promise.h"

using namespace nutgraf;
using nutgraf::tests::require;

/// Any bytes are no cursor, or the very text of the position they say.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = tests::text_from(data, size);
    if (const auto position = search::position_in(bytes))
        require(search::to_cursor(*position) == bytes, "a cursor is what its position prints as");
    return 0;
}
