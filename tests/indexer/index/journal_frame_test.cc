#include "indexer/index/journal_frame.h"

#include "tests/analyzers/text/random_text.h"
#include "tests/indexer/index/bytes.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_journal_frame_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;

namespace {

using Records = std::vector<std::string>;

std::optional<Records> records_of(std::string_view frame) {
    const auto header = decoded_header(frame);
    if (!header) return std::nullopt;
    return decoded_records(*header, frame.substr(frame_header_bytes));
}

}  // namespace

TEST_CASE("a frame gives its records back, and its header says what is in it") {
    const Records batches[] = {
        {"{}"},        {"{\"a\":1}", "{\"b\":2}", "[]"}, {std::string(3'000'000, 'x')},
        {"", "", "x"}, Records(5000, "{\"same\":true}"),
    };
    for (const Records& records : batches) {
        const std::string frame = encoded_frame(1ULL << 40U, records);
        const auto header = decoded_header(frame);
        REQUIRE(header);
        CHECK(header->first_sequence == 1ULL << 40U);
        CHECK(header->records == records.size());
        CHECK(header->compressed_bytes == frame.size() - frame_header_bytes);
        CHECK(records_of(frame) == records);
    }
}

TEST_CASE("a frame with any one bit turned over is no frame") {
    const std::string frame = encoded_frame(7, {"{\"id\":\"1\"}", "{\"id\":\"2\"}"});
    for (std::size_t at = 0; at < frame.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            CAPTURE(at);
            CAPTURE(bit);
            CHECK_FALSE(records_of(flipped(frame, at, bit)));
        }
    }
}

TEST_CASE("a frame cut anywhere is no frame") {
    const std::string frame = encoded_frame(7, {"{\"id\":\"1\"}", "{\"id\":\"2\"}"});
    for (std::size_t size = 0; size < frame.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(records_of(frame.substr(0, size)));
        CHECK(decoded_header(frame.substr(0, size)).has_value() == (size >= frame_header_bytes));
    }
    CHECK_FALSE(records_of(frame + "x"));
}

TEST_CASE("any bytes are a frame or none") {
    for (unsigned seed = 0; seed < 2000; ++seed) {
        CAPTURE(seed);
        CHECK_FALSE(records_of(random_text(seed)));
        const std::string frame = encoded_frame(1, {"{}"});
        CHECK_FALSE(records_of(frame.substr(0, 12) + random_text(seed)));
    }
}

}  // namespace nutgraf::tests::in_journal_frame_test
