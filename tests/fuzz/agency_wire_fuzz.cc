#include "tests/fuzz/records.h"

using namespace nutgraf;

/// Any bytes are wires whose transmissions are articles, or refused with a reason.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    tests::read_as(archive::Format::wire, tests::text_from(data, size));
    return 0;
}
