#pragma once

#include "base/json.h"
#include "searchd/search/hit.h"

#include <string>
#include <vector>

namespace nutgraf::render {

/// The description by which a browser takes a site for one of its search engines (OpenSearch 1.1):
/// its page, its feed and its suggestions. `site` is "http://host".
std::string to_opensearch(const std::string& site);

/// Completions as a browser wants them (OpenSearch Suggestions 1.1): the text, the queries it may
/// become, and what to call each of them.
Json to_opensearch_suggestions(const std::string& input,
                               const std::vector<search::Completion>& completions);

}  // namespace nutgraf::render
