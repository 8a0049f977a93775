#pragma once

#include <zlib.h>
#include <zstd.h>

#include <random>
#include <stdexcept>
#include <string>

namespace nutgraf::tests {

/// One gzip member.
inline std::string gzipped(const std::string& text) {
    constexpr int gzip_form = 15 + 16;
    constexpr int default_memory = 8;
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip_form, default_memory,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib could not be started.");
    std::string bytes(deflateBound(&stream, text.size()), '\0');
    std::string input = text;
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    deflate(&stream, Z_FINISH);
    bytes.resize(stream.total_out);
    deflateEnd(&stream);
    return bytes;
}

/// One Zstandard frame, with a checksum as the zstd program writes it.
inline std::string zstd_frame(const std::string& text) {
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    std::string bytes(ZSTD_compressBound(text.size()), '\0');
    bytes.resize(ZSTD_compress2(context, bytes.data(), bytes.size(), text.data(), text.size()));
    ZSTD_freeCCtx(context);
    return bytes;
}

/// Words that neither compress to nothing nor not at all.
inline std::string compressible_text(std::size_t size) {
    std::mt19937 random(7);
    std::string text;
    while (text.size() < size)
        text += std::to_string(random() % 10'000) + (random() % 9 ? " " : "\n");
    text.resize(size);
    return text;
}

}  // namespace nutgraf::tests
