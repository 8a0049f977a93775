#pragma once

#include "indexer/archive/open_archive.h"

#include <cstddef>
#include <filesystem>
#include <utility>
#include <variant>
#include <vector>

namespace nutgraf::tests {

/// The articles of the archive files below a path, at most so many of each file.
inline std::vector<archive::Article> articles_below(const std::filesystem::path& path,
                                                    std::size_t most = 100'000) {
    std::vector<archive::Article> articles;
    for (const archive::ArchiveFile& file : archive::archive_files({path})) {
        const auto reader = archive::open_archive(file, {});
        if (!reader) continue;
        for (std::size_t i = 0; i < most; ++i) {
            auto record = (*reader)->next();
            if (!record) break;
            if (auto* article = std::get_if<archive::Article>(&record->outcome))
                articles.push_back(std::move(*article));
        }
    }
    return articles;
}

}  // namespace nutgraf::tests
