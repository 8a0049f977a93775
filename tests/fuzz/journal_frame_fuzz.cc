#include "indexer/index/journal_frame.h"
#include "tests/fuzz/promise.h"

using namespace nutgraf;
using namespace nutgraf::index;
using nutgraf::tests::require;

/// Any bytes are a frame that we wrote, or none; and any text comes back from a frame.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = tests::text_from(data, size);
    if (const auto header = decoded_header(bytes)) {
        const std::string_view compressed = bytes.substr(frame_header_bytes);
        if (const auto records = decoded_records(*header, compressed)) {
            require(records->size() == header->records, "a frame has as many records as it says");
            require(compressed.size() == header->compressed_bytes, "and as many bytes");
        }
    }
    std::vector<std::string> lines(1);
    for (const char c : bytes) {
        if (c == '\n') {
            lines.emplace_back();
        } else {
            lines.back().push_back(c);
        }
    }
    const std::string frame = encoded_frame(size, lines);
    const auto header = decoded_header(frame);
    require(header.has_value(), "a frame has a header");
    require(header->first_sequence == size, "that says where it belongs");
    require(decoded_records(*header, frame.substr(frame_header_bytes)) == lines,
            "a frame gives its records back");
    return 0;
}
