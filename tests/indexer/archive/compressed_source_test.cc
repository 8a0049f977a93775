#include "indexer/archive/compressed_source.h"

#include "tests/indexer/archive/byte_sources.h"
#include "tests/indexer/archive/compressed.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>
#include <lzma.h>

#include <cstdint>
#include <stdexcept>

namespace nutgraf::tests::in_compressed_source_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using namespace nutgraf::tests;

namespace {

/// One stream of xz, with a dictionary of so many bytes.
std::string xz_stream(const std::string& text, std::uint32_t dictionary = 1U << 20U) {
    lzma_options_lzma options{};
    lzma_lzma_preset(&options, 0);
    options.dict_size = dictionary;
    lzma_filter filters[] = {{LZMA_FILTER_LZMA2, &options}, {LZMA_VLI_UNKNOWN, nullptr}};
    std::string bytes(lzma_stream_buffer_bound(text.size()), '\0');
    std::size_t size = 0;
    if (lzma_stream_buffer_encode(filters, LZMA_CHECK_CRC64, nullptr,
                                  reinterpret_cast<const std::uint8_t*>(text.data()), text.size(),
                                  reinterpret_cast<std::uint8_t*>(bytes.data()), &size,
                                  bytes.size()) != LZMA_OK)
        throw std::runtime_error("The text could not be compressed.");
    bytes.resize(size);
    return bytes;
}

/// What was read of a source up to its end or its failure.
struct Reading {
    std::string text;
    std::string failure;
};

Reading reading(ByteSource& source, std::size_t buffer_bytes = 4096) {
    Reading read;
    std::string buffer(buffer_bytes, '\0');
    read.failure = failure([&] {
        while (const std::size_t count = source.read(buffer)) read.text.append(buffer, 0, count);
    });
    return read;
}

Reading xz_reading(const std::string& bytes, std::size_t buffer_bytes = 4096) {
    return reading(*xz_source(std::make_unique<TextSource>(bytes, 1000), "a.xz"), buffer_bytes);
}

}  // namespace

TEST_CASE("xz is read in pieces of any size, several streams and what pads them too") {
    const std::string large = compressible_text(1'000'000);
    struct Case {
        std::string name, bytes, expected;
    };
    const Case cases[] = {
        {"one", xz_stream(large), large},
        {"nothing", xz_stream(""), ""},
        {"several", xz_stream("a") + xz_stream("") + xz_stream(large) + xz_stream("b"),
         "a" + large + "b"},
        {"padded", xz_stream("a") + std::string(8, '\0') + xz_stream("b"), "ab"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        for (const std::size_t buffer_bytes : {1U, 4096U, 1U << 20U}) {
            const Reading read = xz_reading(c.bytes, buffer_bytes);
            CHECK(read.text == c.expected);
            CHECK(read.failure == "");
        }
    }
}

TEST_CASE("xz that is cut, altered or followed by rubbish is an error with its name") {
    const std::string text = compressible_text(200);
    const std::string whole = xz_stream(text);
    for (std::size_t size = 6; size < whole.size(); ++size) {
        CAPTURE(size);
        const Reading read = xz_reading(whole.substr(0, size));
        CHECK(text.starts_with(read.text));
        CHECK(read.failure == "\"a.xz\" is damaged: it ends in the middle of its xz stream.");
    }
    for (std::size_t at = 0; at < whole.size(); ++at) {
        CAPTURE(at);
        std::string bytes = whole;
        bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ 4U);
        CHECK(xz_reading(bytes).failure.starts_with("\"a.xz\" is damaged: "));
    }
    CHECK(xz_reading(whole + "more than enough rubbish").failure ==
          "\"a.xz\" is damaged: its xz stream cannot be read.");
}

TEST_CASE("a stream that would take more than 128 MiB of memory to unpack is refused") {
    const std::string largest = xz_stream("text", std::uint32_t{128} << 20U);
    CHECK(xz_reading(largest).text == "text");
    // The dictionary's size stands in the header, and its sum behind it.
    std::string larger = largest;
    constexpr std::size_t header = 12;
    const std::string lzma2_of_128_mebibytes = "\x21\x01\x1E";
    const std::size_t place = larger.find(lzma2_of_128_mebibytes);
    REQUIRE(place != std::string::npos);
    constexpr char four_gigabytes = 40;
    larger[place + 2] = four_gigabytes;
    const std::size_t header_bytes = (static_cast<unsigned char>(larger[header]) + 1U) * 4;
    const std::uint32_t sum = lzma_crc32(
        reinterpret_cast<const std::uint8_t*>(larger.data()) + header, header_bytes - 4, 0);
    for (std::size_t i = 0; i < 4; ++i)
        larger[header + header_bytes - 4 + i] = static_cast<char>(sum >> (8 * i) & 0xFFU);
    CHECK(xz_reading(larger).failure ==
          "\"a.xz\" is damaged: it takes more than 136 MiB of memory to be read.");
}

TEST_CASE("what grows more than two hundredfold is refused when it has made 16 MiB") {
    constexpr std::size_t mebibyte = std::size_t{1} << 20U;
    using MakeSource =
        std::unique_ptr<ByteSource> (*)(std::unique_ptr<ByteSource>, const std::filesystem::path&);
    struct Case {
        std::string name;
        MakeSource source;
        std::string (*compressed)(const std::string&);
    };
    const Case cases[] = {
        {"a.gz", gzip_source, gzipped},
        {"a.zst", zstd_source, zstd_frame},
        {"a.xz", xz_source, [](const std::string& text) { return xz_stream(text); }},
    };
    const std::string letters(40 * mebibyte, 'a');
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const auto read_of = [&](const std::string& bytes) {
            return reading(*c.source(std::make_unique<TextSource>(bytes), c.name), mebibyte);
        };
        const Reading bomb = read_of(c.compressed(letters));
        CHECK(bomb.failure ==
              "\"" + c.name + "\" grows more than 200-fold; it is built to exhaust a reader.");
        CHECK(bomb.text.size() <= 18 * mebibyte);
        // A small file may be as empty as it likes, and a large one as large.
        CHECK(read_of(c.compressed(letters.substr(0, 15 * mebibyte))).failure == "");
        const std::string text = compressible_text(20 * mebibyte);
        CHECK(read_of(c.compressed(text)).text == text);
    }
}

}  // namespace nutgraf::tests::in_compressed_source_test
