#pragma once

#include "analyzers/entities/block_reader.h"
#include "analyzers/entities/gazetteer.h"
#include "analyzers/entities/lexicon.h"
#include "analyzers/entities/problem.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nutgraf::entities {

/// A name as it stands in a block.
struct SourceName {
    NameClass name_class = NameClass::name;
    std::string text;
    std::string language;
    Location location;
};

/// Another block that a line names, and for which time: a holder, a party, a member.
struct Reference {
    std::string id;
    Period period;
    Location location;
};

/// A role without an office: "us-senator/DE 2010-11-15..".
struct SourceRole {
    std::string role;
    std::string place;
    Period period;
    Location location;
};

/// One value and where it stands; empty when the block does not have the line.
struct Setting {
    std::string text;
    Location location;
};

/// "@org", "@person".
struct EntityRecord {
    std::string id;
    Location location;
    EntityKind kind = EntityKind::organisation;
    std::vector<SourceName> names;  ///< The shown one first.
    Setting type;
    Setting country;
    Setting parent;
    std::string letters;  ///< "|" between two.
    std::string wikidata;
    Sex sex = Sex::unknown;
    bool is_family_first = false;
    std::vector<SourceRole> roles;
    std::vector<Reference> parties;
    std::vector<Reference> members;
    bool is_composed = false;  ///< Of a @body and a @country rather than of a block.
};

/// "@office".
struct OfficeRecord {
    std::string id;
    Location location;
    std::vector<SourceName> names;
    Setting role;
    Setting country;
    Setting organisation;
    std::vector<Reference> holders;
    std::uint32_t seats = 1;
};

/// "@role".
struct RoleRecord {
    std::string id;
    Location location;
    std::vector<SourceName> names;
    std::string type;
    Setting broader;
};

/// "@country", "@place".
struct PlaceRecord {
    std::string id;
    Location location;
    std::vector<SourceName> names;
    std::vector<SourceName> demonyms;  ///< Apart, since bodies are composed of adjectives only.
    Setting country;
    std::string code;
    bool is_country = false;
    std::vector<SourceName> capitals;
};

/// A country that has a block of its own for a body.
struct BodyOverride {
    std::string country;
    std::string id;
    Location location;
};

/// "@body".
struct BodyRecord {
    std::string id;
    Location location;
    std::vector<SourceName> names;
    std::string type;
    Setting parent;
    std::vector<BodyOverride> overrides;
};

/// All that the files say, each list by id.
struct Source {
    std::vector<EntityRecord> entities;
    std::vector<OfficeRecord> offices;
    std::vector<RoleRecord> roles;
    std::vector<PlaceRecord> places;
    std::vector<BodyRecord> bodies;
    std::vector<LexiconRow> lexicon;
};

/// A file of facts, already read.
struct SourceFile {
    std::string name;  ///< What problems call it: "us.ent". Blocks end in .ent, lexicons in .tsv.
    std::string text;
    std::uint32_t layer = 0;  ///< A higher one comes after a lower one, whatever the names.
};

/// What some files say, in the order of their layers and names; to `problems` goes what could not
/// be read. A file of another ending is a problem.
Source read_source(std::vector<SourceFile> files, Problems& problems);

}  // namespace nutgraf::entities
