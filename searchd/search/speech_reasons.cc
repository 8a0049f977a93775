#include "searchd/search/speech_reasons.h"

#include "indexer/archive/article.h"
#include "searchd/query/parts.h"
#include "searchd/query/print.h"
#include "searchd/search/evaluation.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nutgraf::search {

using index::StoredQuote;
using query::Query;
using query::Said;

namespace {

/// Adds the clauses of a query that are about somebody's speech, each once.
void add_speech(const Query& query, std::vector<Said>& found) {
    const auto* said = std::get_if<Said>(&query.node);
    if (said != nullptr && !said->is_anybodys() && std::ranges::find(found, *said) == found.end())
        found.push_back(*said);
    for (const Query& part : query::parts_of(query)) add_speech(part, found);
}

bool holds_one(const StoredQuote& quote, const std::vector<Place>& places) {
    return std::ranges::any_of(places, [&](const Place& place) {
        return quote.begin <= place.mark.begin && place.mark.end <= quote.end;
    });
}

bool is_by(const Said& said, const StoredQuote& quote, const index::StoredEntities& named) {
    if (quote.terms == StoredQuote::nobody) return false;
    return std::ranges::any_of(named.term_sets[quote.terms], [&](const std::string& term) {
        return std::ranges::binary_search(said.speaker.terms, term);
    });
}

SpeechPlace speech_place_of(const StoredQuote& quote, const index::StoredArticle& stored,
                            const entities::Gazetteer& gazetteer) {
    SpeechPlace saying;
    const std::string whole =
        quote.is_in_title ? stored.article.title : archive::text_of(stored.article);
    saying.is_in_title = quote.is_in_title;
    saying.begin = quote.begin;
    saying.end = quote.end;
    saying.text = whole.substr(quote.begin, quote.end - quote.begin);
    saying.kind = quote.kind;
    saying.speaker_text = quote.speaker_text;
    saying.cue = quote.cue;
    if (quote.speaker == StoredQuote::nobody) return saying;
    saying.speaker = stored.named.entities[quote.speaker];
    saying.listed_at = listed_at(saying.speaker.id, gazetteer);
    return saying;
}

}  // namespace

std::string listed_at(const std::string& id, const entities::Gazetteer& gazetteer) {
    const auto number = gazetteer.number_of(entities::Table::entity, id);
    if (!number) return {};
    const entities::Entity listed = gazetteer.entity(*number);
    return fmt::format("{}:{}", listed.file, listed.line);
}

std::vector<SpeechReason> speech_reasons(const Query& query, const index::StoredArticle& stored,
                                         const entities::Gazetteer& gazetteer) {
    std::vector<Said> clauses;
    add_speech(query, clauses);
    const std::string text = archive::text_of(stored.article);
    std::vector<SpeechReason> reasons;
    for (const Said& said : clauses) {
        SpeechReason reason{query::to_text({said}), {}};
        // Stems have no part in speech: its words are asked for in their forms.
        const Findings places = findings({said}, stored, text, nullptr);
        for (const StoredQuote& quote : stored.named.quotes) {
            const auto& beside = quote.is_in_title ? places.title : places.text;
            if (is_by(said, quote, stored.named) && holds_one(quote, beside))
                reason.sayings.push_back(speech_place_of(quote, stored, gazetteer));
        }
        reasons.push_back(std::move(reason));
    }
    return reasons;
}

}  // namespace nutgraf::search
