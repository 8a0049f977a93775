#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::tests {

/// How an annotated place counts.
enum class Tier : std::uint8_t {
    name,         ///< Must be found.
    description,  ///< "the company": must be found, and is counted apart.
    optional,     ///< May be found or not.
};

struct Annotation {
    std::uint32_t begin = 0;  ///< Bytes, [begin, end).
    std::uint32_t end = 0;
    bool is_organisation = false;
    Tier tier = Tier::name;
    std::string id;  ///< Of the gazetteer; empty: not in it.
};

/// A text of tests/analyzers/entities/texts, annotated by hand.
///
/// The first line is the date. Annotated is as in "[Huawei](o:huawei) sued": `o` an organisation,
/// `p` a person, then the id where the gazetteer has one; `~` before a description, `?` before what
/// may be found or not.
struct AnnotatedText {
    std::string name;  ///< Of the file, without extension; it begins with the language.
    std::string published;
    std::string text;  ///< Without the annotation.
    std::vector<Annotation> annotations;

    std::string lang() const { return name.substr(0, name.find('-')); }
};

/// Fails the test when the brackets do not match.
AnnotatedText annotated_text(std::string_view name, std::string_view content);

/// Of all files of a folder, by name.
std::vector<AnnotatedText> annotated_texts(const std::filesystem::path& folder);

}  // namespace nutgraf::tests
