#include "searchd/http/index_routes.h"

#include "searchd/http/etag.h"
#include "searchd/http/json_response.h"
#include "searchd/http/problem.h"
#include "searchd/http/search_parameters.h"
#include "searchd/query/print.h"
#include "searchd/render/json.h"

#include <chrono>
#include <utility>

namespace nutgraf::http {

namespace {

Json to_json(const search::MentionReason& mention) {
    Json record = {{"in", mention.is_in_title ? "title" : "text"},
                   {"bytes", Json::array({mention.begin, mention.end})},
                   {"text", mention.text},
                   {"kind", mention.named.kind},
                   {"id", mention.named.id},
                   {"name", mention.named.name}};
    if (!mention.listed_at.empty()) record["listed_at"] = mention.listed_at;
    record["clues"] = Json::array();
    if (mention.via.empty()) return record;
    record["via"] = mention.via;
    record["rule"] = mention.rule;
    record["confidence"] = mention.confidence;
    for (const entities::ClueReason& clue : mention.clues)
        record["clues"].push_back({{"worth", clue.worth}, {"reason", clue.reason}});
    return record;
}

Json to_json(const std::vector<search::EntityReason>& entities) {
    Json list = Json::array();
    for (const search::EntityReason& entity : entities) {
        Json mentions = Json::array();
        for (const search::MentionReason& mention : entity.mentions)
            mentions.push_back(to_json(mention));
        list.push_back({{"clause", entity.clause}, {"mentions", std::move(mentions)}});
    }
    return list;
}

}  // namespace

Response statistics_api(const RouteContext& context, const Request& request, const std::string&) {
    search::SearchRequest everything;
    everything.limit = 0;
    everything.facets = {search::FacetField::source, search::FacetField::lang,
                         search::FacetField::year};
    const auto results = context.searcher()->search(everything);
    if (!results) throw Problem{500, results.error().message, {}, {}};
    return with_etag(request, state_of(*results),
                     json_response({{"version", 1},
                                    {"index",
                                     {{"uuid", results->index_uuid},
                                      {"revision", results->revision},
                                      {"articles", results->articles}}},
                                    {"facets", render::to_json(results->facets)}}));
}

Response explain_api(const RouteContext& context, const Request& request, const std::string&) {
    auto wanted = search_request(request.parameters, Unknown::is_ignored);
    if (!wanted)
        throw Problem{400, wanted.error().message, wanted.error().parameter, wanted.error().hint};
    wanted->parse.today = RouteContext::today(wanted->parse.zone);
    auto saved = context.saved_queries(wanted->parse.zone);
    wanted->parse.saved = &saved;
    wanted->deadline = std::chrono::steady_clock::now() + context.options().deadline;
    const std::string id = value_of(request.parameters, "id");
    const auto explanation = context.searcher()->explain(*wanted, id);
    if (!explanation)
        throw Problem{400, explanation.error().message, "q", explanation.error().suggestion};
    Json notes = Json::array();
    for (const query::Note& note : explanation->parsed.notes)
        notes.push_back(render::to_json(note));
    Json terms = Json::array();
    for (const auto& term : explanation->terms)
        terms.push_back({{"term", term.term}, {"articles", term.articles}});
    Json record = {{"version", 1},
                   {"query",
                    {{"input", wanted->text},
                     {"parsed", query::to_text(explanation->parsed.query)},
                     {"expansions", render::to_json(explanation->expansions)},
                     {"notes", std::move(notes)}}},
                   {"total", {{"value", explanation->total}, {"relation", "eq"}}},
                   {"terms", std::move(terms)},
                   {"xapian", explanation->xapian}};
    if (!id.empty()) {
        record["article"] = {{"id", id},
                             {"matches", explanation->score.has_value()},
                             {"terms", explanation->matching}};
        if (explanation->score) record["article"]["score"] = *explanation->score;
        record["article"]["entities"] = to_json(explanation->entities);
    }
    return json_response(record);
}

}  // namespace nutgraf::http
