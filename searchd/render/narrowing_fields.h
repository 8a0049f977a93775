#pragma once

#include "base/json.h"
#include "searchd/render/html.h"

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::render {

// How the search page narrows a search down and widens it again. Every address keeps the rest of
// the search.

/// The facets that offer a choice: each value with its count and the address that adds its filter,
/// or takes it away where the search has it.
Json facet_fields(const SearchForm& form, const std::vector<search::Facet>& facets);

/// The filters of a search, each with the address of the search without it. Entities go by the
/// names that the facets have for them.
Json chip_fields(const SearchForm& form, const std::vector<search::Facet>& facets);

/// The organisations and people of an article: names, what they are, the addresses of searches for
/// them, and of their pages.
Json entity_fields(const std::vector<index::StoredEntity>& entities);

/// The pages of the organisations and people that a search asks for by their ids, in its filters or
/// as the whole of its query.
Json about_fields(const SearchForm& form, const query::Query& query,
                  const std::vector<search::Facet>& facets);

}  // namespace nutgraf::render
