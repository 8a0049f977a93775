#include "indexer/gazetteer/popolo.h"

#include "indexer/gazetteer/json_items.h"
#include "indexer/gazetteer/json_values.h"

#include <algorithm>

namespace nutgraf::gazetteer {

namespace {

/// "gb-conservative" of "party/gb-conservative".
std::string after_slash(const std::string& id) {
    return id.substr(id.find('/') + 1);
}

std::string wikidata_of(const Json& item) {
    for (const Json& identifier : list_of(item, "identifiers"))
        if (text_of(identifier, "scheme") == "wikidata") return text_of(identifier, "identifier");
    return {};
}

void add_other_names(const Json& item, ImportedRecord& record) {
    for (const Json& other : list_of(item, "other_names")) {
        const std::string note = text_of(other, "note");
        const bool has_ended = !text_of(other, "end_date").empty();
        record.names.push_back({text_of(other, "name"), text_of(other, "lang"),
                                has_ended || note == "previous" ? NameUse::former : NameUse::full});
    }
}

entities::Sex sex_of(const std::string& gender) {
    if (gender == "female" || gender == "f") return entities::Sex::female;
    if (gender == "male" || gender == "m") return entities::Sex::male;
    return entities::Sex::unknown;
}

std::string last_word(const std::string& name) {
    const auto space = name.rfind(' ');
    return space == std::string::npos ? std::string() : name.substr(space + 1);
}

}  // namespace

void PopoloImporter::read(InputFile file) {
    JsonItems items(std::move(file.bytes));
    while (auto item = items.next()) {
        if (item->key == "meta") continue;
        const auto json = parse_json(item->bytes);
        if (item->complaint.empty() && json) {
            read_item(item->key, *json);
        } else {
            context_.harvest.count_read();
            context_.harvest.refuse(
                file.name, item->line,
                item->complaint.empty() ? json.error().message : item->complaint);
        }
    }
}

void PopoloImporter::read_item(const std::string& key, const Json& item) {
    Harvest& harvest = context_.harvest;
    harvest.count_read();
    const std::string id = text_of(item, "id");
    // A file may also be a bare list of people or of organisations.
    if (key == "persons" || (key.empty() && !id.empty() && !item.contains("classification"))) {
        read_person(item);
    } else if (key == "organizations" || key.empty()) {
        read_organisation(item);
    } else if (key == "memberships") {
        read_membership(item);
        harvest.leave_out("a membership, told of its person");
    } else if (key == "posts") {
        posts_[id] = {text_of(item, "label"), text_of(item, "organization_id")};
        harvest.leave_out("a post, told of who holds it");
    } else if (key == "events") {
        terms_[id] = {text_of(item, "start_date"), text_of(item, "end_date")};
        harvest.leave_out("an event, told of its members");
    } else {
        harvest.leave_out("neither a person nor an organisation");
    }
}

void PopoloImporter::read_person(const Json& item) {
    ImportedRecord record;
    record.kind = entities::EntityKind::person;
    record.source_id = text_of(item, "id");
    record.name = text_of(item, "name");
    if (record.source_id.empty() || record.name.empty()) {
        context_.harvest.leave_out("a person without an id or a name");
        return;
    }
    record.surname = text_of(item, "family_name");
    record.given = text_of(item, "given_name");
    if (record.surname.empty()) record.surname = last_word(record.name);
    record.is_family_first = !record.surname.empty() && !record.given.empty() &&
                             record.name == record.surname + " " + record.given;
    record.sex = sex_of(text_of(item, "gender"));
    record.wikidata = wikidata_of(item);
    record.died =
        imported_period(text_of(item, "death_date"), {}) && !text_of(item, "death_date").empty()
            ? text_of(item, "death_date")
            : std::string();
    record.country = context_.known.country_of(text_of(item, "national_identity"));
    add_other_names(item, record);
    for (const Json& membership : list_of(item, "memberships")) {
        if (!membership.is_object()) continue;
        Json whole = membership;
        if (text_of(whole, "person_id").empty()) whole["person_id"] = record.source_id;
        read_membership(whole);
    }
    context_.harvest.keep(std::move(record));
}

void PopoloImporter::read_organisation(const Json& item) {
    ImportedRecord record;
    record.source_id = text_of(item, "id");
    record.name = text_of(item, "name");
    const std::string classification = text_of(item, "classification");
    if (record.source_id.empty() || record.name.empty()) {
        context_.harvest.leave_out("an organisation without an id or a name");
        return;
    }
    record.type = classification == "party" || classification == "political party" ? "party"
                  : classification == "legislature" || classification == "chamber" ? "parliament"
                                                                                   : "other";
    record.wikidata = wikidata_of(item);
    record.parent = text_of(item, "parent_id");
    add_other_names(item, record);
    const std::string id = record.source_id;
    organisations_[id] = record;
    context_.harvest.keep(std::move(record));
}

void PopoloImporter::read_membership(const Json& item) {
    Membership membership;
    membership.person = text_of(item, "person_id");
    membership.organisation = text_of(item, "organization_id");
    membership.party = text_of(item, "on_behalf_of_id");
    membership.label = text_of(item, "role");
    if (membership.label.empty()) membership.label = text_of(item, "label");
    if (membership.label.empty()) membership.label = "post:" + text_of(item, "post_id");
    membership.term = text_of(item, "legislative_period_id");
    membership.from = text_of(item, "start_date");
    membership.to = text_of(item, "end_date");
    memberships_.push_back(std::move(membership));
}

void PopoloImporter::finish() {
    for (Membership& membership : memberships_) {
        const auto term = terms_.find(membership.term);
        if (term != terms_.end()) {
            if (membership.from.empty()) membership.from = term->second.from;
            if (membership.to.empty()) membership.to = term->second.to;
        }
        add_membership(membership);
    }
}

void PopoloImporter::add_membership(const Membership& membership) {
    ImportedRecord* const person = context_.harvest.kept(membership.person);
    const auto period = imported_period(membership.from, membership.to);
    if (person == nullptr || !period) return;
    const auto body = organisations_.find(membership.organisation);
    const bool is_in_body = body != organisations_.end();
    const bool is_in_party = is_in_body && body->second.type == "party";
    const std::string& party = is_in_party ? membership.organisation : membership.party;
    if (!party.empty() && after_slash(party) != "_IND") {
        ImportedTie* const last = person->parties.empty() ? nullptr : &person->parties.back();
        if (last != nullptr && last->target == party && last->period.to <= period->from) {
            last->period.to = period->to;
        } else {
            person->parties.push_back({party, *period});
        }
    }
    if (is_in_party) return;
    const std::string role = role_of(membership, is_in_body ? body->second.name : std::string());
    if (!role.empty()) person->roles.push_back({role, person->country, *period});
    if (is_in_body) person->members.push_back({membership.organisation, *period});
}

std::string PopoloImporter::role_of(const Membership& membership,
                                    const std::string& legislature) const {
    std::string label = membership.label;
    constexpr std::string_view of_post = "post:";
    if (label.starts_with(of_post)) {
        const auto post = posts_.find(label.substr(of_post.size()));
        label = post == posts_.end() ? std::string() : post->second.label;
    }
    if (label == "member") {
        const std::string whole = context_.known.role_of("member of the " + legislature);
        return whole.empty() ? "legislator" : whole;
    }
    return label.empty() ? std::string() : context_.known.role_of(label);
}

std::unique_ptr<Importer> popolo_importer(const ImportContext& context) {
    return std::make_unique<PopoloImporter>(context);
}

}  // namespace nutgraf::gazetteer
