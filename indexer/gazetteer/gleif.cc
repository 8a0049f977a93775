#include "analyzers/entities/compared_name.h"
#include "indexer/archive/xml/xml_trees.h"
#include "indexer/gazetteer/company_names.h"
#include "indexer/gazetteer/importer.h"
#include "indexer/gazetteer/lei_records.h"

#include <map>
#include <utility>

namespace nutgraf::gazetteer {

namespace {

/// Of how many others a company is the ultimate parent to be let in for that alone.
constexpr std::uint32_t min_subsidiaries = 5;

constexpr std::string_view entity_record = "LEIRecord";
constexpr std::string_view relationship_record = "RelationshipRecord";

/// GLEIF's files of relationships (level 2), then of entities (level 1). Of the millions there
/// are, those are kept that the gazetteer knows, that are allowed by name or identifier, or that
/// many others belong to.
class GleifImporter final : public Importer {
public:
    explicit GleifImporter(const ImportContext& context) : context_(context) {}

    void read(InputFile file) override {
        if (file.has_ending(".xml")) {
            read_xml(std::move(file));
        } else {
            read_table(std::move(file));
        }
    }

private:
    void read_table(InputFile file) {
        TableReader table(std::move(file.bytes), TableFormat::csv);
        const bool has_relationships = table.has("Relationship.StartNode.NodeID");
        if (!has_relationships && !table.has("Entity.LegalName")) {
            context_.harvest.refuse(file.name, 1,
                                    "The columns are not those of an LEI golden copy; there is "
                                    "neither \"LEI\" with \"Entity.LegalName\" nor "
                                    "\"Relationship.StartNode.NodeID\".");
            return;
        }
        if (!is_in_order(has_relationships, file.name, 1)) return;
        read_rows(table, file.name, context_.harvest, [&](const TableRow& row) {
            if (has_relationships) {
                take(lei_relationship(table, row));
            } else {
                take(lei_entity(table, row));
            }
        });
    }

    void read_xml(InputFile file) {
        archive::XmlTrees trees(std::move(file.bytes), [](const archive::XmlNode& element) {
            return local_name(element) != entity_record &&
                   local_name(element) != relationship_record;
        });
        bool has_records = false;
        while (const auto record = trees.next()) {
            const bool is_relationship = local_name(*record) == relationship_record;
            if (!is_relationship && local_name(*record) != entity_record) continue;  // A text.
            has_records = true;
            if (!is_in_order(is_relationship, file.name, record->line)) return;
            context_.harvest.count_read();
            if (is_relationship) {
                take(lei_relationship(*record));
            } else {
                take(lei_entity(*record));
            }
        }
        if (const auto fault = trees.take_fault()) {
            context_.harvest.refuse(file.name, fault->line, fault->message);
        } else if (!has_records) {
            context_.harvest.refuse(file.name, 1,
                                    "There is neither an \"LEIRecord\" nor a "
                                    "\"RelationshipRecord\" in it.");
        }
    }

    /// Relationships tell whom to let in, so they must be known before.
    bool is_in_order(bool is_relationship, const std::string& file, std::uint64_t line) {
        if (is_relationship && has_read_entities_) {
            context_.harvest.refuse(file, line,
                                    "The relationships come after the entities; name their file "
                                    "first.");
            return false;
        }
        has_read_entities_ = !is_relationship;
        return true;
    }

    void take(const LeiRelationship& relationship) {
        context_.harvest.leave_out("a relationship, counted for its parent");
        if (relationship.status == "ACTIVE" && relationship.type == "IS_ULTIMATELY_CONSOLIDATED_BY")
            ++subsidiaries_[relationship.parent];
    }

    void take(const LeiEntity& entity) {
        if (entity.category != "GENERAL") {
            context_.harvest.leave_out("a fund, a branch or a sole proprietor");
        } else if (entity.status != "ACTIVE") {
            context_.harvest.leave_out("not active any more");
        } else if (!is_wanted(entity.lei, entity.legal_name)) {
            context_.harvest.leave_out("neither known, nor allowed, nor the parent of five");
        } else {
            keep(entity);
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

    void keep(const LeiEntity& entity) {
        ImportedRecord record;
        record.source_id = entity.lei;
        record.type = "company";
        record.name = without_legal_form(entity.legal_name);
        record.names.push_back({with_ordinary_capitals(entity.legal_name), {}, NameUse::full});
        record.country = entity.jurisdiction.substr(0, 2);
        for (const LeiName& name : entity.others)
            record.names.push_back(
                {with_ordinary_capitals(name.text), name.language.substr(0, 2),
                 name.type == "PREVIOUS_LEGAL_NAME" ? NameUse::former : NameUse::full});
        context_.harvest.keep(std::move(record));
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
