#include "searchd/search/counting.h"

#include "searchd/search/facets.h"
#include "searchd/search/histogram.h"
#include "searchd/search/matching.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace nutgraf::search {

namespace {

/// The request with other filters of one field.
SearchRequest with_values(SearchRequest request, FacetField field,
                          std::vector<std::string> values) {
    wanted_values(request, field) = std::move(values);
    excluded_values(request, field).clear();
    return request;
}

/// The documents of a request; none for one that cannot be read.
std::vector<Xapian::docid> documents_of(const SearchRequest& request, const CountedIndex& index) {
    const auto parsed = query_of(request);
    if (!parsed) return {};
    const auto translated = index.translator.translated(parsed->query);
    if (!translated) return {};
    return matching_documents(index.database, translated->query, request.deadline);
}

Facet counted(FacetField field, const SearchRequest& request,
              std::span<const Xapian::docid> documents, const CountedIndex& index) {
    std::vector<Xapian::docid> wider;
    if (is_filtered_by(request, field)) {
        wider = documents_of(with_values(request, field, {}), index);
        documents = wider;
    }
    const auto count = [&](const std::string& value) {
        return documents_of(with_values(request, field, {value}), index).size();
    };
    const FacetChoice choice{wanted_values(request, field), count, excluded_values(request, field),
                             request.facet_values, request.parse.gazetteer};
    return facet_of(field, documents, index.columns, choice);
}

}  // namespace

bool asks_for_counts(const SearchRequest& request) {
    return !request.facets.empty() || request.histogram.has_value();
}

void add_counts(Results& results, const SearchRequest& request,
                std::span<const Xapian::docid> documents, const CountedIndex& index) {
    for (const FacetField field : request.facets)
        results.facets.push_back(counted(field, request, documents, index));
    if (request.histogram)
        results.histogram = histogram_of(documents, index.columns, request.histogram->unit);
}

}  // namespace nutgraf::search
