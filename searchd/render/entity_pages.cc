#include "searchd/render/entity_pages.h"

#include "searchd/render/entity_fields.h"
#include "searchd/render/template.h"

namespace nutgraf::render {

std::string entity_list_page(const EntityListPage& page) {
    return filled_page("entities.html", entity_list_fields(page));
}

std::string entity_page(const search::EntityProfile& profile) {
    return filled_page("entity.html", entity_page_fields(profile));
}

}  // namespace nutgraf::render
