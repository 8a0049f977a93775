#include "tests/analyzers/entities/annotated_text.h"

#include "base/file.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace nutgraf::tests {

namespace {

/// Reads what stands in the brackets behind a name: "~o:huawei".
void read_mark(std::string_view mark, Annotation& annotation) {
    if (mark.starts_with('~')) annotation.tier = Tier::description;
    if (mark.starts_with('?')) annotation.tier = Tier::optional;
    if (annotation.tier != Tier::name) mark.remove_prefix(1);
    REQUIRE((mark.starts_with('o') || mark.starts_with('p')));
    annotation.is_organisation = mark.front() == 'o';
    mark.remove_prefix(1);
    if (mark.empty()) return;
    REQUIRE(mark.front() == ':');
    annotation.id = mark.substr(1);
}

}  // namespace

AnnotatedText annotated_text(std::string_view name, std::string_view content) {
    AnnotatedText result;
    result.name = name;
    CAPTURE(result.name);
    const std::size_t line = content.find('\n');
    REQUIRE(line != std::string_view::npos);
    result.published = content.substr(0, line);
    std::string_view rest = content.substr(line + 1);
    while (!rest.empty()) {
        const std::size_t open = rest.find('[');
        result.text += rest.substr(0, open);
        if (open == std::string_view::npos) break;
        const std::size_t middle = rest.find("](", open);
        REQUIRE(middle != std::string_view::npos);
        const std::size_t close = rest.find(')', middle);
        REQUIRE(close != std::string_view::npos);
        Annotation annotation;
        annotation.begin = static_cast<std::uint32_t>(result.text.size());
        result.text += rest.substr(open + 1, middle - open - 1);
        annotation.end = static_cast<std::uint32_t>(result.text.size());
        read_mark(rest.substr(middle + 2, close - middle - 2), annotation);
        result.annotations.push_back(annotation);
        rest.remove_prefix(close + 1);
    }
    return result;
}

std::vector<AnnotatedText> annotated_texts(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        paths.push_back(entry.path());
    std::ranges::sort(paths);
    std::vector<AnnotatedText> texts;
    texts.reserve(paths.size());
    for (const std::filesystem::path& path : paths)
        texts.push_back(annotated_text(path.stem().string(), read_file(path)));
    return texts;
}

}  // namespace nutgraf::tests
