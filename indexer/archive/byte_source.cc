#include "indexer/archive/byte_source.h"

#include "base/error.h"
#include "base/file.h"
#include "indexer/archive/packed/packed_reader.h"
#include "indexer/archive/peeked_source.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <vector>

namespace nutgraf::archive {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t buffer_bytes = std::size_t{256} * 1024;

/// The bytes of a file as they lie on the disk.
class RawSource final : public ByteSource {
public:
    RawSource(fs::path path, OnRead on_read)
        : path_(std::move(path)), on_read_(std::move(on_read)) {
        is_standard_input_ = path_ == "-";
        descriptor_ =
            is_standard_input_ ? STDIN_FILENO : ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor_ == -1) throw Error(system_failure("opened", path_));
    }
    RawSource(const RawSource&) = delete;
    RawSource& operator=(const RawSource&) = delete;
    ~RawSource() override {
        if (!is_standard_input_) ::close(descriptor_);
    }

    std::size_t read(std::span<char> buffer) override {
        ssize_t count = 0;
        do {
            count = ::read(descriptor_, buffer.data(), buffer.size());
        } while (count == -1 && errno == EINTR);
        if (count == -1) throw Error(system_failure("read", path_));
        if (on_read_) on_read_(static_cast<std::size_t>(count));
        return static_cast<std::size_t>(count);
    }

private:
    fs::path path_;
    OnRead on_read_;
    bool is_standard_input_ = false;
    int descriptor_ = -1;
};

/// What both decompressors share: compressed bytes in, and a name for complaints.
class CompressedSource : public ByteSource {
protected:
    CompressedSource(std::unique_ptr<ByteSource> compressed, const fs::path& path)
        : compressed_(std::move(compressed)), name_(path.string()), input_(buffer_bytes) {}

    std::span<char> next_input() { return std::span(input_).first(compressed_->read(input_)); }

    [[noreturn]] void fail(std::string_view reason) const {
        throw Error(fmt::format("\"{}\" is damaged: {}.", name_, reason));
    }

private:
    std::unique_ptr<ByteSource> compressed_;
    std::string name_;
    std::vector<char> input_;
};

/// Gzip, with any number of members one behind the other (RFC 1952).
class GzipSource final : public CompressedSource {
public:
    GzipSource(std::unique_ptr<ByteSource> compressed, const fs::path& path)
        : CompressedSource(std::move(compressed), path) {
        constexpr int gzip_only = 15 + 16;
        if (inflateInit2(&stream_, gzip_only) != Z_OK) throw Error("zlib could not be started.");
    }
    GzipSource(const GzipSource&) = delete;
    GzipSource& operator=(const GzipSource&) = delete;
    ~GzipSource() override { inflateEnd(&stream_); }

    std::size_t read(std::span<char> buffer) override {
        stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream_.avail_out = static_cast<uInt>(buffer.size());
        while (stream_.avail_out == buffer.size()) {
            if (stream_.avail_in == 0 && !refill()) break;
            step();
        }
        return buffer.size() - stream_.avail_out;
    }

private:
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

/// Zstandard, with any number of frames (RFC 8878).
class ZstdSource final : public CompressedSource {
public:
    ZstdSource(std::unique_ptr<ByteSource> compressed, const fs::path& path)
        : CompressedSource(std::move(compressed), path), stream_(ZSTD_createDCtx()) {
        if (stream_ == nullptr) throw Error("Zstandard could not be started.");
    }
    ZstdSource(const ZstdSource&) = delete;
    ZstdSource& operator=(const ZstdSource&) = delete;
    ~ZstdSource() override { ZSTD_freeDCtx(stream_); }

    std::size_t read(std::span<char> buffer) override {
        ZSTD_outBuffer output{buffer.data(), buffer.size(), 0};
        while (output.pos == 0) {
            if (input_.pos == input_.size && !refill()) break;
            wanted_ = ZSTD_decompressStream(stream_, &output, &input_);
            if (ZSTD_isError(wanted_) != 0) fail(ZSTD_getErrorName(wanted_));
        }
        return output.pos;
    }

private:
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

bool is_gzip(std::string_view beginning) {
    return beginning.starts_with("\x1F\x8B");
}

/// A frame, or one that decoders skip: 0x184D2A50 to 0x184D2A5F (RFC 8878, 3.1).
bool is_zstd(std::string_view beginning) {
    if (beginning.starts_with("\x28\xB5\x2F\xFD")) return true;
    return beginning.size() >= 4 && beginning.substr(1, 3) == "\x2A\x4D\x18" &&
           (static_cast<unsigned char>(beginning[0]) & 0xF0U) == 0x50U;
}

bool is_bzip2_or_xz(std::string_view beginning) {
    return beginning.starts_with("BZh") || beginning.starts_with(
                                               "\xFD"
                                               "7zXZ");
}

}  // namespace

std::unique_ptr<ByteSource> open_bytes(const fs::path& path, OnRead on_read) {
    return decompressed(std::make_unique<RawSource>(path, std::move(on_read)), path);
}

std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> bytes, const fs::path& name) {
    auto peeked = std::make_unique<PeekedSource>(std::move(bytes));
    const std::string beginning = peeked->beginning().substr(0, 8);
    if (is_gzip(beginning)) return std::make_unique<GzipSource>(std::move(peeked), name);
    if (is_zstd(beginning)) return std::make_unique<ZstdSource>(std::move(peeked), name);
    if (is_bzip2_or_xz(beginning)) return unpacked_stream(std::move(peeked), name.string());
    return peeked;
}

fs::path without_compression_suffix(const fs::path& path) {
    constexpr std::array<std::string_view, 4> suffixes = {".gz", ".zst", ".bz2", ".xz"};
    const bool is_known = std::ranges::find(suffixes, path.extension().string()) != suffixes.end();
    return is_known ? fs::path(path).replace_extension() : path;
}

}  // namespace nutgraf::archive
