#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace nutgraf::archive {

/// The largest reference that is looked for, from its ampersand to its semicolon.
constexpr std::size_t max_reference_bytes = 40;

/// What the names of a document's own declarations stand for.
using DeclaredTexts = std::map<std::string, std::string, std::less<>>;

/// A reference of XML or HTML, and what to write in its place.
struct Reference {
    std::size_t size = 0;  ///< Bytes of the text that it takes; 0 when there is none.
    std::string mended;    ///< Escaped for XML.
};

/// The reference at the beginning of a text that begins with "&".
Reference reference_at(std::string_view text, const DeclaredTexts& declared);

/// Remembers the short plain texts that the inside of a document type declares. Anything that is
/// outside the file, refers to something else or is long is passed over.
void read_declarations(std::string_view doctype, DeclaredTexts& declared);

/// The character that a C1 control stands for in text that was taken for Latin-1; others as they
/// are.
char32_t as_windows_1252(char32_t code_point);

/// Text as it is written inside an element.
std::string escaped_xml(std::string_view text);

}  // namespace nutgraf::archive
