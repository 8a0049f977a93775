#include "analyzers/entities/lint.h"

#include "analyzers/entities/lines.h"
#include "base/closest.h"
#include "base/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace nutgraf::entities {

namespace {

template <class Record>
const Record* find(const std::vector<Record>& records, std::string_view id) {
    const auto record = std::ranges::lower_bound(records, id, {}, &Record::id);
    return record == records.end() || record->id != id ? nullptr : &*record;
}

/// Looks for the blocks that lines name.
class ReferenceLint {
public:
    ReferenceLint(const Source& source, Problems& problems) : source_(source), problems_(problems) {
        for (const PlaceRecord& place : source.places) {
            if (place.is_country) countries_.insert(place.country.text);
            if (!place.code.empty()) codes_.insert(place.code);
        }
    }

    void check_all() {
        for (const EntityRecord& entity : source_.entities) check(entity);
        for (const OfficeRecord& office : source_.offices) check(office);
        for (const RoleRecord& role : source_.roles) check(role);
        for (const PlaceRecord& place : source_.places) check_country(place.country);
    }

private:
    void object(const Location& location, std::string sentence) {
        problems_.push_back({location, Severity::error, std::move(sentence)});
    }

    template <class Record>
    void object_to_id(const Location& location, std::string_view kind, std::string_view id,
                      const std::vector<Record>& records) {
        // Slips of the pen are seldom in the first letter, and there are thousands of ids.
        std::vector<std::string_view> ids;
        for (const Record& record : records)
            if (record.id.front() == id.front()) ids.push_back(record.id);
        const auto meant = closest(id, ids);
        object(location, fmt::format("There is no \"@{} {}\"{}", kind, id,
                                     meant ? fmt::format("; did you mean \"{}\"?", *meant) : "."));
    }

    void check(const EntityRecord& entity) {
        check_country(entity.country);
        check_entity(entity.parent.text, entity.parent.location, EntityKind::organisation);
        if (entity.parent.text == entity.id)
            object(entity.parent.location,
                   fmt::format("\"{}\" cannot be a part of itself.", entity.id));
        for (const SourceRole& role : entity.roles) {
            check_role(role.role, role.location);
            check_place(role);
        }
        for (const Reference& party : entity.parties) check_party(party);
        for (const Reference& member : entity.members)
            check_entity(member.id, member.location, EntityKind::organisation);
    }

    void check(const OfficeRecord& office) {
        check_country(office.country);
        check_role(office.role.text, office.role.location);
        check_entity(office.organisation.text, office.organisation.location,
                     EntityKind::organisation);
        for (const Reference& holder : office.holders) {
            check_entity(holder.id, holder.location, EntityKind::person);
            check_seats(office, holder);
        }
    }

    void check(const RoleRecord& role) {
        check_role(role.broader.text, role.broader.location);
        std::set<std::string_view> seen{role.id};
        for (const RoleRecord* at = find(source_.roles, role.broader.text); at != nullptr;
             at = find(source_.roles, at->broader.text)) {
            if (at->id == role.id)
                object(role.broader.location,
                       fmt::format("\"{}\" cannot be broader than itself.", role.id));
            if (!seen.insert(at->id).second) return;
        }
    }

    void check_country(const Setting& country) {
        if (country.text.empty() || countries_.contains(country.text)) return;
        object(country.location, fmt::format("There is no country \"{}\".", country.text));
    }

    void check_entity(const std::string& id, const Location& location, EntityKind kind) {
        if (id.empty()) return;
        const EntityRecord* const entity = find(source_.entities, id);
        const std::string_view name = kind == EntityKind::person ? "person" : "org";
        if (entity == nullptr) {
            object_to_id(location, name, id, source_.entities);
        } else if (entity->kind != kind) {
            object(location, fmt::format("\"{}\" is no \"@{}\".", id, name));
        }
    }

    void check_party(const Reference& party) {
        check_entity(party.id, party.location, EntityKind::organisation);
        const EntityRecord* const entity = find(source_.entities, party.id);
        if (entity == nullptr || entity->kind != EntityKind::organisation) return;
        if (!entity->type.text.starts_with("party"))
            object(party.location, fmt::format("\"{}\" is not of \"kind: party\".", party.id));
    }

    void check_role(const std::string& id, const Location& location) {
        if (id.empty() || find(source_.roles, id) != nullptr) return;
        object_to_id(location, "role", id, source_.roles);
    }

    /// "DE", "CN/GB", "huawei".
    void check_place(const SourceRole& role) {
        if (role.place.empty()) return;
        for (const std::string_view part : parts(role.place, "/")) {
            const std::string name(part);
            if (countries_.contains(name) || codes_.contains(name)) continue;
            if (find(source_.entities, name) != nullptr) continue;
            object(role.location,
                   fmt::format("\"{}\" is no country, no state and no organisation.", name));
        }
    }

    /// At the holder who is one too many on the first day.
    void check_seats(const OfficeRecord& office, const Reference& holder) {
        std::vector<std::string_view> others;
        for (const Reference& other : office.holders) {
            const bool came_before = other.period.from < holder.period.from ||
                                     (other.period.from == holder.period.from && &other < &holder);
            if (came_before && other.period.contains(holder.period.from))
                others.push_back(other.id);
        }
        if (others.size() < office.seats) return;
        const std::string day = holder.period.from == std::chrono::sys_days::min()
                                    ? "a day without a date"
                                    : iso_date(holder.period.from);
        object(holder.location,
               fmt::format(
                   "\"{}\" has {} at a time, and on {} there are \"{}\" and \"{}\".", office.id,
                   office.seats == 1 ? "one holder" : fmt::format("{} holders", office.seats), day,
                   fmt::join(others, "\", \""), holder.id));
    }

    const Source& source_;
    Problems& problems_;
    std::set<std::string> countries_;
    std::set<std::string> codes_;
};

}  // namespace

void lint(const Source& source, Problems& problems) {
    ReferenceLint(source, problems).check_all();
    lint_names(source, problems);
}

}  // namespace nutgraf::entities
