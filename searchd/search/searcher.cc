#include "searchd/search/searcher.h"

#include "base/date.h"
#include "indexer/index/story.h"
#include "searchd/query/bonus.h"
#include "searchd/query/print.h"
#include "searchd/query/to_xapian.h"
#include "searchd/search/counting.h"
#include "searchd/search/did_you_mean.h"
#include "searchd/search/entity_reasons.h"
#include "searchd/search/ladder.h"
#include "searchd/search/matching.h"
#include "searchd/search/passages.h"
#include "searchd/search/ranking.h"
#include "searchd/search/recency.h"
#include "searchd/search/senses.h"
#include "searchd/search/shared_state.h"
#include "searchd/search/speech_reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace nutgraf::search {

using query::QueryError;

Searcher::Searcher(std::filesystem::path index, const entities::Gazetteer* gazetteer)
    : reader_(std::move(index)), gazetteer_(gazetteer) {}

SearchRequest Searcher::with_gazetteer(SearchRequest request) const {
    request.parse.gazetteer = gazetteer_;
    return request;
}

Expected<Results, QueryError> Searcher::search(const SearchRequest& request) {
    auto page = this->page(request, {});
    if (!page) return Unexpected{page.error()};
    return std::move(page->results);
}

Expected<Page, QueryError> Searcher::page(const SearchRequest& request, const std::string& cursor) {
    return reader_.from_one_state([&] { return answer(with_gazetteer(request), cursor); });
}

Expected<Page, QueryError> Searcher::answer(const SearchRequest& request,
                                            const std::string& cursor) {
    auto parsed = query_of(request);
    if (!parsed) return Unexpected{parsed.error()};
    const Xapian::Database& database = reader_.database();
    const query::Translator translator(database);
    auto translated = translator.translated(parsed->query);
    if (!translated) return Unexpected{translated.error()};

    Results results{std::move(parsed->query), std::move(parsed->notes),
                    std::move(translated->expansions), std::move(parsed->left_out)};
    results.index_uuid = reader_.manifest().uuid;
    results.revision = reader_.sequence();
    results.articles = database.get_doccount();
    count_senses(results.notes, database, request.deadline);
    Xapian::Enquire enquire(database);
    const Order order = effective_order(results.query, request.order);
    const Xapian::Query asked = order == Order::relevance
                                    ? ranked_query(results.query, translated->query, request)
                                    : translated->query;
    enquire.set_query(with_deadline(asked, request.deadline));
    set_up_ranking(enquire, order);
    Pager pager(reader_, results.query, {order, request.rerank, request.collapse});
    pager.go_on_from(cursor);
    const auto matches = pager.matches(enquire, request.offset, request.limit);
    results.total = pager.total();
    results.stories = pager.rows();
    Highlighter highlighter(results.query, translator.languages());
    for (const RankedDocument& match : matches) {
        results.hits.push_back(
            hit(match.document, request.has_marked_hits ? &highlighter : nullptr));
        results.hits.back().score = match.score;
        if (request.has_listed_copies) list_copies(results.hits.back());
    }
    if (asks_for_counts(request)) {
        const auto columns = columns_of(reader_);
        const auto matched = matching_documents(database, translated->query, request.deadline);
        add_counts(results, request, matched, {database, translator, *columns});
    }
    if (request.is_to_be_corrected) {
        add_corrections(results, request);
        if (results.total == 0) results.relaxations = relaxations(request, database);
    }
    return Page{std::move(results), pager.passed(), pager.next()};
}

/// A translated query, which it was translated from, with all that ranks its articles.
Xapian::Query Searcher::ranked_query(const query::Query& query, const Xapian::Query& translated,
                                     const SearchRequest& request) const {
    const Xapian::Database& database = reader_.database();
    const query::Translator translator(database);
    const auto bonus = query::bonus_of(query, {database, translator.languages(), gazetteer_});
    return ranked(translated, bonus, latest_day(database, request.parse.today));
}

/// A search is answered without corrections rather than too late.
void Searcher::add_corrections(Results& results, const SearchRequest& request) const {
    constexpr std::size_t most_corrections = 3;
    constexpr std::size_t most_counts = 6;
    if (results.total >= few_articles) return;
    const auto vocabulary = vocabulary_of(reader_);
    const auto names = names_of(reader_);
    std::vector<std::string> texts = respelt(request.text, results.query, {*vocabulary, *names});
    if (texts.size() > most_counts) texts.resize(most_counts);
    const query::Translator translator(reader_.database());
    std::set<std::string> read;  // What differs in capitals alone asks for the same.
    try {
        for (std::string& text : texts) {
            SearchRequest other = request;
            other.text = std::move(text);
            const auto parsed = query_of(other);
            if (!parsed || !read.insert(query::to_text(parsed->query)).second) continue;
            const auto translated = translator.translated(parsed->query);
            if (!translated) continue;
            const std::uint64_t total =
                matching_documents(reader_.database(), translated->query, request.deadline).size();
            if (total > results.total)
                results.corrections.push_back({std::move(other.text), total});
            if (results.corrections.size() == most_corrections) return;
        }
    } catch (const DeadlineExceeded&) {
        return;
    }
}

std::vector<Completion> Searcher::completions(const std::string& text, std::size_t limit) {
    return reader_.from_one_state([&] {
        const Typed typed(text);
        std::vector<Completion> all = entity_completions(typed, *names_of(reader_));
        std::vector<Completion> headlines = this->headlines(typed);
        const std::size_t taken = std::min(limit, all.size() + headlines.size());
        const auto words = word_completions(typed, *vocabulary_of(reader_), limit - taken);
        all.insert(all.end(), words.begin(), words.end());
        all.insert(all.end(), headlines.begin(), headlines.end());
        if (all.size() > limit) all.resize(limit);
        return all;
    });
}

std::vector<Completion> Searcher::headlines(const Typed& typed) {
    Xapian::Enquire enquire(reader_.database());
    enquire.set_query(headline_query(typed));
    set_up_ranking(enquire, Order::relevance);
    const Xapian::MSet matches = enquire.get_mset(0, most_completed_headlines);
    std::vector<Completion> completions;
    for (auto match = matches.begin(); match != matches.end(); ++match)
        completions.push_back(headline_completion(reader_.article(*match).article.title));
    return completions;
}

Hit Searcher::hit(Xapian::docid document, Highlighter* highlighter) {
    index::StoredArticle stored = reader_.article(document);
    Highlights found;
    Hit hit;
    if (highlighter != nullptr) {
        const std::string text = archive::text_of(stored.article);
        found = highlighter->highlights(stored, text);
        hit.snippets = best_passages(text, found, {.title = stored.article.title});
    }
    archive::Article& article = stored.article;
    hit.key = archive::key_of(article.id);
    hit.id = std::move(article.id);
    hit.url = std::move(article.url);
    hit.title = {std::move(article.title), std::move(found.title)};
    hit.source = std::move(article.source);
    hit.byline = std::move(article.byline);
    hit.published = std::move(article.published);
    hit.lang = std::move(stored.lang);
    hit.entities = std::move(stored.named.entities);
    if (hit.entities.size() > hit_entities) hit.entities.resize(hit_entities);
    hit.story.id = index::story_id(stored.story ? stored.story->story : hit.key);
    if (stored.story)
        hit.story.copies = index::keys_of_story(reader_.database(), stored.story->story).size() - 1;
    return hit;
}

ArticleView Searcher::view_of(const index::StoredArticle& stored) {
    return {archive::key_of(stored.article.id),
            stored.article,
            stored.lang,
            {stored.article.title, {}},
            {archive::text_of(stored.article), {}},
            stored.named.entities,
            stored.named.quotes,
            false,
            {},
            version_lines(stored.versions)};
}

std::optional<ArticleView> Searcher::article(const std::string& id_or_key, const std::string& text,
                                             const query::ParseOptions& options) {
    return reader_.from_one_state([&]() -> std::optional<ArticleView> {
        const auto document = reader_.find(id_or_key);
        if (!document) return std::nullopt;
        const index::StoredArticle stored = reader_.article(*document);
        ArticleView view = view_of(stored);
        query::ParseOptions complete = options;
        complete.gazetteer = gazetteer_;
        complete.words_find_entities = true;
        const auto parsed = query::parse_query(text, complete);
        if (!parsed || text.empty()) return view;
        const query::Translator translator(reader_.database());
        Highlights found =
            Highlighter(parsed->query, translator.languages()).highlights(stored, view.text.text);
        view.title.marks = std::move(found.title);
        view.text.marks = std::move(found.text);
        return view;
    });
}

Expected<Explanation, QueryError> Searcher::explain(const SearchRequest& request,
                                                    const std::string& id_or_key) {
    using Answer = Expected<Explanation, QueryError>;
    return reader_.from_one_state([&]() -> Answer {
        auto parsed = query_of(with_gazetteer(request));
        if (!parsed) return Unexpected{parsed.error()};
        const Xapian::Database& database = reader_.database();
        auto translated = query::Translator(database).translated(parsed->query);
        if (!translated) return Unexpected{translated.error()};
        Explanation explanation{std::move(*parsed), std::move(translated->expansions),
                                translated->query.get_description()};
        count_senses(explanation.parsed.notes, database, request.deadline);
        std::set<std::string> seen;
        for (auto term = translated->query.get_terms_begin();
             term != translated->query.get_terms_end(); ++term)
            if (seen.insert(*term).second)
                explanation.terms.push_back({*term, database.get_termfreq(*term)});
        Xapian::Enquire enquire(database);
        enquire.set_query(with_deadline(
            ranked_query(explanation.parsed.query, translated->query, request), request.deadline));
        set_up_ranking(enquire, Order::relevance);
        const auto everything = database.get_doccount();
        const Xapian::MSet matches =
            enquire.get_mset(0, id_or_key.empty() ? 0 : everything, everything);
        explanation.total = std::min(matches.get_matches_estimated(), everything);
        const auto document = id_or_key.empty() ? std::nullopt : reader_.find(id_or_key);
        if (document && gazetteer_ != nullptr) {
            const index::StoredArticle stored = reader_.article(*document);
            const query::Query& asked = explanation.parsed.query;
            explanation.entities = entity_reasons(asked, stored, *gazetteer_);
            explanation.speech = speech_reasons(asked, stored, *gazetteer_);
        }
        for (auto match = matches.begin(); document && match != matches.end(); ++match) {
            if (*match != *document) continue;
            explanation.score = match.get_weight();
            for (auto term = enquire.get_matching_terms_begin(match);
                 term != enquire.get_matching_terms_end(match); ++term)
                explanation.matching.push_back(*term);
        }
        return explanation;
    });
}

}  // namespace nutgraf::search
