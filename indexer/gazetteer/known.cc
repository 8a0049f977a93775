#include "indexer/gazetteer/known.h"

#include "analyzers/entities/block_kinds.h"
#include "analyzers/entities/compared_name.h"
#include "analyzers/entities/compose.h"
#include "analyzers/entities/lines.h"
#include "base/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::gazetteer {

using entities::EntityRecord;
using entities::NameClass;

namespace {

bool is_whole_name(const entities::SourceName& name) {
    return name.name_class == NameClass::name || name.name_class == NameClass::acronym ||
           name.name_class == NameClass::context;
}

/// "minister of foreign affairs", of "minister of foreign affairs of france".
std::string without_last_word(std::string_view words) {
    const auto space = words.rfind(' ');
    return space == std::string_view::npos ? std::string() : std::string(words.substr(0, space));
}

std::string without_first_word(std::string_view words) {
    const auto space = words.find(' ');
    return space == std::string_view::npos ? std::string() : std::string(words.substr(space + 1));
}

}  // namespace

Known::Known(const std::vector<entities::SourceFile>& files) {
    entities::Problems problems;
    source_ = entities::read_source(files, problems);
    entities::compose(source_, problems);
    for (const entities::Problem& problem : problems)
        if (problem.severity == entities::Severity::error) throw Error(to_text(problem));
    index_blocks(files);
    index_places();
    index_roles();
    index_entities();
    for (const entities::LexiconRow& row : source_.lexicon)
        words_.emplace(row.word_class, entities::compared_name(row.form));
}

void Known::index_blocks(const std::vector<entities::SourceFile>& files) {
    entities::Problems ignored;  // The same as read_source found.
    std::vector<entities::Block> blocks;
    for (const entities::SourceFile& file : files) {
        if (!file.name.ends_with(".ent")) continue;
        auto read = entities::read_blocks(file.text, file.name);
        blocks.insert(blocks.end(), read.blocks.begin(), read.blocks.end());
    }
    for (const entities::Block& block : entities::merged_blocks(std::move(blocks), ignored)) {
        if (block.kind != "org" && block.kind != "person") continue;
        std::string source;
        for (const entities::Fact& fact : block.facts) {
            if (fact.key == "wikidata") items_.emplace(fact.values.front(), block.id);
            if (fact.key == "source") source = fact.values.front();
            if (fact.key == "source-id") sources_[{source, fact.values.front()}] = block.id;
            singles_.try_emplace({block.id, fact.key}, fact.values.front());
        }
    }
}

void Known::index_entities() {
    for (const EntityRecord& record : source_.entities) {
        entities_.emplace(record.id, &record);
        for (const entities::SourceName& name : record.names)
            if (is_whole_name(name)) names_[entities::compared_name(name.text)].insert(record.id);
        auto& roles = roles_of_[record.id];
        roles.insert(roles.end(), record.roles.begin(), record.roles.end());
    }
    for (const entities::OfficeRecord& office : source_.offices)
        for (const entities::Reference& holder : office.holders)
            roles_of_[holder.id].push_back(
                {office.role.text, office.country.text, holder.period, holder.location});
}

void Known::index_places() {
    for (const entities::PlaceRecord& place : source_.places) {
        if (!place.code.empty()) places_.insert(place.code);
        if (!place.is_country) continue;
        places_.insert(place.country.text);
        countries_[entities::compared_name(place.country.text)] = place.country.text;
        for (const entities::SourceName& name : place.names)
            countries_.try_emplace(entities::compared_name(name.text), place.country.text);
    }
}

void Known::index_roles() {
    for (const entities::RoleRecord& role : source_.roles) {
        roles_.insert(role.id);
        for (const entities::SourceName& name : role.names) add_role_name(name, role.id);
    }
    for (const entities::OfficeRecord& office : source_.offices)
        for (const entities::SourceName& name : office.names) add_role_name(name, office.role.text);
}

void Known::add_role_name(const entities::SourceName& name, const std::string& role) {
    const bool is_abbreviation = name.text.ends_with('.');
    if (!is_abbreviation && name.name_class != NameClass::acronym)
        role_names_.try_emplace(entities::compared_name(name.text), role);
}

const EntityRecord* Known::entity(std::string_view id) const {
    const auto found = entities_.find(std::string(id));
    return found == entities_.end() ? nullptr : found->second;
}

std::vector<const EntityRecord*> Known::named(const std::string& compared) const {
    std::vector<const EntityRecord*> found;
    const auto users = names_.find(compared);
    if (users == names_.end()) return found;
    for (const std::string& id : users->second) found.push_back(entity(id));
    return found;
}

std::size_t Known::users_of(const std::string& compared) const {
    const auto users = names_.find(compared);
    return users == names_.end() ? 0 : users->second.size();
}

std::string Known::id_of_item(const std::string& item) const {
    const auto found = items_.find(item);
    return found == items_.end() ? std::string() : found->second;
}

std::string Known::id_of_source(const std::string& source, const std::string& source_id) const {
    const auto found = sources_.find({source, source_id});
    return found == sources_.end() ? std::string() : found->second;
}

std::string Known::single(std::string_view id, const std::string& key) const {
    const auto found = singles_.find({std::string(id), key});
    return found == singles_.end() ? std::string() : found->second;
}

const std::vector<entities::SourceRole>& Known::roles_of(std::string_view person) const {
    static const std::vector<entities::SourceRole> nothing;
    const auto found = roles_of_.find(std::string(person));
    return found == roles_of_.end() ? nothing : found->second;
}

bool Known::has_role(std::string_view role) const {
    return roles_.contains(role);
}

bool Known::has_place(std::string_view place) const {
    return places_.contains(place) || entity(place) != nullptr;
}

std::string Known::country_of(std::string_view text) const {
    const auto found = countries_.find(entities::compared_name(text));
    return found == countries_.end() ? std::string() : found->second;
}

std::string Known::role_of(std::string_view label) const {
    const std::string whole = entities::compared_name(label);
    const auto role_named = [&](const std::string& words) -> const std::string* {
        const auto role = role_names_.find(words);
        return role == role_names_.end() ? nullptr : &role->second;
    };
    // What stands behind the role says whose it is, and so, for an adjective, does what is before.
    for (std::string begin = whole; !begin.empty(); begin = without_last_word(begin))
        if (const auto* role = role_named(begin)) return *role;
    for (std::string end = without_first_word(whole); !end.empty(); end = without_first_word(end))
        if (const auto* role = role_named(end)) return *role;
    return {};
}

bool Known::is_word(const std::string& word_class, const std::string& folded) const {
    return words_.contains({word_class, folded});
}

}  // namespace nutgraf::gazetteer
