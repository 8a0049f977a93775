#include "searchd/render/json.h"

#include "base/date.h"
#include "base/utf8.h"
#include "searchd/query/print.h"
#include "searchd/render/json_quotes.h"
#include "searchd/render/versions.h"

#include <cmath>

namespace nutgraf::render {

namespace {

using search::Mark;
using search::MarkedText;

/// Marks counted in code points instead of bytes; one walk over the text.
Json marks_to_json(const MarkedText& marked) {
    Json marks = Json::array();
    std::size_t bytes = 0;
    std::size_t points = 0;
    const auto points_at = [&](std::size_t offset) {
        points += code_point_count(std::string_view(marked.text).substr(bytes, offset - bytes));
        bytes = offset;
        return points;
    };
    for (const Mark& mark : marked.marks) {
        const std::size_t begin = points_at(mark.begin);
        marks.push_back(Json::array({begin, points_at(mark.end)}));
    }
    return marks;
}

Json snippet_to_json(const search::Snippet& snippet) {
    Json record = {{"paragraph", snippet.paragraph}};
    record.update(to_json(snippet.passage));
    if (snippet.is_cut_before) record["cut_before"] = true;
    if (snippet.is_cut_after) record["cut_after"] = true;
    return record;
}

void put_text(Json& record, const char* name, const std::string& text) {
    if (!text.empty()) record[name] = text;
}

Json entities_to_json(const std::vector<index::StoredEntity>& entities) {
    Json list = Json::array();
    for (const index::StoredEntity& entity : entities)
        list.push_back({{"kind", entity.kind},
                        {"id", entity.id},
                        {"name", entity.name},
                        {"relevance", entity.relevance}});
    return list;
}

/// Three decimals say all there is; the rest is noise between machines.
double rounded(double number) {
    return std::round(number * 1000) / 1000;
}

}  // namespace

Json to_json(const archive::Published& published) {
    return {{"from", iso_date(published.days.first)},
            {"to", iso_date(published.days.last)},
            {"basis", published.basis}};
}

Json to_json(const MarkedText& marked) {
    return {{"text", marked.text}, {"marks", marks_to_json(marked)}};
}

Json to_json(const query::Note& note) {
    Json record = {{"severity", query::name_of(note.severity)},
                   {"position", note.position},
                   {"message", note.message}};
    put_text(record, "suggestion", note.suggestion);
    if (note.senses) {
        Json senses = Json::array();
        for (const query::NamedSense& sense : note.senses->all) {
            senses.push_back({{"name", sense.name}, {"q", sense.clause}});
            if (sense.articles) senses.back()["articles"] = *sense.articles;
        }
        record["senses"] = std::move(senses);
    }
    return record;
}

Json to_json(const std::vector<query::Expansion>& expansions) {
    Json list = Json::array();
    for (const query::Expansion& expansion : expansions) {
        list.push_back({{"from", expansion.from},
                        {"kind", expansion.is_of_entity() ? "entity" : "words"},
                        {"to", expansion.to}});
        put_text(list.back(), "name", expansion.name);
    }
    return list;
}

Json to_json(const search::Hit& hit) {
    Json record = {{"id", hit.id}, {"key", hit.key}};
    put_text(record, "url", hit.url);
    record["title"] = to_json(hit.title);
    put_text(record, "source", hit.source);
    record["byline"] = hit.byline;
    if (hit.published) record["published"] = to_json(*hit.published);
    put_text(record, "lang", hit.lang);
    record["score"] = rounded(hit.score);
    record["snippets"] = Json::array();
    for (const search::Snippet& snippet : hit.snippets)
        record["snippets"].push_back(snippet_to_json(snippet));
    record["entities"] = entities_to_json(hit.entities);
    if (!hit.story.id.empty())
        record["story"] = {{"id", hit.story.id}, {"copies", hit.story.copies}};
    return record;
}

namespace {

/// What may help who found little or nothing.
void add_proposals(Json& query, const search::Results& results) {
    for (const search::Correction& correction : results.corrections)
        query["corrections"].push_back({{"q", correction.text}, {"total", correction.total}});
    if (!results.corrections.empty()) query["did_you_mean"] = query["corrections"].front();
    for (const search::Relaxation& relaxation : results.relaxations) {
        Json record = {{"q", relaxation.text}, {"total", relaxation.total}};
        if (relaxation.is_any)
            record["any"] = true;
        else if (relaxation.filter.empty())
            record["without"] = relaxation.clauses;
        else
            record["without_filter"] = relaxation.filter;
        query["relaxations"].push_back(std::move(record));
    }
}

}  // namespace

Json to_json(const search::Results& results, const AnswerContext& context) {
    Json notes = Json::array();
    for (const query::Note& note : results.notes) notes.push_back(to_json(note));
    Json hits = Json::array();
    for (const search::Hit& hit : results.hits) hits.push_back(to_json(hit));
    Json query = {{"input", context.input},
                  {"parsed", query::to_text(results.query)},
                  {"expansions", to_json(results.expansions)},
                  {"notes", std::move(notes)}};
    if (!results.left_out.empty()) query["left_out"] = results.left_out;
    add_proposals(query, results);
    Json record = {{"version", 1},
                   {"query", std::move(query)},
                   {"total", {{"value", results.total}, {"relation", "eq"}}},
                   {"stories", results.stories},
                   {"took_ms", rounded(context.took_ms)},
                   {"index", {{"revision", results.revision}, {"articles", results.articles}}},
                   {"hits", std::move(hits)}};
    if (!results.facets.empty()) record["facets"] = to_json(results.facets);
    if (results.histogram) record["histogram"] = to_json(*results.histogram);
    return record;
}

Json to_json(const search::ArticleView& view) {
    const archive::Article& article = view.article;
    Json record = {{"version", 1}, {"id", article.id}, {"key", view.key}};
    put_text(record, "url", article.url);
    record["title"] = to_json(view.title);
    record["text"] = to_json(view.text);
    put_text(record, "source", article.source);
    record["byline"] = article.byline;
    if (article.published) record["published"] = to_json(*article.published);
    put_text(record, "updated", article.updated);
    put_text(record, "lang", view.lang);
    put_text(record, "section", article.section);
    put_text(record, "wire", article.wire);
    put_text(record, "place", article.place);
    if (view.is_raw) record["furniture"] = marks_to_json({view.text.text, view.furniture});
    record["entities"] = entities_to_json(view.entities);
    record["quotes"] = quotes_to_json(view);
    if (view.versions.former > 0) {
        record["changed"] = iso_instant(view.versions.since);
        record["former_versions"] = view.versions.former;
    }
    record["versions"] = Json::array();
    for (const search::VersionLine& version : view.versions.kept)
        record["versions"].push_back(to_json(version));
    if (!article.extra.empty()) record["extra"] = article.extra;
    return record;
}

}  // namespace nutgraf::render
