#pragma once

#include "analyzers/entities/gazetteer.h"
#include "base/expected.h"
#include "indexer/index/held.h"
#include "indexer/index/index_reader.h"
#include "searchd/search/article_list.h"
#include "searchd/search/changes.h"
#include "searchd/search/completions.h"
#include "searchd/search/entity_profile.h"
#include "searchd/search/explanation.h"
#include "searchd/search/highlighter.h"
#include "searchd/search/hit.h"
#include "searchd/search/paging.h"
#include "searchd/search/search_request.h"
#include "searchd/search/similar.h"
#include "searchd/search/similar_request.h"
#include "searchd/search/story_view.h"
#include "searchd/search/timeline.h"
#include "searchd/search/versions_view.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::search {

/// Answers searches over one index. Not thread-safe: one per thread.
///
/// Every call answers from the newest committed state, and one call from one state; when a writer
/// takes the state away in the middle, the call begins again, three times at most. Throws Error
/// when the index cannot be read, DeadlineExceeded when the time is up.
class Searcher {
public:
    /// Borrows the gazetteer by which queries name organisations and people, which must outlive it;
    /// null: such queries are refused. Throws Error when there is no index in the folder.
    explicit Searcher(std::filesystem::path index, const entities::Gazetteer* gazetteer = nullptr);

    Expected<Results, query::QueryError> search(const SearchRequest& request);

    /// The same, and where its hits can be gone on with; with a cursor, the page behind the one it
    /// came with, and the request's offset does not count. Throws CursorRefused.
    Expected<Page, query::QueryError> page(const SearchRequest& request, const std::string& cursor);

    /// Every article that matches a request, whose order, limit and offset do not count. Fails as
    /// `search` does.
    Expected<ArticleList, query::QueryError> list(const SearchRequest& request);

    /// Counts what several searches find by time, side by side; their orders, limits and offsets do
    /// not count. Fails as `search` does; the message then says of which query, where there are
    /// several.
    Expected<TimelineAnswer, query::QueryError> timeline(const std::vector<SearchRequest>& requests,
                                                         const TimelineWish& wish);

    /// The articles most like one; empty when there is no such article.
    std::optional<SimilarArticles> similar(const SimilarRequest& request);

    /// The articles of a list at [begin, begin + count), without marks. One that was replaced since
    /// is given as it is now; those removed are left out. Throws Error when the index was rebuilt.
    std::vector<ArticleView> articles(const ArticleList& list, std::size_t begin,
                                      std::size_t count);

    /// The article with that key or id, marked for a query; an empty text marks nothing. Empty when
    /// there is no such article.
    std::optional<ArticleView> article(const std::string& id_or_key, const std::string& text,
                                       const query::ParseOptions& options);

    /// The former versions of an article by its key or id, and what each of the next ones changed.
    /// Empty when there is no such article.
    std::optional<VersionsView> versions(const std::string& id_or_key, const Deadline& deadline);

    /// A story by its id or that of any of its articles, and how two of its copies differ. Empty
    /// where there is no such story, or one of the two is not of it.
    std::optional<StoryView> story(const StoryRequest& request);

    /// How a search is understood; with an id or key, also how that article fares and why.
    Expected<Explanation, query::QueryError> explain(const SearchRequest& request,
                                                     const std::string& id_or_key);

    /// By which queries name organisations and people; null when there is none.
    const entities::Gazetteer* gazetteer() const { return gazetteer_; }

    /// What a query that is being typed may become: at most `limit`, the likeliest first of each
    /// kind. Empty for a blank text.
    std::vector<Completion> completions(const std::string& text, std::size_t limit);

    /// The organisations and people that a name, a role or the beginning of one stands for, or all
    /// that articles name. Of a large index a name that no gazetteer has may be found by its
    /// beginning only some changes after it came in. The cost is linear in how many the index
    /// names.
    EntityList entity_list(const EntityListRequest& request);

    /// What there is to read about one; empty for an id that neither the gazetteer has nor any
    /// article. At most `profile_articles + profile_sayings` articles are read for it; the rest is
    /// counting, linear in the articles that name it and in how many others the index names.
    std::optional<EntityProfile> entity_profile(const EntityProfileRequest& request);

    /// The state a search would be answered from now.
    IndexState state();

    /// The articles that match a request and were changed within a range, in the order of their
    /// changes; the request's order, limit and offset do not count. Fails as `search` does.
    Expected<ChangedHits, query::QueryError> matches_between(const SearchRequest& request,
                                                             const ChangeRange& range);

    /// The sequence before the first change that the index took in at an instant or later and still
    /// holds; that of the last change where there is none. `instant` is not before 1970.
    std::uint64_t sequence_before(std::chrono::sys_seconds instant);

    /// Those of some articles that the index does not hold, by their ids.
    std::vector<std::string> missing(const std::vector<std::string>& ids);

    /// What hides an article, by its key or id; empty where nothing does.
    std::optional<index::HeldArticle> held(const std::string& id_or_key);

    /// Every article that a notice hides.
    std::vector<index::HeldArticle> all_held();

private:
    Expected<Page, query::QueryError> answer(const SearchRequest& request,
                                             const std::string& cursor);
    static ArticleView view_of(const index::StoredArticle& stored);
    /// Without marks where there is no highlighter.
    Hit hit(Xapian::docid document, Highlighter* highlighter);
    void list_copies(Hit& hit);
    Xapian::Query ranked_query(const query::Query& query, const Xapian::Query& translated,
                               const SearchRequest& request) const;

    void add_named(EntityProfile& profile, const EntityProfileRequest& request);
    void add_sayings(EntityProfile& profile, const Deadline& deadline);
    void append_sayings(EntityProfile& profile, Xapian::docid document);

    void add_similar(SimilarArticles& similar, Xapian::docid document,
                     const index::StoredArticle& stored, const SimilarRequest& request);
    void add_corrections(Results& results, const SearchRequest& request) const;
    std::vector<Completion> headlines(const Typed& typed);

    SearchRequest with_gazetteer(SearchRequest request) const;

    index::IndexReader reader_;
    const entities::Gazetteer* gazetteer_;
};

}  // namespace nutgraf::search
