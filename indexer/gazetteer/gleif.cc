#include "analyzers/entities/compared_name.h"
#include "indexer/gazetteer/company_names.h"
#include "indexer/gazetteer/importer.h"
#include "indexer/gazetteer/table_rows.h"

#include <fmt/format.h>

#include <map>

namespace nutgraf::gazetteer {

namespace {

/// Of how many others a company is the ultimate parent to be let in for that alone.
constexpr std::uint32_t min_subsidiaries = 5;

constexpr int max_other_names = 5;

/// GLEIF's golden copies: relationships (level 2), then entities (level 1). Of the millions there
/// are, those are kept that the gazetteer knows, that are allowed by name or identifier, or that
/// many others belong to.
class GleifImporter final : public Importer {
public:
    explicit GleifImporter(const ImportContext& context) : context_(context) {}

    void read(InputFile file) override {
        TableReader table(std::move(file.bytes), TableFormat::csv);
        const bool has_relationships = table.has("Relationship.StartNode.NodeID");
        if (!has_relationships && !table.has("Entity.LegalName")) {
            context_.harvest.refuse(file.name, 1,
                                    "The columns are not those of an LEI golden copy; there is "
                                    "neither \"LEI\" with \"Entity.LegalName\" nor "
                                    "\"Relationship.StartNode.NodeID\".");
            return;
        }
        if (has_relationships && has_read_entities_) {
            context_.harvest.refuse(file.name, 1,
                                    "The relationships come after the entities; name their file "
                                    "first.");
            return;
        }
        has_read_entities_ = !has_relationships;
        read_rows(table, file.name, context_.harvest, [&](const TableRow& row) {
            if (has_relationships) {
                read_relationship(table, row);
            } else {
                read_entity(table, row);
            }
        });
    }

private:
    void read_relationship(const TableReader& table, const TableRow& row) {
        context_.harvest.leave_out("a relationship, counted for its parent");
        if (table.value(row, "Relationship.RelationshipStatus") != "ACTIVE") return;
        const std::string_view type = table.value(row, "Relationship.RelationshipType");
        if (type == "IS_ULTIMATELY_CONSOLIDATED_BY")
            ++subsidiaries_[std::string(table.value(row, "Relationship.EndNode.NodeID"))];
    }

    void read_entity(const TableReader& table, const TableRow& row) {
        const std::string lei(table.value(row, "LEI"));
        const std::string legal(table.value(row, "Entity.LegalName"));
        if (table.value(row, "Entity.EntityCategory") != "GENERAL") {
            context_.harvest.leave_out("a fund, a branch or a sole proprietor");
        } else if (table.value(row, "Entity.EntityStatus") != "ACTIVE") {
            context_.harvest.leave_out("not active any more");
        } else if (!is_wanted(lei, legal)) {
            context_.harvest.leave_out("neither known, nor allowed, nor the parent of five");
        } else {
            keep(lei, legal, table, row);
        }
    }

    bool is_wanted(const std::string& lei, const std::string& legal) const {
        if (context_.allowed.contains(lei) || context_.allowed.contains(legal)) return true;
        const auto subsidiaries = subsidiaries_.find(lei);
        if (subsidiaries != subsidiaries_.end() && subsidiaries->second >= min_subsidiaries)
            return true;
        return context_.known.users_of(entities::compared_name(legal)) > 0 ||
               context_.known.users_of(entities::compared_name(without_legal_form(legal))) > 0;
    }

    void keep(const std::string& lei, const std::string& legal, const TableReader& table,
              const TableRow& row) {
        ImportedRecord record;
        record.source_id = lei;
        record.type = "company";
        record.name = without_legal_form(legal);
        record.names.push_back({with_ordinary_capitals(legal), {}, NameUse::full});
        const std::string_view jurisdiction = table.value(row, "Entity.LegalJurisdiction");
        record.country = jurisdiction.substr(0, 2);
        add_other_names("Entity.OtherEntityNames.OtherEntityName", table, row, record);
        add_other_names("Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName",
                        table, row, record);
        context_.harvest.keep(std::move(record));
    }

    static void add_other_names(std::string_view columns, const TableReader& table,
                                const TableRow& row, ImportedRecord& record) {
        for (int i = 1; i <= max_other_names; ++i) {
            const std::string column = fmt::format("{}.{}", columns, i);
            const std::string name(table.value(row, column));
            if (name.empty()) continue;
            const bool is_former = table.value(row, column + ".type") == "PREVIOUS_LEGAL_NAME";
            std::string language(table.value(row, column + ".xmllang").substr(0, 2));
            record.names.push_back({with_ordinary_capitals(name), std::move(language),
                                    is_former ? NameUse::former : NameUse::full});
        }
    }

    ImportContext context_;
    bool has_read_entities_ = false;
    std::map<std::string, std::uint32_t, std::less<>> subsidiaries_;
};

}  // namespace

std::unique_ptr<Importer> gleif_importer(const ImportContext& context) {
    return std::make_unique<GleifImporter>(context);
}

}  // namespace nutgraf::gazetteer
