#pragma once

#include "indexer/index/article_versions.h"
#include "searchd/search/text_diff.h"
#include "searchd/search/version_lines.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nutgraf::search {

/// A former version of an article, and what the next one changed in it.
struct VersionView {
    VersionLine line;
    std::string text;
    std::vector<DiffRow> changes;  ///< From its text to the next version's, or the present one's.
};

/// What there is to read about the former versions of an article.
struct VersionsView {
    std::string id;
    std::string key;
    std::string title;  ///< The present one.
    std::string lang;
    std::uint64_t revision = 0;              ///< Of the index.
    std::uint64_t former = 0;                ///< How many there ever were, those not kept included.
    std::vector<VersionView> versions = {};  ///< Those that are kept, the latest last.
};

}  // namespace nutgraf::search
