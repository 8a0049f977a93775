#pragma once

#include "base/json.h"
#include "searchd/search/hit.h"

#include <string>

namespace nutgraf::render {

/// What the answer to a search says beside its results.
struct AnswerContext {
    std::string input;  ///< The query as typed.
    double took_ms = 0;
};

// Results as the records of the API (docs/http-api.md): pure functions. Marks are ranges of Unicode
// code points of the text beside them.

Json to_json(const search::Results& results, const AnswerContext& context);
Json to_json(const search::Hit& hit);
Json to_json(const search::ArticleView& view);
Json to_json(const query::Note& note);
Json to_json(const std::vector<query::Expansion>& expansions);

}  // namespace nutgraf::render
