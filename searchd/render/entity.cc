#include "searchd/render/entity.h"

#include "base/date.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <map>
#include <vector>

namespace nutgraf::render {

using entities::Entity;
using entities::EntityKind;
using entities::Gazetteer;
using entities::PartyHeld;
using entities::Period;
using entities::RoleHeld;

namespace {

/// Both ends are days included; absent where not known.
void add_period(Json& record, const Period& period) {
    if (period.from != Period{}.from) record["from"] = iso_date(period.from);
    if (period.to != Period{}.to) record["to"] = iso_date(period.to - std::chrono::days(1));
}

std::string printed(const Period& period) {
    const std::string from = period.from == Period{}.from ? "" : iso_date(period.from);
    const std::string to =
        period.to == Period{}.to ? "" : iso_date(period.to - std::chrono::days(1));
    return from.empty() && to.empty() ? "" : fmt::format("{}..{}", from, to);
}

void add_text(Json& record, const char* name, std::string_view text) {
    if (!text.empty()) record[name] = text;
}

std::string title_of(const Gazetteer& gazetteer, const RoleHeld& held) {
    if (held.office != entities::none) return std::string(gazetteer.office(held.office).name);
    return std::string(gazetteer.role(held.role).name);
}

Json role_record(const Gazetteer& gazetteer, const RoleHeld& held) {
    Json record = {{"role", gazetteer.role(held.role).id}, {"name", title_of(gazetteer, held)}};
    if (held.office != entities::none) record["office"] = gazetteer.office(held.office).id;
    add_text(record, "place", held.place);
    add_period(record, held.period);
    return record;
}

/// Names of one language together; those used in any stand under "any".
std::map<std::string, std::vector<std::string>> names_by_language(const Entity& entity) {
    std::map<std::string, std::vector<std::string>> names;
    for (const entities::WrittenName& name : entity.names)
        names[name.language.empty() ? "any" : std::string(name.language)].emplace_back(name.text);
    return names;
}

}  // namespace

Json entity_summary(const Gazetteer& gazetteer, std::uint32_t number) {
    const Entity entity = gazetteer.entity(number);
    Json record = {{"kind", entity.kind == EntityKind::organisation ? "org" : "person"},
                   {"id", entity.id},
                   {"name", entity.name}};
    add_text(record, "type", entity.type);
    add_text(record, "country", entity.country);
    if (!entity.roles.empty()) record["role"] = title_of(gazetteer, entity.roles.back());
    return record;
}

Json entity_record(const Gazetteer& gazetteer, std::uint32_t number) {
    const Entity entity = gazetteer.entity(number);
    Json record = {{"version", 1}};
    record.update(entity_summary(gazetteer, number));
    record.erase("role");
    record["names"] = names_by_language(entity);
    if (entity.parent != entities::none) record["parent"] = gazetteer.entity(entity.parent).id;
    record["roles"] = Json::array();
    for (const RoleHeld& held : entity.roles)
        record["roles"].push_back(role_record(gazetteer, held));
    record["parties"] = Json::array();
    for (const PartyHeld& held : entity.parties) {
        const Entity party = gazetteer.entity(held.party);
        Json party_record = {{"id", party.id}, {"name", party.name}};
        add_period(party_record, held.period);
        record["parties"].push_back(std::move(party_record));
    }
    record["source"] = fmt::format("{}:{}", entity.file, entity.line);
    return record;
}

std::string entity_text(const Gazetteer& gazetteer, std::uint32_t number) {
    const Entity entity = gazetteer.entity(number);
    std::string text = entity_line(gazetteer, number) + "\n";
    for (const auto& [language, names] : names_by_language(entity))
        text += fmt::format("  {:<6} {}\n", language == "any" ? "names" : language,
                            visible(fmt::format("{}", fmt::join(names, " | "))));
    for (const RoleHeld& held : entity.roles)
        text += fmt::format("  role   {}{} {}\n", visible(title_of(gazetteer, held)),
                            held.place.empty() ? "" : fmt::format(", {}", held.place),
                            printed(held.period));
    for (const PartyHeld& held : entity.parties)
        text += fmt::format("  party  {} {}\n", visible(gazetteer.entity(held.party).name),
                            printed(held.period));
    if (entity.parent != entities::none)
        text += fmt::format("  part of {}\n", entity_line(gazetteer, entity.parent));
    return text + fmt::format("  from   {}:{}\n", entity.file, entity.line);
}

std::string entity_line(const Gazetteer& gazetteer, std::uint32_t number) {
    const Entity entity = gazetteer.entity(number);
    std::string line = fmt::format("{} (#{})", visible(entity.name), entity.id);
    if (!entity.type.empty()) line += fmt::format(", {}", entity.type);
    if (!entity.roles.empty())
        line += fmt::format(", {}", visible(title_of(gazetteer, entity.roles.back())));
    if (!entity.country.empty()) line += fmt::format(", {}", entity.country);
    return line;
}

}  // namespace nutgraf::render
