#include "base/error.h"
#include "indexer/archive/byte_source.h"
#include "tests/fuzz/memory_source.h"
#include "tests/fuzz/promise.h"

#include <array>

using namespace nutgraf;
using nutgraf::tests::require;

/// Any bytes are themselves, or unpacked to their end, or a failure with its reason.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = tests::text_from(data, size);
    try {
        const auto source =
            archive::decompressed(std::make_unique<tests::MemorySource>(bytes), "the name");
        std::array<char, 5000> buffer{};
        while (const std::size_t count = source->read(buffer))
            require(count <= buffer.size(), "no more is given than there is room for");
        require(source->read(buffer) == 0, "it stays at its end");
    } catch (const Error& error) {
        require(*error.what() != '\0', "a failure has a reason");
    }
    return 0;
}
