#include "indexer/gazetteer/wikidata_item.h"

#include "indexer/gazetteer/json_values.h"
#include "indexer/gazetteer/record.h"

#include <algorithm>
#include <array>

namespace nutgraf::gazetteer {

namespace {

struct WikidataClass {
    std::string_view item;
    std::string_view kind;
};

constexpr std::array organisation_classes = {
    WikidataClass{"Q783794", "company"},
    WikidataClass{"Q4830453", "company"},
    WikidataClass{"Q6881511", "company"},
    WikidataClass{"Q891723", "company"},
    WikidataClass{"Q22687", "bank"},
    WikidataClass{"Q7278", "party"},
    WikidataClass{"Q327333", "agency"},
    WikidataClass{"Q192350", "ministry"},
    WikidataClass{"Q66344", "central-bank"},
    WikidataClass{"Q245065", "international"},
    WikidataClass{"Q484652", "international"},
    WikidataClass{"Q35535", "police"},
    WikidataClass{"Q35749", "parliament"},
    WikidataClass{"Q41487", "court"},
    WikidataClass{"Q11032", "media"},
    WikidataClass{"Q192283", "media"},
    WikidataClass{"Q15265344", "media"},
    WikidataClass{"Q17149090", "armed-group"},
    WikidataClass{"Q3918", "university"},
    WikidataClass{"Q178790", "union"},
    WikidataClass{"Q79913", "ngo"},
};

/// Offices: what they are called is needed of those who held them.
constexpr std::array office_classes = {std::string_view("Q4164871"), std::string_view("Q294414")};

/// Of a "time" of the dump: "+2018-07-09T00:00:00Z" with precision 11 (day), 10 (month) or 9
/// (year), as ISO 8601.
std::string date_of(const Json& value) {
    constexpr std::size_t year_letters = 4;
    constexpr std::size_t month_letters = 7;
    constexpr std::size_t day_letters = 10;
    std::string time = text_of(value, "time");
    if (!time.starts_with('+')) return {};
    time.erase(0, 1);
    const std::string precision = text_of(value, "precision");
    if (precision == "11") return time.substr(0, day_letters);
    if (precision == "10") return time.substr(0, month_letters);
    return precision == "9" ? time.substr(0, year_letters) : std::string();
}

/// The value of a snak, as text.
std::string value_of_snak(const Json& snak) {
    const Json& value = record_of(snak, "datavalue");
    const Json& inner = record_of(value, "value");
    const std::string type = text_of(value, "type");
    if (type == "wikibase-entityid") return text_of(inner, "id");
    if (type == "time") return date_of(inner);
    if (type == "monolingualtext") return text_of(inner, "text");
    return text_of(value, "value");
}

std::string qualifier_of(const Json& claim, const char* property) {
    const Json& snaks = list_of(record_of(claim, "qualifiers"), property);
    return snaks.empty() ? std::string() : value_of_snak(snaks.front());
}

/// The bytes of the array that begins at a place of a line; to the end of the line if it is cut.
std::string_view array_at(std::string_view line, std::size_t begin) {
    int depth = 0;
    bool is_in_string = false;
    for (std::size_t at = begin; at < line.size(); ++at) {
        const char c = line[at];
        if (is_in_string) {
            if (c == '\\') ++at;
            is_in_string = c != '"';
        } else if (c == '"') {
            is_in_string = true;
        } else if (c == '[') {
            ++depth;
        } else if (c == ']' && --depth == 0) {
            return line.substr(begin, at - begin);
        }
    }
    return line.substr(begin);
}

bool is_wanted_class(std::string_view item) {
    return item == "Q5" || !kind_of_class(item).empty() ||
           std::ranges::find(office_classes, item) != office_classes.end();
}

bool has_property(std::string_view line, std::string_view quoted) {
    return line.find(quoted) != std::string_view::npos;
}

}  // namespace

std::string_view kind_of_class(std::string_view item) {
    const auto* const found = std::ranges::find(organisation_classes, item, &WikidataClass::item);
    return found == organisation_classes.end() ? std::string_view() : found->kind;
}

bool is_worth_parsing(std::string_view line) {
    constexpr std::string_view instance_of = "\"P31\":";
    const auto at = line.find(instance_of);
    if (at != std::string_view::npos) {
        const std::string_view claims = array_at(line, at + instance_of.size());
        constexpr std::string_view id = "\"id\":\"Q";
        for (auto found = claims.find(id); found != std::string_view::npos;
             found = claims.find(id, found + 1)) {
            const auto begin = found + id.size() - 1;
            const std::string_view item = claims.substr(begin, claims.find('"', begin) - begin);
            if (!is_wanted_class(item)) continue;
            // Of the people, those alone who held a position.
            if (item != "Q5" || has_property(line, "\"P39\"")) return true;
        }
    }
    return has_property(line, "\"P297\"") || has_property(line, "\"P1308\"") ||
           has_property(line, "\"P1001\"");
}

std::vector<WikidataStatement> statements_of(const Json& item, const char* property, bool prefers) {
    std::vector<WikidataStatement> all;
    std::vector<WikidataStatement> preferred;
    for (const Json& claim : list_of(record_of(item, "claims"), property)) {
        const std::string rank = text_of(claim, "rank");
        WikidataStatement statement;
        statement.value = value_of_snak(record_of(claim, "mainsnak"));
        if (rank == "deprecated" || statement.value.empty()) continue;
        const auto period =
            imported_period(qualifier_of(claim, "P580"), qualifier_of(claim, "P582"));
        statement.has_period_order = period.has_value();
        if (period) statement.period = *period;
        if (rank == "preferred") preferred.push_back(statement);
        all.push_back(std::move(statement));
    }
    return prefers && !preferred.empty() ? preferred : all;
}

std::string value_of(const Json& item, const char* property) {
    const auto found = statements_of(item, property, true);
    return found.empty() ? std::string() : found.front().value;
}

std::string label_of(const Json& item) {
    const Json& labels = record_of(item, "labels");
    for (const char* language : {"en", "mul", "en-gb"}) {
        std::string label = text_of(record_of(labels, language), "value");
        if (!label.empty()) return label;
    }
    return {};
}

}  // namespace nutgraf::gazetteer
