#pragma once

#include <string>
#include <string_view>

namespace nutgraf::archive {

/// Puts pieces of text together as a browser lays them out: white space runs into one space, and
/// none at the ends of lines. Not thread-safe: one per thread.
class TextLayout {
public:
    void add(std::string_view text);
    /// Keeps the white space, as inside `pre`.
    void add_verbatim(std::string_view text);
    void line_break();
    void paragraph_break();
    /// The text so far, without white space around it.
    std::string text() const;

private:
    void flush_breaks();

    std::string text_;
    int line_feeds_ = 0;  // Owed before the next text.
    bool is_space_owed_ = false;
};

}  // namespace nutgraf::archive
