#pragma once

#include <cstdint>

namespace nutgraf::archive {

/// How much a small file may make, whatever it was made small by: 16 MiB.
constexpr std::uint64_t always_allowed_bytes = std::uint64_t{16} << 20U;

/// How many bytes have been unpacked so far, and of how many. News are packed to a tenth of their
/// size, to a hundredth only where they say the same over and over; what grows beyond is built to
/// exhaust its reader.
struct Growth {
    std::uint64_t max_fold = 0;
    std::uint64_t packed_bytes = 0;
    std::uint64_t unpacked_bytes = 0;

    /// Whether it has grown beyond what is allowed.
    bool is_too_much() const {
        return unpacked_bytes > always_allowed_bytes && unpacked_bytes / max_fold > packed_bytes;
    }
};

}  // namespace nutgraf::archive
