#include "indexer/gazetteer/lei_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace nutgraf::gazetteer {

namespace {

using archive::XmlNode;

/// The lists of other names, and what each of their items is called.
constexpr std::array<std::array<std::string_view, 2>, 2> name_lists = {{
    {"OtherEntityNames", "OtherEntityName"},
    {"TransliteratedOtherEntityNames", "TransliteratedOtherEntityName"},
}};

/// How many columns there are at most for the names of one list.
constexpr int most_other_names = 5;

const XmlNode* child_of(const XmlNode* node, std::string_view name) {
    if (node == nullptr) return nullptr;
    const auto found = std::ranges::find(node->children, name, local_name);
    return found == node->children.end() ? nullptr : &*found;
}

/// The text of an element by its path; empty where there is none.
std::string text_at(const XmlNode& record, std::initializer_list<std::string_view> path) {
    const XmlNode* node = &record;
    for (const std::string_view name : path) node = child_of(node, name);
    return archive::text_in(node);
}

std::string text_at(const TableReader& table, const TableRow& row, std::string_view column) {
    return std::string(table.value(row, column));
}

}  // namespace

LeiEntity lei_entity(const TableReader& table, const TableRow& row) {
    LeiEntity entity;
    entity.lei = text_at(table, row, "LEI");
    entity.legal_name = text_at(table, row, "Entity.LegalName");
    entity.category = text_at(table, row, "Entity.EntityCategory");
    entity.status = text_at(table, row, "Entity.EntityStatus");
    entity.jurisdiction = text_at(table, row, "Entity.LegalJurisdiction");
    for (const auto& [list, item] : name_lists) {
        for (int i = 1; i <= most_other_names; ++i) {
            const std::string column = fmt::format("Entity.{}.{}.{}", list, item, i);
            std::string name = text_at(table, row, column);
            if (!name.empty())
                entity.others.push_back({std::move(name), text_at(table, row, column + ".xmllang"),
                                         text_at(table, row, column + ".type")});
        }
    }
    return entity;
}

LeiRelationship lei_relationship(const TableReader& table, const TableRow& row) {
    return {text_at(table, row, "Relationship.RelationshipType"),
            text_at(table, row, "Relationship.RelationshipStatus"),
            text_at(table, row, "Relationship.EndNode.NodeID")};
}

LeiEntity lei_entity(const XmlNode& record) {
    LeiEntity entity;
    entity.lei = text_at(record, {"LEI"});
    entity.legal_name = text_at(record, {"Entity", "LegalName"});
    entity.category = text_at(record, {"Entity", "EntityCategory"});
    entity.status = text_at(record, {"Entity", "EntityStatus"});
    entity.jurisdiction = text_at(record, {"Entity", "LegalJurisdiction"});
    for (const auto& [list, item] : name_lists) {
        const XmlNode* const names = child_of(child_of(&record, "Entity"), list);
        if (names == nullptr) continue;
        for (const XmlNode& name : names->children)
            if (local_name(name) == item)
                entity.others.push_back({archive::text_in(&name),
                                         std::string(attribute(name, "xml:lang")),
                                         std::string(attribute(name, "type"))});
    }
    return entity;
}

LeiRelationship lei_relationship(const XmlNode& record) {
    return {text_at(record, {"Relationship", "RelationshipType"}),
            text_at(record, {"Relationship", "RelationshipStatus"}),
            text_at(record, {"Relationship", "EndNode", "NodeID"})};
}

std::string_view local_name(const XmlNode& node) {
    const std::string_view name = node.name;
    return name.substr(name.find(':') + 1);  // Whole where there is no colon.
}

}  // namespace nutgraf::gazetteer
