#include "searchd/render/entity_fields.h"

#include "base/date.h"
#include "searchd/render/histogram_fields.h"
#include "searchd/render/hit_fields.h"
#include "searchd/render/html_fields.h"
#include "searchd/render/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace nutgraf::render {

namespace {

using entities::Period;
using search::EntityBrief;
using search::EntityFacts;
using search::EntityProfile;

constexpr std::size_t shown_entities = 8;

/// "from 9 July 2018 to 23 July 2019", "since 9 July 2018"; empty for all of time.
std::string in_words(const Period& period) {
    const auto date = [](std::chrono::sys_days day) { return readable_date({day, day}); };
    const bool has_begin = period.from != Period{}.from;
    const std::chrono::sys_days last = period.to - std::chrono::days(1);
    if (period.to == Period{}.to) return has_begin ? "since " + date(period.from) : "";
    if (!has_begin) return "until " + date(last);
    return fmt::format("{} to {}", date(period.from), date(last));
}

Json link_fields(const EntityBrief& brief) {
    return {{"name", brief.name},
            {"address", entity_address(brief.id)},
            {"class", brief.kind == "org" ? "org" : "person"}};
}

/// One thing with the time it held for, and what it belongs to.
Json timed_fields(Json fields, const Period& period) {
    fields["time"] = in_words(period);
    return fields;
}

/// A list of which the first few are shown and the rest is folded away.
Json group_fields(std::string_view heading, Json all, std::size_t more) {
    Json first = Json::array();
    Json rest = Json::array();
    for (Json& one : all) (first.size() < shown_entities ? first : rest).push_back(std::move(one));
    return {{"heading", heading},
            {"rows", std::move(first)},
            {"rest_heading", rest.empty() ? "" : fmt::format("{} more", rest.size())},
            {"rest", std::move(rest)},
            {"others", more == 0 ? "" : counted(more, "other")}};
}

void add_group(Json& groups, std::string_view heading, Json all, std::size_t more) {
    if (!all.empty()) groups.push_back(group_fields(heading, std::move(all), more));
}

/// "Foreign Secretary" with who held it, the last one first.
void add_offices(Json& groups, const EntityFacts& facts) {
    for (const search::OfficeFact& office : facts.offices) {
        Json holders = Json::array();
        for (auto holder = office.holders.rbegin(); holder != office.holders.rend(); ++holder)
            holders.push_back(timed_fields(link_fields(holder->person), holder->period));
        add_group(groups, office.name, std::move(holders), 0);
    }
}

Json role_rows(const EntityFacts& facts) {
    Json rows = Json::array();
    for (auto fact = facts.roles.rbegin(); fact != facts.roles.rend(); ++fact) {
        const std::string place = fact->place.empty() ? "" : ", " + fact->place;
        rows.push_back(timed_fields({{"name", fact->name + place}, {"address", ""}, {"class", ""}},
                                    fact->period));
    }
    return rows;
}

Json party_rows(const EntityFacts& facts) {
    Json rows = Json::array();
    for (auto fact = facts.parties.rbegin(); fact != facts.parties.rend(); ++fact)
        rows.push_back(timed_fields(link_fields(fact->party), fact->period));
    return rows;
}

Json body_rows(const EntityFacts& facts) {
    Json rows = Json::array();
    for (const EntityBrief& body : facts.bodies) rows.push_back(link_fields(body));
    return rows;
}

/// What the gazetteer knows, group by group.
Json fact_groups(const EntityFacts& facts) {
    Json groups = Json::array();
    add_group(groups, "Offices", role_rows(facts), 0);
    add_group(groups, "Parties", party_rows(facts), 0);
    if (facts.parent) add_group(groups, "Part of", Json::array({link_fields(*facts.parent)}), 0);
    add_group(groups, "Its parts", body_rows(facts), facts.more_bodies);
    add_offices(groups, facts);
    return groups;
}

/// Names of one language together, in the order in which the gazetteer has them. A ministry has
/// hundreds, composed of those of its country: most of them are folded away.
Json name_rows(const EntityFacts& facts) {
    std::vector<std::pair<std::string, std::vector<std::string>>> by_language;
    for (const search::NameFact& name : facts.names) {
        auto known = std::ranges::find(by_language, name.language,
                                       [](const auto& names) { return names.first; });
        if (known == by_language.end())
            known = by_language.insert(known, {name.language, std::vector<std::string>()});
        known->second.push_back(name.text);
    }
    Json rows = Json::array();
    for (const auto& [language, names] : by_language) {
        const auto middle =
            names.begin() + static_cast<std::ptrdiff_t>(std::min(shown_entities, names.size()));
        const auto rest = static_cast<std::size_t>(names.end() - middle);
        rows.push_back(
            {{"language", language.empty() ? "in any language" : name_of_language(language)},
             {"lang", language},
             {"names", fmt::format("{}", fmt::join(names.begin(), middle, " · "))},
             {"rest_heading", rest == 0 ? "" : fmt::format("{} more", rest)},
             {"rest_names", fmt::format("{}", fmt::join(middle, names.end(), " · "))}});
    }
    return rows;
}

Json company_rows(const EntityProfile& profile) {
    Json rows = Json::array();
    for (const search::CountedEntity& counted : profile.company) {
        rows.push_back(link_fields(counted.brief));
        rows.back()["count"] = grouped(counted.articles);
    }
    return rows;
}

/// Words that follow one another in one article stand under its headline together.
Json saying_rows(const EntityProfile& profile) {
    Json rows = Json::array();
    search::Saying last;  // With the marks of all words in its passage.
    for (const search::Saying& saying : profile.sayings) {
        const bool goes_on = saying.key == last.key && saying.passage.text == last.passage.text;
        if (saying.key != last.key) {
            const std::string title =
                saying.title.empty() ? beginning_of(saying.passage.text) : saying.title;
            Json& row = rows.emplace_back(Json::object());
            row["is_start"] = true;  // Its headline is one below the section's.
            row["address"] = article_address(saying.key, profile.speech_query);
            row["segments"] = segments({title, {}});
            row["snippets"] = Json::array();
            row["has_entities"] = false;
            add_about(row, {saying.source, saying.published, saying.lang, {}});
        }
        Json& snippets = rows.back()["snippets"];
        std::vector<search::Mark> marks = saying.passage.marks;
        if (goes_on) {
            snippets.erase(snippets.size() - 1);
            marks.insert(marks.begin(), last.passage.marks.begin(), last.passage.marks.end());
            std::ranges::sort(marks, {}, &search::Mark::begin);
        }
        last = saying;
        last.passage.marks = std::move(marks);
        snippets.push_back({{"segments", segments(last.passage)},
                            {"is_cut_before", saying.is_cut_before},
                            {"is_cut_after", saying.is_cut_after}});
    }
    return rows;
}

Json article_rows(const EntityProfile& profile) {
    Json rows = hit_list(profile.query, profile.named.hits);
    for (Json& row : rows) row["is_start"] = true;
    return rows;
}

SearchForm search_for(const std::string& text) {
    SearchForm form;
    form.text = text;
    return form;
}

std::string newest_address(const std::string& text) {
    SearchForm form = search_for(text);
    form.order = search::Order::newest;
    return search_address(form, 0);
}

/// What the index has, and where all of it is found.
void add_articles(Json& fields, const EntityProfile& profile) {
    const SearchForm form = search_for(profile.query);
    fields["article_count"] = counted(profile.named.total, "article");
    fields["has_articles"] = profile.named.total > 0;
    fields["search_address"] = search_address(form, 0);
    fields["newest_address"] = newest_address(profile.query);
    fields["query"] = profile.query;
    fields["chart"] =
        profile.named.histogram ? histogram_fields(form, *profile.named.histogram) : Json(false);
    fields["articles"] = article_rows(profile);
    fields["speech_address"] = newest_address(profile.speech_query);
    fields["speech_count"] = counted(profile.speeches, "article");
    fields["sayings"] = saying_rows(profile);
    fields["has_sayings"] = !profile.sayings.empty();
}

}  // namespace

std::string_view kind_in_words(std::string_view kind) {
    if (kind == "org") return "organisation";
    return kind == "official" ? "official" : "person";
}

std::string described(const EntityBrief& brief) {
    std::string text;
    const auto add = [&text](std::string_view part) {
        if (!part.empty()) text.append(text.empty() ? "" : ", ").append(part);
    };
    const auto slash = brief.type.find('/');
    std::string type = brief.type.substr(0, slash);
    std::ranges::replace(type, '-', ' ');
    if (slash != std::string::npos) type += ", " + brief.type.substr(slash + 1);
    add(type);
    add(brief.role);
    add(brief.country);
    return text;
}

Json entity_page_fields(const EntityProfile& profile) {
    const EntityFacts& facts = profile.facts;
    EntityBrief brief = facts.brief;
    if (!facts.country_name.empty()) brief.country = facts.country_name;
    const std::string description = described(brief);
    Json groups = fact_groups(facts);
    Json company = profile.company.empty()
                       ? Json(false)
                       : group_fields("", company_rows(profile), profile.more_company);
    Json fields = {
        {"page_title", brief.name + " – Nutgraf"},
        {"page_class", "article entity"},
        {"form", form_fields(search_for(""))},
        {"kicker", kind_in_words(brief.kind)},
        {"name", brief.name},
        {"described", description},
        {"id", "#" + brief.id},
        {"has_groups", !groups.empty()},
        {"groups", std::move(groups)},
        {"names", name_rows(facts)},
        {"wikidata", facts.wikidata},
        {"wikidata_address",
         facts.wikidata.empty() ? "" : "https://www.wikidata.org/wiki/" + facts.wikidata},
        {"source", facts.source},
        {"company", std::move(company)}};
    add_articles(fields, profile);
    return fields;
}

}  // namespace nutgraf::render
