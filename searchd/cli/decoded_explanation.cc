#include "searchd/cli/decoded.h"
#include "searchd/cli/decoded_parts.h"

#include <string>

namespace nutgraf::cli {

namespace {

/// What a place of an article is, whoever stands or speaks there.
template <class Place>
Place place_from(const Json& record) {
    Place place;
    place.is_in_title = record.at("in") == "title";
    place.begin = record.at("bytes").at(0).get<std::uint32_t>();
    place.end = record.at("bytes").at(1).get<std::uint32_t>();
    place.text = record.at("text").get<std::string>();
    place.listed_at = text_in(record, "listed_at");
    return place;
}

index::StoredEntity entity_from(const Json& record) {
    return {record.at("kind").get<std::string>(), record.at("id").get<std::string>(),
            record.at("name").get<std::string>(), 0};
}

search::MentionReason mention_from(const Json& record) {
    auto mention = place_from<search::MentionReason>(record);
    mention.named = entity_from(record);
    mention.via = text_in(record, "via");
    mention.rule = text_in(record, "rule");
    mention.confidence = record.value("confidence", 0.0);
    for (const Json& clue : record.at("clues"))
        mention.clues.push_back(
            {clue.at("worth").get<double>(), clue.at("reason").get<std::string>()});
    return mention;
}

search::SpeechPlace saying_from(const Json& record) {
    auto saying = place_from<search::SpeechPlace>(record);
    saying.kind = record.at("kind").get<std::string>();
    if (const auto speaker = record.find("speaker"); speaker != record.end())
        saying.speaker = entity_from(*speaker);
    saying.speaker_text = text_in(record, "speaker_text");
    saying.cue = text_in(record, "cue");
    return saying;
}

/// How an article fares.
void add_article(search::Explanation& explanation, const Json& article) {
    if (const auto score = article.find("score"); score != article.end())
        explanation.score = score->get<double>();
    explanation.matching = article.at("terms").get<std::vector<std::string>>();
    for (const Json& entity : article.at("entities")) {
        search::EntityReason reason{entity.at("clause").get<std::string>(), {}};
        for (const Json& mention : entity.at("mentions"))
            reason.mentions.push_back(mention_from(mention));
        explanation.entities.push_back(std::move(reason));
    }
    for (const Json& speaker : article.at("speech")) {
        search::SpeechReason reason{speaker.at("clause").get<std::string>(), {}};
        for (const Json& saying : speaker.at("sayings"))
            reason.sayings.push_back(saying_from(saying));
        explanation.speech.push_back(std::move(reason));
    }
}

}  // namespace

search::Explanation explanation_from(const Json& record) {
    return decoded([&] {
        search::Explanation explanation;
        const Json& query = record.at("query");
        explanation.parsed.notes = notes_from(query.at("notes"));
        explanation.expansions = expansions_from(query.at("expansions"));
        explanation.xapian = record.at("xapian").get<std::string>();
        explanation.total = record.at("total").at("value").get<std::uint64_t>();
        for (const Json& term : record.at("terms"))
            explanation.terms.push_back(
                {term.at("term").get<std::string>(), term.at("articles").get<std::uint64_t>()});
        if (const auto article = record.find("article"); article != record.end())
            add_article(explanation, *article);
        return explanation;
    });
}

}  // namespace nutgraf::cli
