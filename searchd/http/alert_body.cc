#include "searchd/http/alert_body.h"

#include "base/closest.h"
#include "base/json.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace nutgraf::http {

using alerts::Repeats;
using alerts::SavedQuery;
using search::FacetField;

namespace {

using Objection = std::optional<std::string>;  // Empty when the value was taken.

template <class Text>
Objection take_json_text(Text& to, const Json& value) {
    if (!value.is_string()) return "must be a text";
    to = value.get<std::string>();
    return std::nullopt;
}

template <class Truth>
Objection take_json_truth(Truth& to, const Json& value) {
    if (!value.is_boolean()) return "must be true or false";
    to = value.get<bool>();
    return std::nullopt;
}

/// One text or a list of them.
Objection take_json_texts(std::vector<std::string>& to, const Json& value) {
    const Json list = value.is_array() ? value : Json::array({value});
    for (const Json& item : list) {
        if (!item.is_string()) return "must be a text or a list of texts";
        to.push_back(item.get<std::string>());
    }
    return std::nullopt;
}

Objection take_repeats(AlertBody& body, const Json& value) {
    for (const Repeats repeats : {Repeats::once, Repeats::every_version})
        if (value.is_string() && value.get<std::string>() == name_of(repeats))
            body.repeats = repeats;
    return body.repeats ? Objection() : "must be once or every-version";
}

Objection refuse_command(AlertBody&, const Json&) {
    return "can be set on the command line only: nutgraf alert edit NAME --command CMD";
}

template <class To>
struct Member {
    std::string_view name;
    Objection (*take)(To& to, const Json& value);
    std::optional<AlertDeed> only = {};  // Empty: both.
};

/// Reads a record by the table of its members.
template <class To, std::size_t size>
std::optional<BadRequest> objection_to(To& to, const Json& record,
                                       const std::array<Member<To>, size>& members,
                                       AlertDeed deed) {
    for (const auto& [name, value] : record.items()) {
        const auto* member = std::ranges::find(members, name, &Member<To>::name);
        if (member == members.end()) {
            std::vector<std::string_view> names;
            names.reserve(members.size());
            for (const Member<To>& known : members) names.push_back(known.name);
            const auto meant = closest(name, names);
            return BadRequest{name, fmt::format("There is no member \"{}\".", visible(name)),
                              meant ? fmt::format("Is \"{}\" meant?", *meant) : ""};
        }
        if (member->only && *member->only != deed)
            return BadRequest{name,
                              deed == AlertDeed::make
                                  ? fmt::format("\"{}\" is for an alert that there is.", name)
                                  : fmt::format("\"{}\" of an alert cannot be changed.", name),
                              ""};
        if (const Objection objection = member->take(to, value))
            return BadRequest{name, fmt::format("\"{}\" {}.", name, *objection), ""};
    }
    return std::nullopt;
}

template <FacetField field>
Objection take_wanted_texts(SavedQuery& saved, const Json& value) {
    return take_json_texts(search::wanted_values(saved, field), value);
}

template <FacetField field>
Objection take_excluded_texts(SavedQuery& saved, const Json& value) {
    return take_json_texts(search::excluded_values(saved, field), value);
}

constexpr std::array filter_members = {
    Member<SavedQuery>{"source", take_wanted_texts<FacetField::source>},
    Member<SavedQuery>{"not_source", take_excluded_texts<FacetField::source>},
    Member<SavedQuery>{"section", take_wanted_texts<FacetField::section>},
    Member<SavedQuery>{"not_section", take_excluded_texts<FacetField::section>},
    Member<SavedQuery>{"org", take_wanted_texts<FacetField::org>},
    Member<SavedQuery>{"not_org", take_excluded_texts<FacetField::org>},
    Member<SavedQuery>{"official", take_wanted_texts<FacetField::official>},
    Member<SavedQuery>{"not_official", take_excluded_texts<FacetField::official>},
    Member<SavedQuery>{"role", take_wanted_texts<FacetField::role>},
    Member<SavedQuery>{"not_role", take_excluded_texts<FacetField::role>},
    Member<SavedQuery>{"lang", take_wanted_texts<FacetField::lang>},
    Member<SavedQuery>{"not_lang", take_excluded_texts<FacetField::lang>},
    Member<SavedQuery>{"year", take_wanted_texts<FacetField::year>},
    Member<SavedQuery>{"not_year", take_excluded_texts<FacetField::year>},
    Member<SavedQuery>{"from",
                       [](SavedQuery& q, const Json& v) { return take_json_text(q.from, v); }},
    Member<SavedQuery>{"to", [](SavedQuery& q, const Json& v) { return take_json_text(q.to, v); }},
    Member<SavedQuery>{"any",
                       [](SavedQuery& q, const Json& v) { return take_json_truth(q.is_any, v); }},
    Member<SavedQuery>{"plain",
                       [](SavedQuery& q, const Json& v) { return take_json_truth(q.is_plain, v); }},
};

/// Its members have a table of their own.
Objection expect_record(AlertBody&, const Json& value) {
    return value.is_object() ? Objection() : "must be a record";
}

constexpr std::array body_members = {
    Member<AlertBody>{"name",
                      [](AlertBody& b, const Json& v) { return take_json_text(b.name, v); }},
    Member<AlertBody>{"query",
                      [](AlertBody& b, const Json& v) { return take_json_text(b.query, v); }},
    Member<AlertBody>{"filters", expect_record},
    Member<AlertBody>{"mode", take_repeats, AlertDeed::make},
    Member<AlertBody>{"since",
                      [](AlertBody& b, const Json& v) { return take_json_text(b.since, v); },
                      AlertDeed::make},
    Member<AlertBody>{"paused",
                      [](AlertBody& b, const Json& v) { return take_json_truth(b.is_paused, v); },
                      AlertDeed::change},
    Member<AlertBody>{"renew_feed",
                      [](AlertBody& b, const Json& v) { return take_json_truth(b.renews_feed, v); },
                      AlertDeed::change},
    Member<AlertBody>{"command", refuse_command},
};

}  // namespace

Expected<AlertBody, BadRequest> alert_body(const std::string& json, AlertDeed deed) {
    const auto record = parse_json(json);
    if (!record) return Unexpected{BadRequest{"", record.error().message, ""}};
    if (!record->is_object())
        return Unexpected{BadRequest{"", "The body must be a JSON record.", ""}};
    AlertBody body;
    if (auto objection = objection_to(body, *record, body_members, deed))
        return Unexpected{std::move(*objection)};
    if (!record->contains("filters")) return body;
    body.filters.emplace();
    if (auto objection = objection_to(*body.filters, record->at("filters"), filter_members, deed))
        return Unexpected{std::move(*objection)};
    return body;
}

}  // namespace nutgraf::http
