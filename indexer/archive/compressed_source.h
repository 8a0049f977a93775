#pragma once

#include "indexer/archive/byte_source.h"
#include "indexer/archive/growth.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::archive {

/// A stream that another one was compressed to: what the kinds of compression share. One that grows
/// more than two hundredfold ends with an Error. Not thread-safe: one per thread.
class CompressedSource : public ByteSource {
public:
    /// The name is for complaints.
    CompressedSource(std::unique_ptr<ByteSource> compressed, const std::filesystem::path& name);

    std::size_t read(std::span<char> buffer) final;

protected:
    /// As `read`, of this kind of compression.
    virtual std::size_t unpack(std::span<char> buffer) = 0;

    /// The next compressed bytes, empty at their end; valid until the next call.
    std::span<char> next_input();

    /// Throws Error: the file is damaged, for this reason.
    [[noreturn]] void fail(std::string_view reason) const;

private:
    std::unique_ptr<ByteSource> compressed_;
    std::string name_;
    std::vector<char> input_;
    Growth growth_;
};

// A kind each; all begin with the first byte of the file, and take several streams one behind the
// other. Throw Error where their library cannot be started.

/// Gzip (RFC 1952).
std::unique_ptr<ByteSource> gzip_source(std::unique_ptr<ByteSource> compressed,
                                        const std::filesystem::path& name);

/// Zstandard (RFC 8878), of windows up to 128 MiB.
std::unique_ptr<ByteSource> zstd_source(std::unique_ptr<ByteSource> compressed,
                                        const std::filesystem::path& name);

/// xz, of dictionaries up to 128 MiB.
std::unique_ptr<ByteSource> xz_source(std::unique_ptr<ByteSource> compressed,
                                      const std::filesystem::path& name);

}  // namespace nutgraf::archive
