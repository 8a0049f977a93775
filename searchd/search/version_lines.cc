#include "searchd/search/version_lines.h"

namespace nutgraf::search {

VersionLines version_lines(const index::ArticleVersions& versions) {
    VersionLines lines{versions.former, versions.since};
    for (const index::FormerVersion& version : versions.kept)
        lines.kept.push_back({index::number_of(versions, lines.kept.size()), version.title,
                              version.updated, version.published, version.seen, version.replaced});
    return lines;
}

}  // namespace nutgraf::search
