#pragma once

#include "base/json.h"
#include "searchd/search/entity_profile.h"

#include <string>

namespace nutgraf::render {

// Organisations and people as the records of the API (docs/http-api.md), and as lines for people.

/// In short, as one of several: kind, id, name, and what it is.
Json to_json(const search::EntityBrief& brief);

/// All a gazetteer knows, with "version": names by language, offices and roles with their dates,
/// parties, bodies, and where the gazetteer says so. Periods are given twice: `to` is the last day,
/// `until` the one behind it.
Json to_json(const search::EntityFacts& facts);

Json to_json(const search::EntityList& list, const std::string& input);

/// The facts, and what the index has.
Json to_json(const search::EntityProfile& profile);

/// The facts in lines, and likewise with what the index has.
std::string entity_text(const search::EntityFacts& facts);
std::string entity_text(const search::EntityProfile& profile);

/// "Huawei (#huawei), company/telecoms, CN".
std::string entity_line(const search::EntityBrief& brief);

/// "2018-07-09..2019-07-23", both days included; empty for all of time.
std::string printed(const entities::Period& period);

}  // namespace nutgraf::render
