#include "indexer/gazetteer/fact_list.h"

#include "analyzers/entities/block_writer.h"
#include "analyzers/entities/compared_name.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::gazetteer {

using entities::EntityKind;
using entities::NameClass;

namespace {

/// The most organisations and persons that may have one name (analyzers/gazetteers/README.md).
constexpr std::size_t max_users = 8;

std::string_view key_of(Passage passage) {
    if (passage == Passage::acronym) return "acronym";
    return passage == Passage::context ? "context" : "alias";
}

bool overlap(const entities::Period& one, const entities::Period& other) {
    return one.from < other.to && other.from < one.to;
}

std::string with_period(const std::string& what, const entities::Period& period) {
    const std::string dates = period_text(period);
    return dates.empty() ? what : what + " " + dates;
}

std::string role_with_place(const std::string& role, const std::string& place) {
    return place.empty() ? role : role + "/" + place;
}

/// "zh" of "zh", nothing of what blocks cannot have in brackets.
std::string language_of(const std::string& text) {
    constexpr std::size_t least = 2;
    constexpr std::size_t most = 3;
    const bool is_code = text.size() >= least && text.size() <= most &&
                         std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
    return is_code ? text : std::string();
}

}  // namespace

FactList::FactList(const Context& context, std::string id, const entities::EntityRecord* known)
    : context_(context), id_(std::move(id)), known_(known) {}

std::vector<entities::Fact> FactList::facts(const ImportedRecord& record) && {
    add_shown(record);
    for (const ImportedName& name : record.names) add_name(name, record.kind);
    if (record.is_person()) {
        add_person(record);
    } else {
        add_organisation(record);
    }
    add_single("wikidata", record.wikidata);
    return std::move(facts_);
}

void FactList::add(std::string_view key, std::string value, std::string_view language) {
    entities::Fact fact{std::string(key), {}, std::string(language), {std::move(value)}, {}};
    const auto is_same = [&](const entities::Fact& other) {
        return other.key == fact.key && other.language == fact.language &&
               other.values == fact.values;
    };
    if (std::ranges::none_of(facts_, is_same)) facts_.push_back(std::move(fact));
}

void FactList::add_single(std::string_view key, const std::string& value) {
    if (value.empty()) return;
    const std::string here =
        known_ == nullptr ? std::string() : context_.known.single(id_, std::string(key));
    if (here.empty()) {
        add(key, value);
    } else if (here != value) {
        differ(std::string(key), here, value);
    }
}

void FactList::add_shown(const ImportedRecord& record) {
    const ImportedName shown{record.name, record.name_language, NameUse::full};
    if (known_ != nullptr) {
        add_name(shown, record.kind);
        return;
    }
    const Passed passed = context_.gate.passed_as_shown(shown, record.kind);
    add("name", passed.text);
    names_.insert(passed.text);
    ++context_.result.names;
    if (passed.passage == Passage::context || is_shared_by_many(passed.text))
        add("context", passed.text);
}

void FactList::add_name(const ImportedName& name, EntityKind kind) {
    const Passed passed = context_.gate.passed(name, kind);
    if (passed.passage == Passage::refused) {
        ++context_.result.left_out_names[std::string(passed.reason)];
        return;
    }
    if (has_name(passed.text) || !names_.insert(passed.text).second) return;
    std::string_view key = key_of(passed.passage);
    if (is_shared_by_many(passed.text)) key = "context";
    if (key == "alias" && name.use == NameUse::former) key = "former";
    ++context_.result.names;
    add(key, passed.text, language_of(name.language));
}

bool FactList::has_name(std::string_view text) const {
    return known_ != nullptr &&
           std::ranges::find(known_->names, text, &entities::SourceName::text) !=
               known_->names.end();
}

bool FactList::is_shared_by_many(std::string_view text) const {
    const std::string compared = entities::compared_name(text);
    const auto own = context_.users.find(compared);
    const std::size_t users = own == context_.users.end() ? 0 : own->second;
    return users + context_.known.users_of(compared) > max_users;
}

void FactList::add_organisation(const ImportedRecord& record) {
    const std::string here = known_ == nullptr ? std::string() : known_->type.text;
    if (here.empty()) add_single("kind", record.type);
    add_single("country", record.country);
    if (known_ == nullptr || known_->parent.text.empty()) {
        const std::string parent = context_.resolved(record.parent);
        if (!parent.empty() && parent != id_) add("parent", parent);
    }
    if (known_ != nullptr) return;
    if (const auto letters = entities::written_value(record.letters)) add("letters", *letters);
    if (const auto adjective = entities::written_value(record.adjective))
        add("adjective", *adjective);
}

void FactList::add_person(const ImportedRecord& record) {
    add_surname(record);
    if (record.is_family_first && (known_ == nullptr || !known_->is_family_first))
        add("order", "family-first");
    if (record.sex != entities::Sex::unknown)
        add_single("sex", record.sex == entities::Sex::female ? "f" : "m");
    add_single("country", record.country);
    add_parties(record);
    add_roles(record);
    add_ties("member", record.members);
    add_single("died", record.died);
}

void FactList::add_surname(const ImportedRecord& record) {
    const auto add_part = [&](std::string_view key, NameClass part, const std::string& text) {
        const auto written = entities::written_value(text);
        const bool has_one =
            known_ != nullptr && std::ranges::any_of(known_->names, [&](const auto& name) {
                return name.name_class == part;
            });
        if (!written || has_one) return;
        if (context_.gate.may_stand_alone(*written)) {
            add(key, *written);
        } else {
            ++context_.result.left_out_names["a part of a name that is a common word"];
        }
    };
    add_part("surname", NameClass::surname, record.surname);
    add_part("given", NameClass::given, record.given);
}

void FactList::add_parties(const ImportedRecord& record) {
    if (known_ == nullptr || known_->parties.empty()) {
        add_ties("party", record.parties);
        return;
    }
    // Who is of one party now and of another for the source is worth a look.
    if (record.parties.empty()) return;
    const std::string there = context_.resolved(record.parties.back().target);
    const std::string& here = known_->parties.back().id;
    if (!there.empty() && there != here) differ("party", here, there);
}

void FactList::add_ties(std::string_view key, const std::vector<ImportedTie>& ties) {
    for (const ImportedTie& tie : ties) {
        const std::string id = context_.resolved(tie.target);
        if (id.empty() || id == id_) {
            leave_out_tie(key == "party" ? "a party nobody knows" : "a body nobody knows");
            continue;
        }
        if (key == "party" && !context_.is_party(id)) {
            leave_out_tie("a party that is known as something else");
            continue;
        }
        const bool is_there = known_ != nullptr && key == "member" &&
                              std::ranges::find(known_->members, id, &entities::Reference::id) !=
                                  known_->members.end();
        if (!is_there) add(key, with_period(id, tie.period));
    }
}

void FactList::add_roles(const ImportedRecord& record) {
    for (const ImportedRole& role : record.roles) {
        if (!context_.known.has_role(role.role)) {
            leave_out_tie("a role nobody knows");
        } else if (!role.place.empty() && !context_.known.has_place(role.place)) {
            leave_out_tie("a role of a place nobody knows");
        } else {
            add_role(role);
        }
    }
}

void FactList::add_role(const ImportedRole& role) {
    const std::string what = role_with_place(role.role, role.place);
    if (known_ != nullptr) {
        for (const entities::SourceRole& here : context_.known.roles_of(id_)) {
            if (here.role != role.role || here.place != role.place) continue;
            if (!overlap(here.period, role.period)) continue;
            // What is there stays; an end that is merely to come is no difference.
            const bool is_open = here.period.to == std::chrono::sys_days::max();
            if (here.period.from != role.period.from ||
                (here.period.to != role.period.to && !is_open))
                differ("role " + what, period_text(here.period), period_text(role.period));
            return;
        }
    }
    add("role", with_period(what, role.period));
}

void FactList::differ(std::string what, std::string here, std::string there) {
    context_.result.differences.push_back(
        {id_, std::move(what), std::move(here), std::move(there)});
}

void FactList::leave_out_tie(std::string_view reason) {
    ++context_.result.left_out_ties[std::string(reason)];
}

}  // namespace nutgraf::gazetteer
