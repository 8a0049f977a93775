#pragma once

#include "base/expected.h"
#include "base/json.h"
#include "searchd/http/request.h"
#include "searchd/http/route.h"
#include "searchd/search/searcher.h"

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::http {

/// What is wrong with a request: the parameter, a whole sentence, and what would be right.
struct BadRequest {
    std::string parameter;
    std::string message;
    std::string hint;
};

/// Every parameter of a search.
std::vector<Parameter> search_parameters();

/// Those of these names, and the filters by the fields of facets.
std::vector<Parameter> search_parameters_named(const std::vector<std::string_view>& names);

/// Reads the parameters of a search.
///
/// The API refuses an unknown one, since a misspelt filter would otherwise widen the search without
/// a word. An empty value counts as absent, as forms send it.
Expected<search::SearchRequest, BadRequest> search_request(const Parameters& parameters,
                                                           Unknown unknown);

/// The same from the body of a POST: a record whose members are texts, numbers, truth values, or
/// for those that may be repeated lists of texts.
Expected<Parameters, BadRequest> parameters_in(const std::string& json_body);

/// Throws the Problem of a query that is not answered.
[[noreturn]] void refuse_query(const query::QueryError& error);

/// The first value of a parameter; empty when it is absent.
std::string value_of(const Parameters& parameters, std::string_view name);

}  // namespace nutgraf::http
