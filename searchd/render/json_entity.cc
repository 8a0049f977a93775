#include "base/date.h"
#include "searchd/render/entity.h"
#include "searchd/render/json.h"

#include <utility>

namespace nutgraf::render {

namespace {

using entities::Period;
using search::EntityBrief;

void add_period(Json& record, const Period& period) {
    if (period.from != Period{}.from) record["from"] = iso_date(period.from);
    if (period.to == Period{}.to) return;
    record["to"] = iso_date(period.to - std::chrono::days(1));
    record["until"] = iso_date(period.to);
}

void add_text(Json& record, const char* name, const std::string& text) {
    if (!text.empty()) record[name] = text;
}

/// What one list holds that is cut, and how many more there are.
void add_list(Json& record, const char* name, Json list, std::size_t more) {
    record[name] = std::move(list);
    if (more > 0) record["more"][name] = more;
}

Json role_record(const search::RoleFact& fact) {
    Json record = {{"role", fact.role}, {"name", fact.name}};
    add_text(record, "office", fact.office);
    add_text(record, "place", fact.place);
    add_period(record, fact.period);
    return record;
}

Json office_record(const search::OfficeFact& office) {
    Json holders = Json::array();
    for (const search::OfficeFact::Holder& holder : office.holders) {
        Json record = {{"id", holder.person.id}, {"name", holder.person.name}};
        add_period(record, holder.period);
        holders.push_back(std::move(record));
    }
    return {{"id", office.id}, {"name", office.name}, {"holders", std::move(holders)}};
}

/// Names of one language together; those used in any stand under "any".
Json name_record(const std::vector<search::NameFact>& names) {
    Json record = Json::object();
    for (const search::NameFact& name : names)
        record[name.language.empty() ? "any" : name.language].push_back(name.text);
    return record;
}

Json counted_record(const search::CountedEntity& counted) {
    Json record = to_json(counted.brief);
    record["articles"] = counted.articles;
    return record;
}

Json counted_records(const std::vector<search::CountedEntity>& all) {
    Json list = Json::array();
    for (const search::CountedEntity& counted : all) list.push_back(counted_record(counted));
    return list;
}

Json saying_record(const search::Saying& saying) {
    Json article = {{"id", saying.id}, {"key", saying.key}};
    add_text(article, "title", saying.title);
    add_text(article, "source", saying.source);
    if (saying.published) article["published"] = to_json(*saying.published);
    Json record = {{"article", std::move(article)},
                   {"in", saying.is_in_title ? "title" : "text"},
                   {"kind", saying.kind}};
    record.update(to_json(saying.passage));
    add_text(record, "speaker_text", saying.speaker_text);
    add_text(record, "cue", saying.cue);
    return record;
}

}  // namespace

Json to_json(const EntityBrief& brief) {
    Json record = {{"kind", brief.kind}, {"id", brief.id}, {"name", brief.name}};
    add_text(record, "type", brief.type);
    add_text(record, "country", brief.country);
    add_text(record, "role", brief.role);
    return record;
}

Json to_json(const search::EntityFacts& facts) {
    Json record = {{"version", 1}};
    record.update(to_json(facts.brief));
    record.erase("role");
    record["names"] = name_record(facts.names);
    if (facts.parent) record["parent"] = to_json(*facts.parent);
    Json bodies = Json::array();
    for (const EntityBrief& body : facts.bodies) bodies.push_back(to_json(body));
    add_list(record, "bodies", std::move(bodies), facts.more_bodies);
    record["roles"] = Json::array();
    for (const search::RoleFact& fact : facts.roles) record["roles"].push_back(role_record(fact));
    record["parties"] = Json::array();
    for (const search::PartyFact& fact : facts.parties) {
        Json party = {{"id", fact.party.id}, {"name", fact.party.name}};
        add_period(party, fact.period);
        record["parties"].push_back(std::move(party));
    }
    Json offices = Json::array();
    for (const search::OfficeFact& office : facts.offices) offices.push_back(office_record(office));
    add_list(record, "offices", std::move(offices), facts.more_offices);
    record["links"] = Json::object();
    if (!facts.wikidata.empty()) record["links"]["wikidata"] = facts.wikidata;
    add_text(record, "source", facts.source);
    return record;
}

Json to_json(const search::EntityList& list, const std::string& input) {
    return {{"version", 1},
            {"input", input},
            {"index", {{"revision", list.revision}, {"articles", list.articles}}},
            {"total", {{"value", list.total}, {"relation", "eq"}}},
            {"entities", counted_records(list.entities)}};
}

Json to_json(const search::EntityProfile& profile) {
    const search::Results& named = profile.named;
    Json record = to_json(profile.facts);
    record["index"] = {{"revision", named.revision}, {"articles", named.articles}};
    record["articles"] = named.total;
    record["q"] = profile.query;
    if (named.histogram) record["histogram"] = to_json(*named.histogram);
    add_list(record, "beside", counted_records(profile.company), profile.more_company);
    record["quoted_in"] = profile.speeches;
    record["quotes_q"] = profile.speech_query;
    record["quotes"] = Json::array();
    for (const search::Saying& saying : profile.sayings)
        record["quotes"].push_back(saying_record(saying));
    record["recent"] = Json::array();
    for (const search::Hit& hit : named.hits) record["recent"].push_back(to_json(hit));
    return record;
}

}  // namespace nutgraf::render
