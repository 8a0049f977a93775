#pragma once

#include "searchd/render/html.h"
#include "searchd/search/search_request.h"

namespace nutgraf::http {

/// The search form of a page as the reader filled it in.
render::SearchForm form_of(const search::SearchRequest& request);

}  // namespace nutgraf::http
