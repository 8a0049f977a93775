#include "searchd/search/story_view.h"

#include "analyzers/text/tokenizer.h"
#include "indexer/index/known_day.h"
#include "indexer/index/schema.h"
#include "indexer/index/story.h"
#include "indexer/index/terms.h"
#include "searchd/search/searcher.h"

#include <algorithm>
#include <utility>

namespace nutgraf::search {

namespace {

StoryCopy copy_of(archive::Article article, std::string lang) {
    StoryCopy copy;
    copy.words = analyzers::tokenise(archive::text_of(article)).size();
    copy.key = archive::key_of(article.id);
    copy.id = std::move(article.id);
    copy.url = std::move(article.url);
    copy.title = std::move(article.title);
    copy.source = std::move(article.source);
    copy.byline = std::move(article.byline);
    copy.published = std::move(article.published);
    copy.lang = std::move(lang);
    return copy;
}

/// The last of some keys whose article is dated; the last where none is.
std::string latest_dated(const Xapian::Database& database, const std::vector<std::string>& keys) {
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        const auto posting = database.postlist_begin(index::key_term(*key));
        if (!index::known_day(database.get_document(*posting)).empty()) return *key;
    }
    return keys.back();
}

/// Which of some copies has a key or an id.
std::optional<std::size_t> copy_named(const std::vector<StoryCopy>& copies,
                                      const std::string& name) {
    const auto found = std::ranges::find_if(
        copies, [&](const StoryCopy& copy) { return copy.key == name || copy.id == name; });
    if (found == copies.end()) return std::nullopt;
    return static_cast<std::size_t>(found - copies.begin());
}

/// Which two copies are to be compared, their texts yet to be; empty where one is not there.
std::optional<StoryDiff> compared(const StoryRequest& request,
                                  const std::vector<StoryCopy>& copies) {
    const auto before = request.before.empty() ? 0 : copy_named(copies, request.before);
    if (!before) return std::nullopt;
    const std::size_t latest = *before == copies.size() - 1 ? 0 : copies.size() - 1;
    const auto after = request.after.empty() ? latest : copy_named(copies, request.after);
    if (!after) return std::nullopt;
    return StoryDiff{*before, *after, {}};
}

}  // namespace

std::optional<StoryView> Searcher::story(const StoryRequest& request) {
    return reader_.from_one_state([&]() -> std::optional<StoryView> {
        std::string key = index::key_in_story_id(request.id);
        if (key.empty() || !reader_.find(key)) key = archive::key_of(request.id);
        const std::vector<std::string> keys = index::keys_with(reader_.database(), key);
        if (keys.empty()) return std::nullopt;
        StoryView view{index::story_id(keys.front()), reader_.sequence(), {}, 0, {}, 0, {}};
        const auto text_of_copy = [&](std::size_t copy) {
            const auto document = reader_.find(keys[copy]);
            return archive::text_of(reader_.article(document.value()).article);
        };
        for (const std::string& one : keys) {
            if (view.copies.size() == shown_copies) break;
            index::StoredArticle stored = reader_.article(reader_.find(one).value());
            view.copies.push_back(copy_of(std::move(stored.article), std::move(stored.lang)));
            if (view.copies.back().words > view.copies[view.longest].words)
                view.longest = view.copies.size() - 1;
        }
        view.more = keys.size() - view.copies.size();
        view.latest = latest_dated(reader_.database(), keys);
        if (keys.size() == 1 && request.before.empty() && request.after.empty()) return view;
        view.diff = compared(request, view.copies);
        if (!view.diff) return std::nullopt;
        view.diff->rows =
            text_diff(text_of_copy(view.diff->before), text_of_copy(view.diff->after));
        return view;
    });
}

void Searcher::list_copies(Hit& hit) {
    if (hit.story.copies == 0) return;
    for (const std::string& key : index::keys_with(reader_.database(), hit.key)) {
        if (key == hit.key) continue;
        if (hit.story.lines.size() == listed_copies) return;
        archive::Article copy = reader_.article(reader_.find(key).value()).article;
        hit.story.lines.push_back(
            {key, std::move(copy.title), std::move(copy.source), std::move(copy.published)});
    }
}

}  // namespace nutgraf::search
