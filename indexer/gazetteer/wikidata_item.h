#pragma once

#include "analyzers/entities/gazetteer.h"
#include "base/json.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::gazetteer {

/// One statement of a Wikidata item whose value is an item, a text or a time.
struct WikidataStatement {
    std::string value;             ///< "Q42", the text, or the time as ISO 8601.
    entities::Period period;       ///< By its qualifiers "start time" and "end time".
    bool has_period_order = true;  ///< False when those are out of order.
};

/// The statements of a property, the deprecated left out; where some are preferred and
/// `prefers` asks so, those alone.
std::vector<WikidataStatement> statements_of(const Json& item, const char* property,
                                             bool prefers = false);

/// The first value of a property; empty when there is none.
std::string value_of(const Json& item, const char* property);

/// The label in English, or else the one for all languages; empty when it has neither.
std::string label_of(const Json& item);

/// What a line of the dump says before it is parsed, which takes long: whether it is worth it.
/// Never false for an item of one of the classes by "instance of", or with one of the properties.
bool is_worth_parsing(std::string_view line);

/// The gazetteer's kind of organisation of a Wikidata class; empty for a class that is none.
std::string_view kind_of_class(std::string_view item);

}  // namespace nutgraf::gazetteer
