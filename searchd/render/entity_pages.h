#pragma once

#include "searchd/search/entity_profile.h"

#include <string>

namespace nutgraf::render {

/// Organisations and people, as they were asked for.
struct EntityListPage {
    search::EntityListRequest wanted;
    search::EntityList list;
};

// Pages as those of html.h.

std::string entity_list_page(const EntityListPage& page);
std::string entity_page(const search::EntityProfile& profile);

}  // namespace nutgraf::render
