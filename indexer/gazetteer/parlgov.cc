#include "analyzers/entities/lines.h"
#include "indexer/gazetteer/importer.h"
#include "indexer/gazetteer/table_rows.h"

#include <algorithm>
#include <map>
#include <vector>

namespace nutgraf::gazetteer {

namespace {

/// The parts of "Union for a Popular Movement | The Republicans": what a party was called in turn.
std::vector<std::string> names_between_bars(std::string_view text) {
    std::vector<std::string> found;
    for (const std::string_view part : entities::parts(text, "|"))
        if (!entities::trimmed(part).empty()) found.emplace_back(entities::trimmed(part));
    return found;
}

bool is_without_capitals(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// ParlGov's CSV files, each told by its columns: parties, what they were called before, heads of
/// state, and the countries that the others name by number.
class ParlgovImporter final : public Importer {
public:
    explicit ParlgovImporter(const ImportContext& context) : context_(context) {}

    void read(InputFile file) override {
        TableReader table(std::move(file.bytes), TableFormat::csv);
        const auto use = use_of(table);
        if (use == nullptr) {
            context_.harvest.refuse(file.name, 1,
                                    "The columns are none of ParlGov's party, party_name_change, "
                                    "country or politician_president.");
            return;
        }
        read_rows(table, file.name, context_.harvest,
                  [&](const TableRow& row) { (this->*use)(table, row); });
    }

    void finish() override {
        for (auto& [party, record] : parties_) {
            record.country = country_named(countries_[record.country]);
            keep_or_leave_out(std::move(record));
        }
        for (auto& [person, record] : presidents_) {
            record.country = country_named(countries_[record.country]);
            for (ImportedRole& role : record.roles) role.place = record.country;
            keep_or_leave_out(std::move(record));
        }
    }

private:
    using Use = void (ParlgovImporter::*)(const TableReader&, const TableRow&);

    static Use use_of(const TableReader& table) {
        if (table.has("party_change") && table.has("party_id"))
            return &ParlgovImporter::read_change;
        if (table.has("family_id") && table.has("name_english"))
            return &ParlgovImporter::read_party;
        if (table.has("person_id_source")) return &ParlgovImporter::read_president;
        if (table.has("oecd_accession_date")) return &ParlgovImporter::read_country;
        return nullptr;
    }

    std::string country_named(const std::string& name) const {
        return context_.known.country_of(name);
    }

    void keep_or_leave_out(ImportedRecord record) {
        if (record.country.empty()) {
            context_.harvest.leave_out("no country: import ParlGov's country.csv with it");
        } else {
            context_.harvest.keep(std::move(record));
        }
    }

    void read_country(const TableReader& table, const TableRow& row) {
        countries_[std::string(table.value(row, "id"))] = table.value(row, "name");
        context_.harvest.leave_out("a country, which is known");
    }

    void read_party(const TableReader& table, const TableRow& row) {
        const std::string id(table.value(row, "id"));
        const auto names = names_between_bars(table.value(row, "name_english"));
        if (names.empty() || is_without_capitals(names.back())) {
            context_.harvest.leave_out("not a party but what has none");
            return;
        }
        ImportedRecord& record = parties_[id];
        record.source_id = id;
        record.type = "party";
        record.country = table.value(row, "country_id");
        record.name = names.back();
        for (const std::string& other : names) record.names.push_back({other, {}, NameUse::full});
        add_names(table, row, NameUse::full, record);
    }

    void read_change(const TableReader& table, const TableRow& row) {
        ImportedRecord& record = parties_[std::string(table.value(row, "party_id"))];
        if (record.name.empty()) {
            context_.harvest.leave_out("a name of no party read before: import party.csv first");
            parties_.erase(std::string(table.value(row, "party_id")));
            return;
        }
        for (const std::string& name : names_between_bars(table.value(row, "name_english")))
            record.names.push_back({name, {}, NameUse::former});
        add_names(table, row, NameUse::former, record);
        context_.harvest.leave_out("a former name, added to its party");
    }

    static void add_names(const TableReader& table, const TableRow& row, NameUse use,
                          ImportedRecord& record) {
        const std::string nonlatin(table.value(row, "name_nonlatin"));
        if (!nonlatin.empty()) record.names.push_back({nonlatin, {}, use});
        for (const std::string& name : names_between_bars(table.value(row, "name")))
            record.names.push_back({name, {}, use});
        const NameUse use_of_letters = use == NameUse::full ? NameUse::acronym : use;
        for (const std::string& letters : names_between_bars(table.value(row, "name_short")))
            record.names.push_back({letters, {}, use_of_letters});
    }

    void read_president(const TableReader& table, const TableRow& row) {
        const std::string name(table.value(row, "person_id_source"));
        const auto period =
            imported_period(table.value(row, "start_date"), table.value(row, "end_date"));
        if (name.find(' ') == std::string::npos || !period) {
            context_.harvest.leave_out("a head of state without a whole name or dates");
            return;
        }
        ImportedRecord& record = presidents_[name];
        record.kind = entities::EntityKind::person;
        record.source_id = "president-" + std::string(table.value(row, "person_id"));
        record.name = name;
        record.given = name.substr(0, name.find(' '));
        record.surname = name.substr(name.rfind(' ') + 1);
        record.country = table.value(row, "country_id");
        record.roles.push_back({"president", {}, *period});
    }

    ImportContext context_;
    std::map<std::string, std::string> countries_;  ///< Names by number.
    std::map<std::string, ImportedRecord> parties_;
    std::map<std::string, ImportedRecord> presidents_;
};

}  // namespace

std::unique_ptr<Importer> parlgov_importer(const ImportContext& context) {
    return std::make_unique<ParlgovImporter>(context);
}

}  // namespace nutgraf::gazetteer
