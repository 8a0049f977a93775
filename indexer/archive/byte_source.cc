#include "indexer/archive/byte_source.h"

#include "base/error.h"
#include "base/file.h"
#include "indexer/archive/compressed_source.h"
#include "indexer/archive/packed/packed_reader.h"
#include "indexer/archive/peeked_source.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace nutgraf::archive {

namespace fs = std::filesystem;

namespace {

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

bool is_gzip(std::string_view beginning) {
    return beginning.starts_with("\x1F\x8B");
}

/// A frame, or one that decoders skip: 0x184D2A50 to 0x184D2A5F (RFC 8878, 3.1).
bool is_zstd(std::string_view beginning) {
    if (beginning.starts_with("\x28\xB5\x2F\xFD")) return true;
    return beginning.size() >= 4 && beginning.substr(1, 3) == "\x2A\x4D\x18" &&
           (static_cast<unsigned char>(beginning[0]) & 0xF0U) == 0x50U;
}

bool is_bzip2(std::string_view beginning) {
    return beginning.starts_with("BZh");
}

bool is_xz(std::string_view beginning) {
    return beginning.starts_with(
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
    if (is_gzip(beginning)) return gzip_source(std::move(peeked), name);
    if (is_zstd(beginning)) return zstd_source(std::move(peeked), name);
    if (is_xz(beginning)) return xz_source(std::move(peeked), name);
    if (is_bzip2(beginning)) return unpacked_stream(std::move(peeked), name.string());
    return peeked;
}

fs::path without_compression_suffix(const fs::path& path) {
    constexpr std::array<std::string_view, 4> suffixes = {".gz", ".zst", ".bz2", ".xz"};
    const bool is_known = std::ranges::find(suffixes, path.extension().string()) != suffixes.end();
    return is_known ? fs::path(path).replace_extension() : path;
}

}  // namespace nutgraf::archive
