#pragma once

#include "base/json.h"
#include "searchd/search/explanation.h"

#include <string>

namespace nutgraf::render {

/// What an explanation says beside itself.
struct ExplainedContext {
    std::string input;  ///< The query as typed.
    std::string id;     ///< Of the article asked about, as it was named; empty for none.
};

/// An explanation as the record of the API.
Json to_json(const search::Explanation& explanation, const ExplainedContext& context);

}  // namespace nutgraf::render
