#pragma once

#include "base/json.h"
#include "searchd/search/hit.h"

#include <string>
#include <vector>

namespace nutgraf::render {

/// What the answer to a search says beside its results.
struct AnswerContext {
    std::string input;  ///< The query as typed.
    double took_ms = 0;
};

// Results as the records of the API (docs/http-api.md): pure functions. Marks are ranges of Unicode
// code points of the text beside them.

Json to_json(const search::Results& results, const AnswerContext& context);
/// A member for each facet, and "more": how many values of each are not listed.
Json to_json(const std::vector<search::Facet>& facets);
Json to_json(const search::Histogram& histogram);
/// What a text that is being typed may become.
Json to_json(const std::string& input, const std::vector<search::Completion>& completions);
Json to_json(const search::Hit& hit);
Json to_json(const search::ArticleView& view);
Json to_json(const search::MarkedText& marked);
Json to_json(const archive::Published& published);
Json to_json(const query::Note& note);
Json to_json(const std::vector<query::Expansion>& expansions);

}  // namespace nutgraf::render
