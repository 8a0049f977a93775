#pragma once

#include "base/json.h"
#include "searchd/render/entity_pages.h"

namespace nutgraf::render {

// What the templates of the pages of organisations and people are filled in with. Nothing here is
// escaped: template.h does that.

/// The fields of "entities.html".
Json entity_list_fields(const EntityListPage& page);

/// The fields of "entity.html".
Json entity_page_fields(const search::EntityProfile& profile);

/// What an organisation or a person is, in a few words: "telecoms company, China"; may be empty.
std::string described(const search::EntityBrief& brief);

/// A kind for people: "organisation".
std::string_view kind_in_words(std::string_view kind);

}  // namespace nutgraf::render
