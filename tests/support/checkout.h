#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <stdexcept>

namespace nutgraf::tests {

/// The nearest folder above this program in which there is such a file; throws std::runtime_error
/// when there is none. Nothing of the path is compiled in, so that checkouts share what they
/// compile.
inline std::filesystem::path folder_with(const std::filesystem::path& file) {
    std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    while (!std::filesystem::exists(folder / file)) {
        if (!folder.has_relative_path())
            throw std::runtime_error("No folder above this program has " + file.string() + ".");
        folder = folder.parent_path();
    }
    return folder;
}

/// The root of this checkout.
inline std::filesystem::path checkout() {
    return folder_with("corpus/judgements.tsv");
}

/// The reference material outside the project; empty where it is absent.
inline std::optional<std::filesystem::path> reference() {
    const char* const given = std::getenv("NUTGRAF_REFERENCE");
    std::filesystem::path folder = given != nullptr ? given : checkout().parent_path() / "shared";
    if (!std::filesystem::is_directory(folder)) return {};
    return folder;
}

}  // namespace nutgraf::tests
