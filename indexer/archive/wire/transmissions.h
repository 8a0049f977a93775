#pragma once

#include "indexer/archive/byte_window.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::archive {

/// One transmission of an agency, in the parts that its control characters divide it into. The
/// bytes are as they came, in whatever character set.
struct Transmission {
    std::uint64_t line = 0;  ///< Where it begins, counted from 1; 0 when there is none any more.
    std::string header;      ///< Between SOH and STX.
    std::string text;        ///< Between STX and ETX.
    std::string trailer;     ///< Between ETX and EOT, or the next SOH.
    bool has_text = false;   ///< There is an STX.
    bool has_end = false;    ///< There is an ETX.
    bool is_too_long = false;
    bool is_followed_badly = false;  ///< More stands behind it than a trailer is; it is left out.
    std::uint64_t stray_bytes = 0;   ///< Before it, and part of no transmission.
    std::uint64_t stray_begin = 0;   ///< At which byte of the file those begin.
};

/// Cuts a file of wires into transmissions, in bounded memory. What is damaged costs one of them:
/// the next begins at the next SOH. Not thread-safe: one per thread.
class Transmissions {
public:
    explicit Transmissions(std::unique_ptr<ByteSource> bytes) : window_(std::move(bytes)) {}

    /// The next transmission; behind the last, one without a line for bytes that were left; then
    /// nothing. Throws Error when the bytes do.
    std::optional<Transmission> next();

private:
    void pass_over(Transmission& found);
    bool take_part(std::string_view ends, std::string& part, std::size_t most);
    bool take_end(char end);
    void count_lines(std::string_view bytes);

    ByteWindow window_;
    std::uint64_t line_ = 1;
};

}  // namespace nutgraf::archive
