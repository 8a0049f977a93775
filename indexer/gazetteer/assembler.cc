#include "indexer/gazetteer/assembler.h"

#include "analyzers/entities/compared_name.h"
#include "indexer/gazetteer/fact_list.h"

#include <algorithm>
#include <set>

namespace nutgraf::gazetteer {

using entities::EntityKind;
using entities::EntityRecord;

namespace {

/// What was before is another of the same name rather than the same, unless something says so.
constexpr std::chrono::sys_days known_begin = std::chrono::year(1990) / 1 / 1;

std::chrono::sys_days last_day_of(const ImportedRecord& record) {
    auto last = std::chrono::sys_days::min();
    for (const ImportedRole& role : record.roles) last = std::max(last, role.period.to);
    return last;
}

bool is_of_country(const std::string& type) {
    const std::string_view kind = std::string_view(type).substr(0, type.find('/'));
    return kind == "government" || kind == "ministry" || kind == "agency" || kind == "parliament" ||
           kind == "court" || kind == "party" || kind == "regulator" || kind == "central-bank" ||
           kind == "police" || kind == "military";
}

std::string small_letters(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    });
    return text;
}

/// Whether somebody had one of some roles at the time.
bool has_one_of(const std::vector<entities::SourceRole>& known,
                const std::vector<ImportedRole>& roles) {
    return std::ranges::any_of(known, [&](const entities::SourceRole& one) {
        return std::ranges::any_of(roles, [&](const ImportedRole& other) {
            return one.role == other.role && one.place == other.place &&
                   one.period.from < other.period.to && other.period.from < one.period.to;
        });
    });
}

bool is_role_of_place(const std::string& role) {
    return role == "us-senator" || role == "us-representative";
}

}  // namespace

Assembler::Assembler(std::string source, const Known& known,
                     std::optional<std::chrono::sys_days> since)
    : source_(std::move(source)), known_(known), gate_(known), since_(since) {}

Assembly Assembler::assembled(std::vector<ImportedRecord> records) && {
    for (ImportedRecord& record : records) {
        if (!known_.has_place(record.country)) record.country.clear();
        join_terms(record.roles);
    }
    choose_ids(records);
    for (std::size_t i = 0; i < records.size(); ++i)
        if (places_[i]) count_names(records[i]);
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!places_[i]) continue;
        entities::Block made = block(records[i], *places_[i]);
        constexpr std::size_t facts_about_the_source = 2;
        if (made.facts.size() == facts_about_the_source) {
            ++result_.left_out["known, and nothing to add"];
            continue;
        }
        result_.blocks.push_back(std::move(made));
        if (places_[i]->is_known) ++result_.of_known;
    }
    std::ranges::stable_sort(result_.blocks, {}, &entities::Block::id);
    return std::move(result_);
}

void Assembler::choose_ids(const std::vector<ImportedRecord>& records) {
    places_.reserve(records.size());
    for (const ImportedRecord& record : records) {
        places_.push_back(place_of(record));
        if (!places_.back()) continue;
        const std::string& id = places_.back()->id;
        ids_[record.source_id] = id;
        if (!record.wikidata.empty()) ids_.try_emplace(record.wikidata, id);
        if (record.type != "party") continue;
        parties_.try_emplace(record.name, id);
        party_ids_.insert(id);
    }
}

std::optional<Assembler::Place> Assembler::place_of(const ImportedRecord& record) {
    const auto left_out = [&](std::string_view reason) {
        ++result_.left_out[std::string(reason)];
        return std::nullopt;
    };
    if (is_too_old(record)) return left_out("all roles ended before --since");
    const Passed shown =
        gate_.passed_as_shown({record.name, record.name_language, NameUse::full}, record.kind);
    if (shown.passage == Passage::refused) return left_out(shown.reason);
    const std::string known = known_id(record);
    if (!known.empty()) {
        if (used_ids_.insert(known).second) return Place{known, true};
        return left_out("another record is of the same known one");
    }
    if (record.is_person()) return Place{new_id(record), false};
    // The compiler refuses two organisations of one country with one name.
    if (!shown_.insert(record.country + "\n" + shown.text).second)
        return left_out("an organisation of the same country and name came before");
    for (const EntityRecord* other : known_.named(entities::compared_name(shown.text)))
        if (other->kind == EntityKind::organisation && other->country.text == record.country &&
            other->names.front().text == shown.text)
            return left_out("an organisation of the same country and name is known");
    return Place{new_id(record), false};
}

bool Assembler::is_too_old(const ImportedRecord& record) const {
    return since_ && !record.roles.empty() && last_day_of(record) < *since_;
}

std::string Assembler::known_id(const ImportedRecord& record) const {
    std::string id = known_.id_of_source(source_, record.source_id);
    if (id.empty() && !record.wikidata.empty()) id = known_.id_of_item(record.wikidata);
    const EntityRecord* const by_id = known_.entity(id);
    if (by_id != nullptr && by_id->kind == record.kind) return id;
    std::set<std::string> found;
    const auto look_up = [&](const std::string& name) {
        for (const EntityRecord* other : known_.named(entities::compared_name(name)))
            if (other->kind == record.kind && may_be(record, *other)) found.insert(other->id);
    };
    look_up(record.name);
    for (const ImportedName& name : record.names)
        if (name.use == NameUse::full && found.empty()) look_up(name.text);
    return found.size() == 1 ? *found.begin() : std::string();
}

bool Assembler::may_be(const ImportedRecord& record, const EntityRecord& known) const {
    const std::string& country = known.country.text;
    if (!country.empty() && !record.country.empty() && country != record.country) return false;
    const std::string item = known_.single(known.id, "wikidata");
    if (!item.empty() && !record.wikidata.empty() && item != record.wikidata) return false;
    if (!record.is_person()) {
        const bool is_party = known.type.text.starts_with("party");
        return country == record.country && is_party == record.type.starts_with("party");
    }
    const auto& known_roles = known_.roles_of(known.id);
    const bool is_of_old = !record.roles.empty() && last_day_of(record) < known_begin;
    if (is_of_old && !known_roles.empty() && !has_one_of(known_roles, record.roles)) return false;
    // Two members of Congress of one name are told apart by their states.
    bool has_place = false;
    for (const entities::SourceRole& role : known_roles) {
        if (!is_role_of_place(role.role)) continue;
        has_place = true;
        if (std::ranges::find(record.roles, role.place, &ImportedRole::place) != record.roles.end())
            return true;
    }
    const bool wants_place = std::ranges::any_of(
        record.roles, [](const ImportedRole& role) { return is_role_of_place(role.role); });
    return !has_place || !wants_place;
}

std::string Assembler::new_id(const ImportedRecord& record) {
    std::string id = id_of_name(record.name);
    if (!record.is_person() && is_of_country(record.type) && !record.country.empty() && !id.empty())
        id = small_letters(record.country) + "-" + id;
    const std::string own = id_of_name(source_ + " " + record.source_id);
    if (id.empty()) id = own;
    const auto is_taken = [&](const std::string& wanted) {
        return known_.entity(wanted) != nullptr || used_ids_.contains(wanted);
    };
    if (is_taken(id)) id += "-" + (own.empty() ? "2" : own);
    while (is_taken(id)) id += "-2";
    used_ids_.insert(id);
    return id;
}

void Assembler::count_names(const ImportedRecord& record) {
    std::set<std::string> seen;
    seen.insert(entities::compared_name(record.name));
    for (const ImportedName& name : record.names) seen.insert(entities::compared_name(name.text));
    for (const std::string& name : seen) ++users_[name];
}

std::string Assembler::resolved(const std::string& target) const {
    if (target.empty()) return {};
    if (const auto own = ids_.find(target); own != ids_.end()) return own->second;
    if (std::string id = known_.id_of_item(target); !id.empty()) return id;
    if (known_.entity(target) != nullptr) return target;
    if (const auto own = parties_.find(target); own != parties_.end()) return own->second;
    return {};
}

bool Assembler::is_party(const std::string& id) const {
    const EntityRecord* const known = known_.entity(id);
    return known != nullptr ? known->type.text.starts_with("party") : party_ids_.contains(id);
}

entities::Block Assembler::block(const ImportedRecord& record, const Place& place) {
    const EntityRecord* known = place.is_known ? known_.entity(place.id) : nullptr;
    if (known != nullptr && known->is_composed) known = nullptr;
    FactList list(
        {known_, gate_, users_, [this](const std::string& target) { return resolved(target); },
         [this](const std::string& id) { return is_party(id); }, result_},
        place.id, known);
    entities::Block block{record.is_person() ? "person" : "org", place.id, {}, {}};
    block.facts = std::move(list).facts(record);
    block.facts.push_back({"source", {}, {}, {source_}, {}});
    block.facts.push_back({"source-id", {}, {}, {record.source_id}, {}});
    return block;
}

}  // namespace nutgraf::gazetteer
