#pragma once

#include "analyzers/entities/gazetteer.h"
#include "base/json.h"

#include <cstdint>
#include <string>

namespace nutgraf::render {

// What the gazetteer knows of an organisation or a person, by the row of its entity.

/// In short, as one of several: kind, id, name, and what it is.
Json entity_summary(const entities::Gazetteer& gazetteer, std::uint32_t number);

/// All of it: names by language, offices and roles with their dates, parties, and where the
/// gazetteer says so.
Json entity_record(const entities::Gazetteer& gazetteer, std::uint32_t number);

/// The same for people, in lines.
std::string entity_text(const entities::Gazetteer& gazetteer, std::uint32_t number);

/// "Huawei (#huawei), company/telecoms, CN".
std::string entity_line(const entities::Gazetteer& gazetteer, std::uint32_t number);

}  // namespace nutgraf::render
