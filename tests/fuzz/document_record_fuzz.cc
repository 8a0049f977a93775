#include "base/error.h"
#include "indexer/index/document_record.h"
#include "tests/fuzz/promise.h"

#include <zstd.h>

using namespace nutgraf;
using namespace nutgraf::index;
using nutgraf::tests::require;

namespace {

RecordCodec codec;

void try_record(std::string_view data) {
    StoredArticle stored;
    try {
        stored = codec.decoded(data);
    } catch (const Error&) {
        return;
    }
    require(codec.decoded(codec.encoded(stored)) == stored, "what is decoded can be stored again");
}

}  // namespace

/// Any bytes are a record, or damaged: as they stand, and as the fields of a whole frame.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = tests::text_from(data, size);
    try_record(bytes);
    static const char version = codec.encoded({}).front();
    std::string record(1 + ZSTD_compressBound(size), version);
    const std::size_t compressed =
        ZSTD_compress(record.data() + 1, record.size() - 1, bytes.data(), size, 1);
    require(ZSTD_isError(compressed) == 0, "Zstandard compresses");
    record.resize(1 + compressed);
    try_record(record);
    return 0;
}
