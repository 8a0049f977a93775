#include "searchd/search/similar.h"

#include "searchd/search/likeness_query.h"
#include "searchd/search/ranking.h"
#include "searchd/search/searcher.h"
#include "searchd/search/text_runs.h"

#include <algorithm>
#include <utility>

namespace nutgraf::search {

namespace {

/// Beside the hits wanted so many are looked at, to fill the places of near copies.
constexpr std::size_t spare_hits = 40;

/// An article with less of the score that an article has for its own words is no copy of it, and
/// need not be read to know that.
constexpr double least_share_of_copy = 0.5;

/// One thing in common is chance.
constexpr std::size_t least_in_common = 2;

constexpr std::size_t shown_words = 6;
constexpr std::size_t shown_entities = 4;

/// What two articles have in common, as the query's terms say that one of them has.
void add_reasons(SimilarHit& similar, const LikenessQuery& query,
                 const std::vector<std::string>& terms) {
    for (const LikenessQuery::Part& part : query.parts()) {
        const bool is_common = std::ranges::any_of(part.terms, [&](const std::string& term) {
            return std::ranges::find(terms, term) != terms.end();
        });
        if (!is_common) continue;
        if (part.entity)
            similar.entities.push_back(*part.entity);
        else
            similar.words.push_back(part.word);
    }
}

void shorten(SimilarHit& similar) {
    if (similar.words.size() > shown_words) similar.words.resize(shown_words);
    if (similar.entities.size() > shown_entities) similar.entities.resize(shown_entities);
}

double score_of(const Xapian::MSet& matches, Xapian::docid document) {
    for (auto match = matches.begin(); match != matches.end(); ++match)
        if (*match == document) return match.get_weight();
    return 0;
}

}  // namespace

std::optional<SimilarArticles> Searcher::similar(const SimilarRequest& request) {
    return reader_.from_one_state([&]() -> std::optional<SimilarArticles> {
        const auto document = reader_.find(request.id);
        if (!document) return std::nullopt;
        const index::StoredArticle stored = reader_.article(*document);
        SimilarArticles similar;
        similar.id = stored.article.id;
        similar.key = archive::key_of(stored.article.id);
        similar.title = stored.article.title;
        similar.index_uuid = reader_.manifest().uuid;
        similar.revision = reader_.sequence();
        similar.articles = reader_.database().get_doccount();
        add_similar(similar, *document, stored, request);
        return similar;
    });
}

void Searcher::add_similar(SimilarArticles& similar, Xapian::docid document,
                           const index::StoredArticle& stored, const SimilarRequest& request) {
    const Xapian::Database& database = reader_.database();
    const LikenessQuery query(stored, database);
    if (query.parts().empty()) return;
    Xapian::Enquire enquire(database);
    enquire.set_query(with_deadline(query.xapian(), request.deadline));
    set_up_ranking(enquire, Order::relevance);
    const auto wanted = static_cast<Xapian::doccount>(request.limit + spare_hits);
    const Xapian::MSet matches = enquire.get_mset(0, wanted);
    const double own_score = score_of(matches, document);
    const TextRuns runs(archive::text_of(stored.article));
    for (auto match = matches.begin(); match != matches.end(); ++match) {
        if (*match == document || similar.hits.size() == request.limit) continue;
        SimilarHit found;
        add_reasons(
            found, query,
            {enquire.get_matching_terms_begin(match), enquire.get_matching_terms_end(match)});
        if (found.words.size() + found.entities.size() < least_in_common) continue;
        const bool may_be_copy = match.get_weight() >= own_score * least_share_of_copy;
        if (may_be_copy &&
            runs.are_mostly_those_of(archive::text_of(reader_.article(*match).article))) {
            ++similar.copies;
            continue;
        }
        shorten(found);
        found.hit = hit(*match, nullptr);
        found.hit.score = match.get_weight();
        similar.hits.push_back(std::move(found));
    }
}

}  // namespace nutgraf::search
