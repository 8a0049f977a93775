#include "analyzers/entities/records.h"

#include "analyzers/entities/period.h"
#include "analyzers/entities/record_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace nutgraf::entities {

namespace {

using Choices = std::vector<std::string_view>;

const Choices& organisation_kinds() {
    static const Choices kinds{
        "government", "ministry",     "agency",   "parliament",  "court",      "central-bank",
        "police",     "intelligence", "military", "armed-group", "regulator",  "international",
        "party",      "company",      "bank",     "media",       "university", "ngo",
        "union",      "think-tank",   "exchange", "team",        "other"};
    return kinds;
}

const Choices& role_classes() {
    static const Choices classes{"head-of-state", "head-of-government",
                                 "minister",      "legislator",
                                 "envoy",         "judge",
                                 "prosecutor",    "police",
                                 "military",      "intelligence",
                                 "official",      "executive",
                                 "spokesperson",  "royalty",
                                 "cleric",        "party",
                                 "adviser",       "local"};
    return classes;
}

/// "company/telecoms": a kind, and an industry in the writer's words.
Setting kind_of(RecordReader& reader) {
    Setting kind = reader.setting("kind");
    const std::string_view head = std::string_view(kind.text).substr(0, kind.text.find('/'));
    if (kind.text.empty() ||
        std::ranges::find(organisation_kinds(), head) != organisation_kinds().end())
        return kind;
    reader.object(kind.location, fmt::format("\"{}\" is no kind of organisation; there are {}.",
                                             head, fmt::join(organisation_kinds(), ", ")));
    return {};
}

/// The number of a Wikidata item; empty where there is none, or none that could be one.
std::string wikidata_of(RecordReader& reader) {
    Setting item = reader.setting("wikidata");
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const std::string_view digits = std::string_view(item.text).substr(item.text.empty() ? 0 : 1);
    const bool is_item =
        item.text.starts_with('Q') && !digits.empty() && std::ranges::all_of(digits, is_digit);
    if (item.text.empty() || is_item) return std::move(item.text);
    reader.object(item.location,
                  fmt::format("\"{}\" is no Wikidata item; write \"Q160120\".", item.text));
    return {};
}

void add_entity_names(RecordReader& reader, std::vector<SourceName>& names) {
    reader.add_shown_name(NameClass::name, true, names);
    reader.add_names("alias", NameClass::name, names);
    reader.add_names("former", NameClass::name, names);
    reader.add_names("acronym", NameClass::acronym, names);
    reader.add_names("context", NameClass::context, names);
    reader.add_names("desc", NameClass::descriptor, names);
}

void read_organisation(RecordReader& reader, EntityRecord& record) {
    record.type = kind_of(reader);
    record.parent = reader.setting("parent");
    record.letters = reader.joined("letters");
    reader.add_names("adjective", NameClass::adjective, record.names);
    reader.add_names("member", NameClass::member, record.names);
}

void read_person(RecordReader& reader, EntityRecord& record) {
    reader.add_names("surname", NameClass::surname, record.names);
    reader.add_names("given", NameClass::given, record.names);
    const std::string sex = reader.choice("sex", {"f", "m"});
    if (!sex.empty()) record.sex = sex == "f" ? Sex::female : Sex::male;
    record.is_family_first = !reader.choice("order", {"family-first"}).empty();
    record.roles = reader.roles();
    record.parties = reader.references("party");
    record.members = reader.references("member");
    const Setting died = reader.setting("died");
    if (died.text.empty()) return;
    const auto until = parse_period(".." + died.text);
    if (!until) reader.object(died.location, until.error().message);
}

/// "Sens." where there is also "Sen.".
bool is_plural(const SourceName& name, const std::vector<SourceName>& names) {
    std::string singular = name.text;
    const auto s = singular.rfind('s');
    if (s == std::string::npos || s + 2 < singular.size()) return false;
    singular.erase(s, 1);
    return std::ranges::find(names, singular, &SourceName::text) != names.end();
}

std::vector<SourceName> abbreviations(const RecordReader& reader) {
    std::vector<SourceName> names;
    reader.add_names("abbreviation", NameClass::role, names);
    for (SourceName& name : names)
        if (is_plural(name, names)) name.name_class = NameClass::role_plural;
    return names;
}

std::uint32_t seats_of(RecordReader& reader) {
    const Setting seats = reader.setting("seats");
    if (seats.text.empty()) return 1;
    std::uint32_t count = 0;
    const char* const end = seats.text.data() + seats.text.size();
    const auto [stop, error] = std::from_chars(seats.text.data(), end, count);
    if (error == std::errc{} && stop == end && count > 0) return count;
    reader.object(seats.location,
                  fmt::format("\"{}\" is no number of seats; write \"2\".", seats.text));
    return 1;
}

}  // namespace

EntityRecord entity_record(const Block& block, Problems& problems) {
    RecordReader reader(block, problems);
    EntityRecord record{block.id, block.location};
    record.kind = block.kind == "person" ? EntityKind::person : EntityKind::organisation;
    add_entity_names(reader, record.names);
    record.country = reader.country();
    record.wikidata = wikidata_of(reader);
    if (record.kind == EntityKind::person) {
        read_person(reader, record);
    } else {
        read_organisation(reader, record);
    }
    return record;
}

OfficeRecord office_record(const Block& block, Problems& problems) {
    RecordReader reader(block, problems);
    OfficeRecord record{block.id, block.location};
    reader.add_shown_name(NameClass::role, false, record.names);
    reader.add_names("alias", NameClass::role, record.names);
    reader.add_names("acronym", NameClass::acronym, record.names);
    record.role = reader.setting("role");
    if (record.role.text.empty())
        reader.object(block.location,
                      fmt::format("\"{}\" has no \"role\", the kind of office it is.", block.id));
    record.country = reader.country();
    record.organisation = reader.setting("org");
    record.holders = reader.references("holder");
    record.seats = seats_of(reader);
    wikidata_of(reader);
    return record;
}

RoleRecord role_record(const Block& block, Problems& problems) {
    RecordReader reader(block, problems);
    RoleRecord record{block.id, block.location};
    reader.add_shown_name(NameClass::role, false, record.names);
    reader.add_names("alias", NameClass::role, record.names);
    reader.add_names("plural", NameClass::role_plural, record.names);
    const std::vector<SourceName> shorts = abbreviations(reader);
    record.names.insert(record.names.end(), shorts.begin(), shorts.end());
    record.type = reader.choice("class", role_classes());
    record.broader = reader.setting("broader");
    return record;
}

PlaceRecord place_record(const Block& block, Problems& problems) {
    RecordReader reader(block, problems);
    PlaceRecord record{block.id, block.location};
    reader.add_shown_name(NameClass::place, true, record.names);
    reader.add_names("alias", NameClass::place, record.names);
    reader.add_names("former", NameClass::place, record.names);
    reader.add_names("acronym", NameClass::acronym, record.names);
    reader.add_names("context", NameClass::context, record.names);
    reader.add_names("adjective", NameClass::adjective, record.names);
    reader.add_names("demonym", NameClass::adjective, record.demonyms);
    record.is_country = block.kind == "country";
    record.country =
        record.is_country ? Setting{in_capitals(block.id), block.location} : reader.country();
    record.code = reader.setting("code").text;
    reader.add_names("capital", NameClass::place, record.capitals);
    wikidata_of(reader);
    return record;
}

BodyRecord body_record(const Block& block, Problems& problems) {
    RecordReader reader(block, problems);
    BodyRecord record{block.id, block.location};
    reader.add_shown_name(NameClass::name, false, record.names);
    record.type = kind_of(reader).text;
    record.parent = reader.setting("parent");
    reader.each("override", [&](const std::string& value, const Fact& fact) {
        record.overrides.push_back({in_capitals(fact.argument), value, fact.location});
    });
    return record;
}

}  // namespace nutgraf::entities
