#include "searchd/cli/decoded.h"

#include "searchd/cli/decoded_parts.h"

#include <array>
#include <string>
#include <utility>

namespace nutgraf::cli {

namespace {

search::Hit hit_from(const Json& record) {
    search::Hit hit;
    hit.id = record.at("id").get<std::string>();
    hit.key = record.at("key").get<std::string>();
    hit.url = text_in(record, "url");
    hit.title = marked_from(record.at("title"));
    hit.source = text_in(record, "source");
    hit.byline = record.at("byline").get<std::vector<std::string>>();
    hit.published = published_from(record);
    hit.lang = text_in(record, "lang");
    hit.score = record.at("score").get<double>();
    for (const Json& snippet : record.at("snippets"))
        hit.snippets.push_back({snippet.at("paragraph").get<std::size_t>(), marked_from(snippet),
                                snippet.value("cut_before", false),
                                snippet.value("cut_after", false)});
    hit.entities = entities_from(record.at("entities"));
    if (const auto story = record.find("story"); story != record.end()) {
        hit.story.id = text_in(*story, "id");
        hit.story.copies = story->at("copies").get<std::size_t>();
    }
    return hit;
}

search::VersionLines version_lines_from(const Json& article) {
    search::VersionLines versions;
    versions.former = article.value("former_versions", std::uint64_t{0});
    if (versions.former > 0) versions.since = instant_in(article, "changed");
    for (const Json& version : article.at("versions"))
        versions.kept.push_back(version_line_from(version));
    return versions;
}

void add_facets(search::Results& results, const Json& facets) {
    for (const search::FacetField field : search::facet_fields) {
        const std::string name(search::name_of(field));
        if (!facets.contains(name)) continue;
        search::Facet facet{field, {}, facets.at("more").value(name, std::size_t{0})};
        for (const Json& value : facets.at(name))
            facet.values.push_back(
                {value.at("value").get<std::string>(), value.at("label").get<std::string>(),
                 value.at("count").get<std::uint64_t>(), value.value("selected", false),
                 value.value("excluded", false)});
        results.facets.push_back(std::move(facet));
    }
}

/// What may help who found little or nothing.
void add_proposals(search::Results& results, const Json& query) {
    for (const Json& other : query.value("corrections", Json::array()))
        results.corrections.push_back(
            {text_in(other, "q"), other.at("total").get<std::uint64_t>()});
    for (const Json& other : query.value("relaxations", Json::array())) {
        search::Relaxation relaxation;
        relaxation.clauses = other.value("without", std::vector<std::string>());
        relaxation.filter = text_in(other, "without_filter");
        relaxation.is_any = other.value("any", false);
        relaxation.text = text_in(other, "q");
        relaxation.total = other.at("total").get<std::uint64_t>();
        results.relaxations.push_back(std::move(relaxation));
    }
}

}  // namespace

search::Page page_from(const Json& record) {
    return decoded([&] {
        search::Page page;
        search::Results& results = page.results;
        const Json& query = record.at("query");
        results.notes = notes_from(query.at("notes"));
        results.expansions = expansions_from(query.at("expansions"));
        results.left_out = query.value("left_out", std::vector<std::string>());
        add_proposals(results, query);
        results.total = record.at("total").at("value").get<std::uint64_t>();
        results.revision = record.at("index").at("revision").get<std::uint64_t>();
        results.articles = record.at("index").at("articles").get<std::uint64_t>();
        results.stories = record.at("stories").get<std::uint64_t>();
        for (const Json& hit : record.at("hits")) results.hits.push_back(hit_from(hit));
        if (record.contains("facets")) add_facets(results, record.at("facets"));
        page.passed = record.value("passed", std::size_t{0});
        page.next = text_in(record, "next_cursor");
        return page;
    });
}

search::ArticleView article_from(const Json& record) {
    return decoded([&] {
        search::ArticleView view;
        view.key = record.at("key").get<std::string>();
        view.title = marked_from(record.at("title"));
        view.text = marked_from(record.at("text"));
        view.lang = text_in(record, "lang");
        view.entities = entities_from(record.at("entities"));
        archive::Article& article = view.article;
        article.id = record.at("id").get<std::string>();
        article.url = text_in(record, "url");
        article.title = view.title.text;
        article.source = text_in(record, "source");
        article.byline = record.at("byline").get<std::vector<std::string>>();
        article.published = published_from(record);
        article.section = text_in(record, "section");
        article.extra = record.value("extra", Json::object());
        view.versions = version_lines_from(record);
        return view;
    });
}

search::TimelineAnswer timeline_from(const Json& record) {
    using search::TimeUnit;
    constexpr std::array units = {TimeUnit::year, TimeUnit::month, TimeUnit::week, TimeUnit::day};
    return decoded([&] {
        search::TimelineAnswer answer;
        answer.timeline.unit = named(units, record.at("unit").get<std::string>());
        answer.timeline.zone = record.at("zone").get<std::string>();
        for (const Json& asked : record.at("queries")) {
            answer.queries.push_back(
                {asked.at("input").get<std::string>(), asked.at("parsed").get<std::string>(),
                 asked.at("total").get<std::uint64_t>(), notes_from(asked.at("notes"))});
            answer.timeline.undated.push_back(asked.at("undated").get<std::uint64_t>());
        }
        for (const Json& bucket : record.at("buckets"))
            answer.timeline.buckets.push_back(
                {day_in(bucket, "start"), bucket.at("counts").get<std::vector<std::uint64_t>>(),
                 bucket.at("archive").get<std::uint64_t>()});
        answer.revision = record.at("index").at("revision").get<std::uint64_t>();
        answer.articles = record.at("index").at("articles").get<std::uint64_t>();
        return answer;
    });
}

search::SimilarArticles similar_from(const Json& record) {
    return decoded([&] {
        search::SimilarArticles similar;
        const Json& article = record.at("article");
        similar.id = article.at("id").get<std::string>();
        similar.key = article.at("key").get<std::string>();
        similar.title = article.at("title").get<std::string>();
        for (const Json& hit : record.at("hits")) {
            const Json& shared = hit.at("shared");
            similar.hits.push_back({hit_from(hit),
                                    shared.at("words").get<std::vector<std::string>>(),
                                    entities_from(shared.at("entities"))});
        }
        similar.copies = record.at("copies").get<std::size_t>();
        similar.revision = record.at("index").at("revision").get<std::uint64_t>();
        similar.articles = record.at("index").at("articles").get<std::uint64_t>();
        return similar;
    });
}

std::vector<search::Completion> completions_from(const Json& record) {
    return decoded([&] {
        std::vector<search::Completion> completions;
        for (const Json& suggestion : record.at("suggestions"))
            completions.push_back({suggestion.at("kind").get<std::string>(),
                                   suggestion.at("text").get<std::string>(),
                                   suggestion.at("q").get<std::string>(),
                                   suggestion.value("articles", std::uint32_t{0})});
        return completions;
    });
}

}  // namespace nutgraf::cli
