#pragma once

#include "analyzers/entities/gazetteer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::gazetteer {

/// How a source means a name to be used.
enum class NameUse : std::uint8_t {
    full,     ///< Always.
    acronym,  ///< Only written exactly so.
    weak,     ///< Only with evidence beside it.
    former,   ///< Not any more.
};

/// A name of an organisation or a person beside the shown one.
struct ImportedName {
    std::string text;
    std::string language;  ///< ISO 639 code; empty for names that are used in any.
    NameUse use = NameUse::full;
};

/// A role of a person, already as the gazetteer has it.
struct ImportedRole {
    std::string role;   ///< Id of a role: "us-senator".
    std::string place;  ///< Country, state, or organisation id; may be empty.
    entities::Period period;
};

/// Another record or block that a record names: a party, a body.
struct ImportedTie {
    std::string target;  ///< Its source id, Wikidata item, gazetteer id or name, tried in turn.
    entities::Period period;
};

/// What one source says of one organisation or person, in the gazetteer's words.
struct ImportedRecord {
    entities::EntityKind kind = entities::EntityKind::organisation;
    std::string source_id;  ///< The source's own; records with the same one are put together.
    std::string name;       ///< The one to be shown.
    std::string name_language;
    std::vector<ImportedName> names;
    std::string country;   ///< Two capital letters, or empty.
    std::string wikidata;  ///< "Q160120", or empty.

    // Of an organisation.
    std::string type;    ///< "company/telecoms".
    std::string parent;  ///< As the target of a tie.
    std::string letters;
    std::string adjective;

    // Of a person.
    std::string surname;
    std::string given;
    bool is_family_first = false;
    entities::Sex sex = entities::Sex::unknown;
    std::string died;  ///< ISO 8601.
    std::vector<ImportedTie> parties;
    std::vector<ImportedRole> roles;
    std::vector<ImportedTie> members;

    bool is_person() const { return kind == entities::EntityKind::person; }
};

/// "2010-11-15..2017-01-03", either end left out when it is not known; empty for no end known.
std::string period_text(const entities::Period& period);

/// A period of two dates of a source: a year or a month stands for its first day as a beginning,
/// and for its last as an end; a whole date as an end is the first day after. What is no date is
/// not known. Empty when no day lies between.
std::optional<entities::Period> imported_period(std::string_view from, std::string_view to);

/// Sorts roles by their beginnings, and makes terms that follow each other in one role and place
/// one, also where some days lie between, as between two parliaments.
void join_terms(std::vector<ImportedRole>& roles);

/// "acme-holdings" of "ACME Holdings", as ids are; empty when no Latin letter or digit is in it.
std::string id_of_name(std::string_view name);

}  // namespace nutgraf::gazetteer
