#include "searchd/search/versions_view.h"

#include "indexer/index/as_put.h"
#include "searchd/search/searcher.h"

#include <chrono>
#include <utility>

namespace nutgraf::search {

std::optional<VersionsView> Searcher::versions(const std::string& id_or_key,
                                               const Deadline& deadline) {
    return reader_.from_one_state([&]() -> std::optional<VersionsView> {
        const auto document = reader_.find(id_or_key);
        if (!document) return std::nullopt;
        index::StoredArticle stored = reader_.article(*document);
        VersionsView view{stored.article.id,    archive::key_of(stored.article.id),
                          stored.article.title, stored.lang,
                          reader_.sequence(),   stored.versions.former};
        // Former versions were never without the lines that are learned to be furniture.
        std::string next = archive::text_of(index::as_put(stored));
        VersionLines lines = version_lines(stored.versions);
        view.versions.resize(lines.kept.size());
        for (std::size_t place = lines.kept.size(); place-- > 0;) {
            if (deadline && std::chrono::steady_clock::now() > *deadline)
                throw DeadlineExceeded("Comparing the versions of the article took too long.");
            std::string& text = stored.versions.kept[place].text;
            auto changes = text_diff(text, next);
            next = text;
            view.versions[place] = {std::move(lines.kept[place]), std::move(text),
                                    std::move(changes)};
        }
        return view;
    });
}

}  // namespace nutgraf::search
