#include "analyzers/entities/lines.h"
#include "indexer/gazetteer/importer.h"
#include "indexer/gazetteer/table_rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::gazetteer {

namespace {

/// The value in a cell of a query's result: "Q42" of `<http://www.wikidata.org/entity/Q42>`,
/// "Angela Merkel" of `"Angela Merkel"@en`, the plain text itself.
std::string bare_cell(std::string_view cell) {
    if (cell.starts_with('<') && cell.ends_with('>')) cell = cell.substr(1, cell.size() - 2);
    constexpr std::string_view entity = "/entity/";
    const auto at = cell.find(entity);
    if (at != std::string_view::npos) return std::string(cell.substr(at + entity.size()));
    if (!cell.starts_with('"')) return std::string(cell);
    const auto end = cell.rfind('"');
    std::string text;
    for (std::size_t i = 1; i < end; ++i) {
        if (cell[i] == '\\' && i + 1 < end) ++i;
        text += cell[i];
    }
    return text;
}

/// The result of the query in docs/gazetteer.md: a line for each position that a person held.
class WikidataTableImporter final : public Importer {
public:
    explicit WikidataTableImporter(const ImportContext& context) : context_(context) {}

    void read(InputFile file) override {
        TableReader table(std::move(file.bytes), TableFormat::tabs);
        // The query service writes names of columns with a question mark before them.
        mark_ = table.has("?person") ? "?" : "";
        for (const std::string_view column : {"person", "personLabel", "positionLabel"}) {
            if (table.has(mark_ + std::string(column))) continue;
            context_.harvest.refuse(
                file.name, 1,
                fmt::format("There is no column \"{}\"; docs/gazetteer.md has the query.", column));
            return;
        }
        read_rows(table, file.name, context_.harvest,
                  [&](const TableRow& row) { read_row(table, row); });
    }

private:
    void read_row(const TableReader& table, const TableRow& row) {
        const auto value = [&](std::string_view column) {
            return bare_cell(table.value(row, mark_ + std::string(column)));
        };
        ImportedRecord record;
        record.kind = entities::EntityKind::person;
        record.source_id = value("person");
        record.name = value("personLabel");
        // Without a label in the language that was asked for, the item stands for it.
        if (!record.source_id.starts_with('Q') || record.name.empty() ||
            record.name == record.source_id) {
            context_.harvest.leave_out("a person without an item or a name");
            return;
        }
        record.wikidata = record.source_id;
        const auto space = record.name.rfind(' ');
        if (space != std::string::npos) record.surname = record.name.substr(space + 1);
        const std::string aliases = value("altLabels");
        for (const std::string_view alias : entities::parts(aliases, "|"))
            if (!alias.empty()) record.names.push_back({std::string(alias), {}, NameUse::full});
        const std::string country = value("country");
        record.country = context_.known.country_of(country);
        const auto period = imported_period(value("start"), value("end"));
        const std::string role = context_.known.role_of(value("positionLabel"));
        if (!role.empty() && period) record.roles.push_back({role, record.country, *period});
        const std::string party = value("party");
        if (!party.empty()) record.parties.push_back({party, {}});
        context_.harvest.keep(std::move(record));
    }

    ImportContext context_;
    std::string mark_;
};

}  // namespace

std::unique_ptr<Importer> wikidata_table_importer(const ImportContext& context) {
    return std::make_unique<WikidataTableImporter>(context);
}

}  // namespace nutgraf::gazetteer
