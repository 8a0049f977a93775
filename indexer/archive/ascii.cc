#include "indexer/archive/ascii.h"

#include <algorithm>

namespace nutgraf::archive {

namespace {

constexpr std::string_view white_space = " \t\r\n\f\v";

char small_letter(char c) {
    constexpr char distance = 'a' - 'A';
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + distance) : c;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(white_space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), small_letter);
    return lower;
}

bool same_but_case(std::string_view left, std::string_view right) {
    return std::ranges::equal(left, right, {}, small_letter, small_letter);
}

std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        if (white_space.find(c) == std::string_view::npos) {
            line.push_back(c);
        } else if (!line.empty() && line.back() != ' ') {
            line.push_back(' ');
        }
    }
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string_view between(std::string_view text, std::string_view before, std::string_view after) {
    const auto begin = text.find(before);
    if (begin == std::string_view::npos) return {};
    text.remove_prefix(begin + before.size());
    const auto end = text.find(after);
    return end == std::string_view::npos ? std::string_view() : text.substr(0, end);
}

}  // namespace nutgraf::archive
