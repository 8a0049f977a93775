#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;  // OpenSSL's, which only digest.cc knows.

namespace nutgraf {

/// A SHA-256 value (FIPS 180-4).
using Digest = std::array<std::uint8_t, 32>;

/// The digest of some bytes. Throws Error when the library refuses, which only
/// happens on a machine configured without SHA-256.
Digest sha256(std::string_view bytes);

/// The digest of bytes that come in parts. Throws as `sha256` does. Not thread-safe: one per
/// thread.
class DigestMaker {
public:
    DigestMaker();

    void add(std::string_view bytes);

    /// The digest of all that was added; the maker is then of no further use.
    Digest digest();

private:
    struct Freer {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Freer> context_;
};

/// The code that only who has the key can give a message (RFC 2104, with SHA-256). Throws Error as
/// `sha256` does.
Digest hmac_sha256(std::string_view key, std::string_view message);

/// Whether two texts are equal, in a time that tells nothing of where they differ.
bool are_equal_secrets(std::string_view a, std::string_view b);

/// Lower-case hexadecimal, two digits a byte.
std::string hexadecimal(std::string_view bytes);

/// The digest as bytes, to be stored or compared.
std::string_view bytes_of(const Digest& digest);

}  // namespace nutgraf
