#include "searchd/render/entity.h"

#include "base/date.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <map>
#include <vector>

namespace nutgraf::render {

using entities::Period;
using search::EntityFacts;

namespace {

/// Names of one language together, those used in any first.
std::string name_lines(const EntityFacts& facts) {
    std::map<std::string, std::vector<std::string>> by_language;
    for (const search::NameFact& name : facts.names)
        by_language[name.language].push_back(name.text);
    std::string lines;
    for (const auto& [language, names] : by_language)
        lines += fmt::format("  {:<6} {}\n", language.empty() ? "names" : language,
                             visible(fmt::format("{}", fmt::join(names, " | "))));
    return lines;
}

/// A line of facts, without spaces at its end.
std::string line(std::string_view name, const std::string& text, const Period& period) {
    const std::string days = printed(period);
    return fmt::format("  {:<6} {}{}{}\n", name, visible(text), days.empty() ? "" : " ", days);
}

std::string office_lines(const search::OfficeFact& office) {
    std::string lines = line("office", office.name, {});
    for (const search::OfficeFact::Holder& holder : office.holders)
        lines += line("", "  " + entity_line(holder.person), holder.period);
    return lines;
}

std::string more_line(std::size_t more) {
    return more == 0 ? "" : fmt::format("         and {} more\n", more);
}

std::string histogram_lines(const search::Histogram& histogram) {
    std::string lines;
    for (const search::Bucket& bucket : histogram.buckets)
        if (bucket.count > 0)
            lines += fmt::format("  {} {:>7}\n", iso_date(bucket.start), bucket.count);
    return lines;
}

std::string saying_lines(const search::Saying& saying) {
    const std::string date = saying.published ? iso_date(saying.published->days.first) : "undated";
    std::string words;
    for (const search::Mark& mark : saying.passage.marks)
        words += saying.passage.text.substr(mark.begin, mark.end - mark.begin);
    return fmt::format("  {} {} {}\n    {}\n", date, saying.key, visible(saying.title),
                       visible(words));
}

std::string recent_line(const search::Hit& hit) {
    const std::string date = hit.published ? iso_date(hit.published->days.first) : "undated";
    return fmt::format("  {} {} {}\n", date, hit.key, visible(hit.title.text));
}

}  // namespace

std::string printed(const Period& period) {
    const std::string from = period.from == Period{}.from ? "" : iso_date(period.from);
    const std::string to =
        period.to == Period{}.to ? "" : iso_date(period.to - std::chrono::days(1));
    return from.empty() && to.empty() ? "" : fmt::format("{}..{}", from, to);
}

std::string entity_line(const search::EntityBrief& brief) {
    std::string line = fmt::format("{} (#{})", visible(brief.name), visible(brief.id));
    if (!brief.type.empty()) line += fmt::format(", {}", brief.type);
    if (!brief.role.empty()) line += fmt::format(", {}", visible(brief.role));
    if (!brief.country.empty()) line += fmt::format(", {}", brief.country);
    return line;
}

std::string entity_text(const EntityFacts& facts) {
    std::string text = entity_line(facts.brief) + "\n" + name_lines(facts);
    for (const search::RoleFact& fact : facts.roles)
        text +=
            line("role", fact.name + (fact.place.empty() ? "" : ", " + fact.place), fact.period);
    for (const search::PartyFact& fact : facts.parties)
        text += line("party", fact.party.name, fact.period);
    if (facts.parent) text += fmt::format("  part of {}\n", entity_line(*facts.parent));
    for (const search::EntityBrief& body : facts.bodies)
        text += line("body", entity_line(body), {});
    text += more_line(facts.more_bodies);
    for (const search::OfficeFact& office : facts.offices) text += office_lines(office);
    text += more_line(facts.more_offices);
    if (!facts.wikidata.empty()) text += line("also", "Wikidata " + facts.wikidata, {});
    return text + (facts.source.empty() ? "" : line("from", facts.source, {}));
}

std::string entity_text(const search::EntityProfile& profile) {
    const search::Results& named = profile.named;
    std::string text = entity_text(profile.facts);
    text += fmt::format("\n{} of {} articles: {}\n", named.total, named.articles,
                        visible(profile.query));
    if (named.histogram) text += histogram_lines(*named.histogram);
    if (!profile.company.empty()) text += "\nbeside\n";
    for (const search::CountedEntity& counted : profile.company)
        text += fmt::format("  {:>7} {}\n", counted.articles, entity_line(counted.brief));
    text += more_line(profile.more_company);
    if (!profile.sayings.empty())
        text += fmt::format("\nsaid, in {} articles: {}\n", profile.speeches,
                            visible(profile.speech_query));
    for (const search::Saying& saying : profile.sayings) text += saying_lines(saying);
    if (!named.hits.empty()) text += "\nnewest\n";
    for (const search::Hit& hit : named.hits) text += recent_line(hit);
    return text;
}

}  // namespace nutgraf::render
