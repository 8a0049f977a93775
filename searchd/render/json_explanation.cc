#include "searchd/render/json_explanation.h"

#include "searchd/query/print.h"
#include "searchd/render/json.h"

#include <utility>

namespace nutgraf::render {

namespace {

/// A place of an article and what stands there.
template <class Reason>
Json place_to_json(const Reason& reason) {
    return {{"in", reason.is_in_title ? "title" : "text"},
            {"bytes", Json::array({reason.begin, reason.end})},
            {"text", reason.text}};
}

Json mention_to_json(const search::MentionReason& mention) {
    Json record = place_to_json(mention);
    record["kind"] = mention.named.kind;
    record["id"] = mention.named.id;
    record["name"] = mention.named.name;
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

Json saying_to_json(const search::SpeechPlace& saying) {
    Json record = place_to_json(saying);
    record["kind"] = saying.kind;
    if (!saying.speaker.id.empty())
        record["speaker"] = {{"kind", saying.speaker.kind},
                             {"id", saying.speaker.id},
                             {"name", saying.speaker.name}};
    if (!saying.speaker_text.empty()) record["speaker_text"] = saying.speaker_text;
    if (!saying.cue.empty()) record["cue"] = saying.cue;
    if (!saying.listed_at.empty()) record["listed_at"] = saying.listed_at;
    return record;
}

/// What each clause of a query has in an article, under a name.
template <class Reasons, class Places, class ToJson>
Json clauses_to_json(const Reasons& reasons, const char* name, Places places,
                     const ToJson& to_json) {
    Json list = Json::array();
    for (const auto& reason : reasons) {
        Json found = Json::array();
        for (const auto& place : reason.*places) found.push_back(to_json(place));
        list.push_back({{"clause", reason.clause}, {name, std::move(found)}});
    }
    return list;
}

Json article_to_json(const search::Explanation& explanation, const std::string& id) {
    Json record = {
        {"id", id}, {"matches", explanation.score.has_value()}, {"terms", explanation.matching}};
    if (explanation.score) record["score"] = *explanation.score;
    record["entities"] = clauses_to_json(explanation.entities, "mentions",
                                         &search::EntityReason::mentions, mention_to_json);
    record["speech"] = clauses_to_json(explanation.speech, "sayings",
                                       &search::SpeechReason::sayings, saying_to_json);
    return record;
}

}  // namespace

Json to_json(const search::Explanation& explanation, const ExplainedContext& context) {
    Json notes = Json::array();
    for (const query::Note& note : explanation.parsed.notes) notes.push_back(to_json(note));
    Json terms = Json::array();
    for (const auto& term : explanation.terms)
        terms.push_back({{"term", term.term}, {"articles", term.articles}});
    Json record = {{"version", 1},
                   {"query",
                    {{"input", context.input},
                     {"parsed", query::to_text(explanation.parsed.query)},
                     {"expansions", to_json(explanation.expansions)},
                     {"notes", std::move(notes)}}},
                   {"total", {{"value", explanation.total}, {"relation", "eq"}}},
                   {"terms", std::move(terms)},
                   {"xapian", explanation.xapian}};
    if (!context.id.empty()) record["article"] = article_to_json(explanation, context.id);
    return record;
}

}  // namespace nutgraf::render
