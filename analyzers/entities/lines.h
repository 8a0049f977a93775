#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::entities {

/// A text without the spaces and tabs around it.
inline std::string_view trimmed(std::string_view text) {
    constexpr std::string_view spaces = " \t\r";
    const auto first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

/// The parts of a text between separators; one, the text itself, where there is none.
inline std::vector<std::string_view> parts(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> found;
    std::size_t begin = 0;
    for (auto end = text.find(separator); end != std::string_view::npos;
         end = text.find(separator, begin)) {
        found.push_back(text.substr(begin, end - begin));
        begin = end + separator.size();
    }
    found.push_back(text.substr(begin));
    return found;
}

/// A line of a file as its reader may expect it: in NFC, and of one line also where it had form
/// feeds and the like.
std::string normalised_line(std::string_view raw);

}  // namespace nutgraf::entities
