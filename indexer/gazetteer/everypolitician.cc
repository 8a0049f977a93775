#include "indexer/gazetteer/popolo.h"
#include "indexer/gazetteer/table_rows.h"

#include <filesystem>

namespace nutgraf::gazetteer {

namespace {

/// EveryPolitician: Popolo JSON, or the CSV file of one term, whose country is the name of a folder
/// above it, "data/Estonia/Riigikogu/term-13.csv".
class EverypoliticianImporter final : public PopoloImporter {
public:
    using PopoloImporter::PopoloImporter;

    void read(InputFile file) override {
        if (!file.has_ending(".csv")) {
            PopoloImporter::read(std::move(file));
            return;
        }
        const std::string country = country_above(file.name);
        Harvest& harvest = context().harvest;
        TableReader table(std::move(file.bytes), TableFormat::csv);
        if (!table.has("id") || !table.has("name") || !table.has("group")) {
            harvest.refuse(file.name, 1,
                           "The columns are not those of a term: there is no \"id\", no \"name\" "
                           "or no \"group\".");
            return;
        }
        read_rows(table, file.name, harvest,
                  [&](const TableRow& row) { read_member(table, row, country); });
    }

private:
    std::string country_above(const std::string& file) const {
        for (const auto& part : std::filesystem::path(file)) {
            std::string country = context().known.country_of(part.string());
            if (!country.empty()) return country;
        }
        return {};
    }

    void read_member(const TableReader& table, const TableRow& row, const std::string& country) {
        Harvest& harvest = context().harvest;
        const auto value = [&](std::string_view column) {
            return std::string(table.value(row, column));
        };
        const auto period = imported_period(value("start_date"), value("end_date"));
        if (value("id").empty() || value("name").empty() || !period) {
            harvest.leave_out("a member without an id or a name, or with dates out of order");
            return;
        }
        ImportedRecord record;
        record.kind = entities::EntityKind::person;
        record.source_id = value("id");
        record.name = value("name");
        record.country = country;
        const auto space = record.name.rfind(' ');
        if (space != std::string::npos) record.surname = record.name.substr(space + 1);
        if (value("gender") == "female") record.sex = entities::Sex::female;
        if (value("gender") == "male") record.sex = entities::Sex::male;
        record.roles.push_back({"legislator", country, *period});
        const std::string group = value("group");
        if (!group.empty() && group != "Independent" && group != "Unknown") {
            const std::string party = "party-" + country + "-" + value("group_id");
            keep_party(party, group, country);
            record.parties.push_back({party, *period});
        }
        harvest.keep(std::move(record));
    }

    void keep_party(const std::string& id, const std::string& name, const std::string& country) {
        if (context().harvest.kept(id) != nullptr) return;
        ImportedRecord party;
        party.source_id = id;
        party.type = "party";
        party.name = name;
        party.country = country;
        context().harvest.keep(std::move(party));
    }
};

}  // namespace

std::unique_ptr<Importer> everypolitician_importer(const ImportContext& context) {
    return std::make_unique<EverypoliticianImporter>(context);
}

}  // namespace nutgraf::gazetteer
