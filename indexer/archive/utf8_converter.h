#pragma once

#include <string>
#include <string_view>

namespace nutgraf::archive {

/// Turns the bytes of one character set into UTF-8, piece by piece. Not thread-safe: one per
/// thread.
class Utf8Converter {
public:
    /// Whether the system can convert from a set.
    static bool knows(const std::string& charset);

    /// Throws Error for a set it does not know.
    explicit Utf8Converter(const std::string& charset);
    Utf8Converter(const Utf8Converter&) = delete;
    Utf8Converter& operator=(const Utf8Converter&) = delete;
    ~Utf8Converter();

    /// Appends what some bytes say; a character that their end cuts apart waits for the next. Bytes
    /// that mean nothing become U+FFFD, one for one.
    void append(std::string_view bytes, std::string& text);

    /// Appends U+FFFD for a character that never came to its end.
    void finish(std::string& text);

private:
    void* descriptor_;
    std::string cut_;
};

}  // namespace nutgraf::archive
