#include "indexer/archive/compressed_source.h"

#include "base/error.h"

#include <fmt/format.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <cstdint>

namespace nutgraf::archive {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t input_bytes = std::size_t{256} * 1024;
constexpr std::uint64_t max_fold_of_stream = 200;

class GzipSource final : public CompressedSource {
public:
    GzipSource(std::unique_ptr<ByteSource> compressed, const fs::path& name)
        : CompressedSource(std::move(compressed), name) {
        constexpr int gzip_only = 15 + 16;
        if (inflateInit2(&stream_, gzip_only) != Z_OK) throw Error("zlib could not be started.");
    }
    GzipSource(const GzipSource&) = delete;
    GzipSource& operator=(const GzipSource&) = delete;
    ~GzipSource() override { inflateEnd(&stream_); }

private:
    std::size_t unpack(std::span<char> buffer) override {
        stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream_.avail_out = static_cast<uInt>(buffer.size());
        while (stream_.avail_out == buffer.size()) {
            if (stream_.avail_in == 0 && !refill()) break;
            step();
        }
        return buffer.size() - stream_.avail_out;
    }

    bool refill() {
        const std::span<char> input = next_input();
        if (input.empty() && is_inside_member_) fail("it ends in the middle of its gzip stream");
        stream_.next_in = reinterpret_cast<Bytef*>(input.data());
        stream_.avail_in = static_cast<uInt>(input.size());
        return !input.empty();
    }

    void step() {
        is_inside_member_ = true;
        const int result = inflate(&stream_, Z_NO_FLUSH);
        if (result == Z_STREAM_END) {
            is_inside_member_ = false;
            inflateReset(&stream_);
        } else if (result != Z_OK && result != Z_BUF_ERROR) {
            fail(stream_.msg != nullptr ? stream_.msg : "its gzip stream cannot be read");
        }
    }

    z_stream stream_{};
    bool is_inside_member_ = false;
};

class ZstdSource final : public CompressedSource {
public:
    ZstdSource(std::unique_ptr<ByteSource> compressed, const fs::path& name)
        : CompressedSource(std::move(compressed), name), stream_(ZSTD_createDCtx()) {
        if (stream_ == nullptr) throw Error("Zstandard could not be started.");
    }
    ZstdSource(const ZstdSource&) = delete;
    ZstdSource& operator=(const ZstdSource&) = delete;
    ~ZstdSource() override { ZSTD_freeDCtx(stream_); }

private:
    std::size_t unpack(std::span<char> buffer) override {
        ZSTD_outBuffer output{buffer.data(), buffer.size(), 0};
        while (output.pos == 0) {
            if (input_.pos == input_.size && !refill()) break;
            wanted_ = ZSTD_decompressStream(stream_, &output, &input_);
            if (ZSTD_isError(wanted_) != 0) fail(ZSTD_getErrorName(wanted_));
        }
        return output.pos;
    }

    bool refill() {
        const std::span<char> bytes = next_input();
        if (bytes.empty() && wanted_ != 0) fail("it ends in the middle of its Zstandard frame");
        input_ = {bytes.data(), bytes.size(), 0};
        return !bytes.empty();
    }

    ZSTD_DCtx* stream_ = nullptr;
    ZSTD_inBuffer input_{nullptr, 0, 0};
    std::size_t wanted_ = 0;  // 0 between frames.
};

class XzSource final : public CompressedSource {
public:
    XzSource(std::unique_ptr<ByteSource> compressed, const fs::path& name)
        : CompressedSource(std::move(compressed), name) {
        if (lzma_stream_decoder(&stream_, max_memory_bytes, LZMA_CONCATENATED) != LZMA_OK)
            throw Error("liblzma could not be started.");
    }
    XzSource(const XzSource&) = delete;
    XzSource& operator=(const XzSource&) = delete;
    ~XzSource() override { lzma_end(&stream_); }

private:
    // A dictionary of 128 MiB, and the little beside it.
    static constexpr std::uint64_t max_memory_bytes = std::uint64_t{136} << 20U;

    std::size_t unpack(std::span<char> buffer) override {
        stream_.next_out = reinterpret_cast<std::uint8_t*>(buffer.data());
        stream_.avail_out = buffer.size();
        while (stream_.avail_out == buffer.size() && !is_at_end_) {
            if (stream_.avail_in == 0 && action_ == LZMA_RUN) refill();
            take_note(lzma_code(&stream_, action_));
        }
        return buffer.size() - stream_.avail_out;
    }

    void refill() {
        const std::span<char> input = next_input();
        stream_.next_in = reinterpret_cast<const std::uint8_t*>(input.data());
        stream_.avail_in = input.size();
        if (input.empty()) action_ = LZMA_FINISH;
    }

    void take_note(lzma_ret result) {
        switch (result) {
            case LZMA_OK:
                return;
            case LZMA_STREAM_END:
                is_at_end_ = true;
                return;
            case LZMA_MEMLIMIT_ERROR:
                fail(fmt::format("it takes more than {} MiB of memory to be read",
                                 max_memory_bytes >> 20U));
            case LZMA_BUF_ERROR:
                fail("it ends in the middle of its xz stream");
            default:
                fail("its xz stream cannot be read");
        }
    }

    lzma_stream stream_ = LZMA_STREAM_INIT;
    lzma_action action_ = LZMA_RUN;
    bool is_at_end_ = false;
};

}  // namespace

CompressedSource::CompressedSource(std::unique_ptr<ByteSource> compressed, const fs::path& name)
    : compressed_(std::move(compressed)),
      name_(name.string()),
      input_(input_bytes),
      growth_{max_fold_of_stream} {}

std::size_t CompressedSource::read(std::span<char> buffer) {
    const std::size_t count = unpack(buffer);
    growth_.unpacked_bytes += count;
    if (growth_.is_too_much())
        throw Error(fmt::format("\"{}\" grows more than {}-fold; it is built to exhaust a reader.",
                                name_, growth_.max_fold));
    return count;
}

std::span<char> CompressedSource::next_input() {
    const std::span<char> input = std::span(input_).first(compressed_->read(input_));
    growth_.packed_bytes += input.size();
    return input;
}

void CompressedSource::fail(std::string_view reason) const {
    throw Error(fmt::format("\"{}\" is damaged: {}.", name_, reason));
}

std::unique_ptr<ByteSource> gzip_source(std::unique_ptr<ByteSource> compressed,
                                        const fs::path& name) {
    return std::make_unique<GzipSource>(std::move(compressed), name);
}

std::unique_ptr<ByteSource> zstd_source(std::unique_ptr<ByteSource> compressed,
                                        const fs::path& name) {
    return std::make_unique<ZstdSource>(std::move(compressed), name);
}

std::unique_ptr<ByteSource> xz_source(std::unique_ptr<ByteSource> compressed,
                                      const fs::path& name) {
    return std::make_unique<XzSource>(std::move(compressed), name);
}

}  // namespace nutgraf::archive
