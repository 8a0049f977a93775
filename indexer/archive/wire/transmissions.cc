#include "indexer/archive/wire/transmissions.h"

#include "indexer/archive/archive_reader.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/wire/control_characters.h"

#include <algorithm>

namespace nutgraf::archive {

namespace {

constexpr std::size_t max_header_part = std::size_t{16} * 1024;
constexpr std::size_t max_trailer_part = 1024;

/// Whether bytes between two transmissions are what lines and teleprinters put there.
bool is_filling(std::string_view bytes) {
    std::string words;
    for (const char c : bytes)
        if (c > ' ' && c != control::delete_character) words.push_back(c);
    for (const std::string_view mark : {"NNNN", "ZCZC"})
        if (words.starts_with(mark)) words.erase(0, mark.size());
    return words.empty();
}

}  // namespace

std::optional<Transmission> Transmissions::next() {
    Transmission found;
    pass_over(found);
    if (!take_end(control::start_of_heading))
        return found.stray_bytes > 0 ? std::optional(found) : std::nullopt;
    found.line = line_;
    constexpr std::string_view inner = "\x01\x02\x03\x04";
    constexpr std::string_view ends = "\x01\x03\x04";
    found.is_too_long = !take_part(inner, found.header, max_header_part);
    found.has_text = take_end(control::start_of_text);
    // Twice as much as an article may have: there are line ends and spaces to lose.
    if (found.has_text && !take_part(ends, found.text, 2 * max_article_bytes))
        found.is_too_long = true;
    found.has_end = take_end(control::end_of_text);
    // Some lines never send the end of the transmission, and fill up to the next with SYN.
    if (found.has_end)
        found.is_followed_badly = !take_part("\x01\x04\x16", found.trailer, max_trailer_part);
    take_end(control::end_of_transmission);
    return found;
}

/// Goes to the next SOH.
void Transmissions::pass_over(Transmission& found) {
    const std::uint64_t begin = window_.offset();
    std::string passed;
    take_part("\x01", passed, max_header_part);
    if (is_filling(passed)) return;
    found.stray_begin = begin;
    found.stray_bytes = window_.offset() - begin;
}

/// Moves to the next of some bytes, or to the end; false when that is more than fits.
bool Transmissions::take_part(std::string_view ends, std::string& part, std::size_t most) {
    bool fits = true;
    while (window_.has(1)) {
        const auto end = window_.view().find_first_of(ends);
        const std::string_view bytes =
            window_.take(end == std::string_view::npos ? window_.view().size() : end);
        count_lines(bytes);
        const std::size_t room = most - part.size();
        fits = fits && bytes.size() <= room;
        part += bytes.substr(0, room);
        if (end != std::string_view::npos) break;
    }
    return fits;
}

bool Transmissions::take_end(char end) {
    if (!window_.begins(std::string_view(&end, 1))) return false;
    window_.take(1);
    return true;
}

void Transmissions::count_lines(std::string_view bytes) {
    line_ += static_cast<std::uint64_t>(std::ranges::count(bytes, '\n'));
}

}  // namespace nutgraf::archive
