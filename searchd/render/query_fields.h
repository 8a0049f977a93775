#pragma once

#include "base/json.h"
#include "searchd/render/html.h"

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::render {

// What the search page says about how a query was read.

/// Notes, each with its suggestion and the address of the search that follows it; one on a name
/// that means several with the address of the search for each of them.
Json note_fields(const SearchForm& form, const std::vector<query::Note>& notes);

/// What each prefix stands for: its first dozen words and how many more there are; and which
/// entity words find too, with the addresses of the searches for it alone and for the words alone.
Json expansion_fields(const SearchForm& form, const std::vector<query::Expansion>& expansions);

/// The address of a search for another text with the filters of the form.
std::string address_for(const SearchForm& form, std::string_view text);

}  // namespace nutgraf::render
