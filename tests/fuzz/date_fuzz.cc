#include "base/date.h"
#include "indexer/archive/article_date.h"
#include "tests/fuzz/promise.h"

using namespace nutgraf;

/// Any bytes are a date that ISO 8601 can say, or none.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (const auto iso = archive::iso_8601_of(tests::text_from(data, size)))
        tests::require(parse_day_span(*iso).has_value(), "what is read is a date");
    return 0;
}
