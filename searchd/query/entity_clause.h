#pragma once

#include "searchd/query/entity_names.h"
#include "searchd/query/syntax.h"

#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::query {

/// What a clause such as `org:huawei` was read as.
struct EntityReading {
    std::optional<Entity> entity;  ///< Empty when it is to be looked for as words.
    std::optional<Note> note;      ///< Its position is to be set.
};

/// Reads what stands behind a field of entities: a name, a code, or an id behind "#". All that a
/// name means is taken, and a note names them where they are several. An organisation or a person
/// that the gazetteer does not have is looked for by its words too; any other name it does not have
/// is not read, and a note of severity error says what may be meant.
EntityReading entity_clause(EntityNames& names, const index::EntityRow& row, std::string_view text);

/// What is said of a name that means several: each of them, how many articles have it where that
/// is counted, and what to write for one of them.
std::string message_of(const NamedSenses& senses);

/// What is said of a field of entities where there is no gazetteer.
std::string no_gazetteer_message(std::string_view field);

}  // namespace nutgraf::query
