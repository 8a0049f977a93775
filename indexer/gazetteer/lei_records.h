#pragma once

#include "indexer/archive/xml/xml_node.h"
#include "indexer/gazetteer/table_rows.h"

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::gazetteer {

/// A name beside the legal one.
struct LeiName {
    std::string text;
    std::string language;  ///< "en" or "en-US"; may be empty.
    std::string type;      ///< "PREVIOUS_LEGAL_NAME", ...
};

/// What level 1 of GLEIF's files says of an entity. What is absent is empty.
struct LeiEntity {
    std::string lei;
    std::string legal_name;
    std::string category;
    std::string status;
    std::string jurisdiction;  ///< "GB", "US-DE".
    std::vector<LeiName> others;
};

/// What level 2 says of two entities.
struct LeiRelationship {
    std::string type;
    std::string status;
    std::string parent;  ///< LEI.
};

// As a row of the golden copies in CSV, whose columns are named after the elements of the XML.
LeiEntity lei_entity(const TableReader& table, const TableRow& row);
LeiRelationship lei_relationship(const TableReader& table, const TableRow& row);

// As a record of the XML: LEI-CDF 3 and RR-CDF 2, whatever the prefixes.
LeiEntity lei_entity(const archive::XmlNode& record);
LeiRelationship lei_relationship(const archive::XmlNode& record);

/// The name of an element without its prefix.
std::string_view local_name(const archive::XmlNode& node);

}  // namespace nutgraf::gazetteer
