#include "analyzers/entities/lines.h"
#include "base/utf8.h"
#include "indexer/archive/line_reader.h"
#include "indexer/gazetteer/importer.h"
#include "indexer/gazetteer/json_values.h"
#include "indexer/gazetteer/table_rows.h"

#include <algorithm>
#include <map>
#include <vector>

namespace nutgraf::gazetteer {

namespace {

constexpr std::size_t max_entity_bytes = std::size_t{16} << 20U;

std::string in_capital_letters(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
    });
    return text;
}

bool has_text(const Json& list, const char* text) {
    return std::ranges::find(list, Json(text)) != list.end();
}

/// The gazetteer's kind of an organisation of a schema; empty for what is none.
std::string kind_of_schema(const std::string& schema) {
    if (schema == "Company") return "company";
    if (schema == "PublicBody") return "agency";
    if (schema == "Organization" || schema == "LegalEntity") return "other";
    return {};
}

void add_all_names(const Json& properties, const char* key, NameUse use, ImportedRecord& record) {
    for (const Json& name : list_of(properties, key))
        if (name.is_string()) record.names.push_back({name.get<std::string>(), {}, use});
}

/// OpenSanctions: FollowTheMoney entities, one a line, where people, posts and who held which name
/// each other by id; or the simple CSV file. Kept are people of public life and organisations that
/// a list is about.
class OpensanctionsImporter final : public Importer {
public:
    explicit OpensanctionsImporter(const ImportContext& context) : context_(context) {}

    void read(InputFile file) override {
        if (file.has_ending(".csv")) {
            read_table(std::move(file));
            return;
        }
        archive::LineReader lines(std::move(file.bytes), max_entity_bytes);
        while (const auto line = lines.next()) {
            if (entities::trimmed(line->bytes).empty()) continue;
            context_.harvest.count_read();
            const auto json = parse_json(line->bytes);
            if (line->is_too_long || !json) {
                context_.harvest.refuse(
                    file.name, line->number,
                    line->is_too_long ? "The line is longer than 16 MiB." : json.error().message);
            } else {
                read_entity(*json);
            }
        }
    }

    void finish() override {
        for (const Occupancy& occupancy : occupancies_) {
            ImportedRecord* const person = context_.harvest.kept(occupancy.person);
            const auto post = posts_.find(occupancy.post);
            if (person == nullptr || post == posts_.end()) continue;
            const std::string role = context_.known.role_of(post->second.name);
            if (role.empty()) continue;
            const std::string& country =
                post->second.country.empty() ? person->country : post->second.country;
            person->roles.push_back({role, country, occupancy.period});
        }
    }

private:
    struct Post {
        std::string name;
        std::string country;
    };
    struct Occupancy {
        std::string person;
        std::string post;
        entities::Period period;
    };

    void read_entity(const Json& item) {
        const std::string schema = text_of(item, "schema");
        const std::string id = text_of(item, "id");
        const Json& properties = record_of(item, "properties");
        if (schema == "Person") {
            read_person(id, text_of(item, "caption"), properties);
        } else if (schema == "Position") {
            posts_[id] = {first_of(properties, "name"),
                          in_capital_letters(first_of(properties, "country"))};
            context_.harvest.leave_out("a post, told of who holds it");
        } else if (schema == "Occupancy") {
            read_occupancy(properties);
            context_.harvest.leave_out("a holding of a post, told of its person");
        } else if (!kind_of_schema(schema).empty()) {
            read_organisation(item, kind_of_schema(schema));
        } else {
            context_.harvest.leave_out("neither a person nor an organisation");
        }
    }

    void read_occupancy(const Json& properties) {
        const auto period =
            imported_period(first_of(properties, "startDate"), first_of(properties, "endDate"));
        if (period)
            occupancies_.push_back(
                {first_of(properties, "holder"), first_of(properties, "post"), *period});
    }

    void read_person(const std::string& id, const std::string& caption, const Json& properties) {
        if (!has_text(list_of(properties, "topics"), "role.pep")) {
            context_.harvest.leave_out("a person without a public role");
            return;
        }
        ImportedRecord record;
        record.kind = entities::EntityKind::person;
        record.surname = first_of(properties, "lastName");
        record.given = first_of(properties, "firstName");
        const std::string gender = first_of(properties, "gender");
        if (gender == "female") record.sex = entities::Sex::female;
        if (gender == "male") record.sex = entities::Sex::male;
        const std::string died = first_of(properties, "deathDate");
        if (!died.empty() && imported_period({}, died)->to != std::chrono::sys_days::max())
            record.died = died;
        for (const char* key : {"citizenship", "nationality", "country"})
            if (record.country.empty())
                record.country = in_capital_letters(first_of(properties, key));
        keep(id, caption, properties, std::move(record));
    }

    void read_organisation(const Json& item, const std::string& kind) {
        const Json& properties = record_of(item, "properties");
        const auto target = item.find("target");
        const bool is_target = target != item.end() && target->is_boolean() && target->get<bool>();
        if (!is_target) {
            context_.harvest.leave_out("an organisation that no list is about");
            return;
        }
        ImportedRecord record;
        record.type = kind;
        for (const char* key : {"jurisdiction", "country", "mainCountry"})
            if (record.country.empty())
                record.country = in_capital_letters(first_of(properties, key));
        keep(text_of(item, "id"), text_of(item, "caption"), properties, std::move(record));
    }

    void keep(const std::string& id, const std::string& caption, const Json& properties,
              ImportedRecord record) {
        record.source_id = id;
        record.name = caption.empty() ? first_of(properties, "name") : caption;
        if (id.empty() || record.name.empty()) {
            context_.harvest.leave_out("without an id or a name");
            return;
        }
        record.wikidata = first_of(properties, "wikidataId");
        add_all_names(properties, "name", NameUse::full, record);
        add_all_names(properties, "alias", NameUse::full, record);
        add_all_names(properties, "weakAlias", NameUse::weak, record);
        add_all_names(properties, "previousName", NameUse::former, record);
        context_.harvest.keep(std::move(record));
    }

    void read_table(InputFile file) {
        TableReader table(std::move(file.bytes), TableFormat::csv);
        if (!table.has("schema") || !table.has("aliases")) {
            context_.harvest.refuse(file.name, 1,
                                    "The columns are not those of the simple CSV: there is no "
                                    "\"schema\" or no \"aliases\".");
            return;
        }
        read_rows(table, file.name, context_.harvest,
                  [&](const TableRow& row) { read_row(table, row); });
    }

    /// The simple file does not say who has a public role; it lists those who are sanctioned.
    void read_row(const TableReader& table, const TableRow& row) {
        const std::string schema(table.value(row, "schema"));
        ImportedRecord record;
        record.source_id = table.value(row, "id");
        record.name = table.value(row, "name");
        record.type = kind_of_schema(schema);
        const bool is_person = schema == "Person";
        if (record.source_id.empty() || record.name.empty() ||
            (!is_person && record.type.empty())) {
            context_.harvest.leave_out("neither a person nor an organisation");
            return;
        }
        if (is_person) {
            record.kind = entities::EntityKind::person;
            const auto space = record.name.rfind(' ');
            if (space != std::string::npos) record.surname = record.name.substr(space + 1);
        }
        const std::string_view countries = table.value(row, "countries");
        record.country = in_capital_letters(std::string(countries.substr(0, countries.find(';'))));
        for (const std::string_view alias : entities::parts(table.value(row, "aliases"), ";"))
            if (!alias.empty()) record.names.push_back({std::string(alias), {}, NameUse::full});
        context_.harvest.keep(std::move(record));
    }

    ImportContext context_;
    std::map<std::string, Post> posts_;
    std::vector<Occupancy> occupancies_;
};

}  // namespace

std::unique_ptr<Importer> opensanctions_importer(const ImportContext& context) {
    return std::make_unique<OpensanctionsImporter>(context);
}

}  // namespace nutgraf::gazetteer
