#pragma once

#include <string>
#include <string_view>

namespace nutgraf::archive {

// The keywords of formats are ASCII, whatever the language of the texts between them. Everything
// else passes through these functions as it is. Returned views live as long as what they are of.

/// Without spaces, tabs and line ends around it.
std::string_view trimmed(std::string_view text);

/// With the letters A to Z in their small form.
std::string lower_ascii(std::string_view text);

/// Whether two texts differ in nothing but the case of the letters A to Z.
bool same_but_case(std::string_view left, std::string_view right);

/// Every run of white space as one space, none around: the text on one line.
std::string on_one_line(std::string_view text);

bool is_ascii_digit(char c);
bool is_ascii_letter(char c);

/// What stands between `before` and the next `after`; empty unless both are there.
std::string_view between(std::string_view text, std::string_view before, std::string_view after);

}  // namespace nutgraf::archive
