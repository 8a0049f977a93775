#include "searchd/search/counting.h"

#include "searchd/search/facets.h"
#include "searchd/search/histogram.h"
#include "searchd/search/matching.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace nutgraf::search {

namespace {

/// The filters of a field that are values of its facet.
std::vector<std::string> chosen_values(const SearchRequest& request, FacetField field) {
    switch (field) {
        case FacetField::source:
            return request.sources;
        case FacetField::org:
            return request.orgs;
        case FacetField::official:
            return request.officials;
        case FacetField::lang:
            return request.langs;
        case FacetField::year:
            break;
    }
    constexpr std::size_t digits = 4;
    const bool is_year = request.from.size() == digits && request.from == request.to;
    return is_year ? std::vector{request.from} : std::vector<std::string>();
}

bool has_filter(const SearchRequest& request, FacetField field) {
    if (field == FacetField::year) return !request.from.empty() || !request.to.empty();
    return !chosen_values(request, field).empty();
}

/// The request with other filters of one field.
SearchRequest with_values(SearchRequest request, FacetField field,
                          std::vector<std::string> values) {
    switch (field) {
        case FacetField::source:
            request.sources = std::move(values);
            break;
        case FacetField::org:
            request.orgs = std::move(values);
            break;
        case FacetField::official:
            request.officials = std::move(values);
            break;
        case FacetField::lang:
            request.langs = std::move(values);
            break;
        case FacetField::year:
            request.from = request.to = values.empty() ? "" : values.front();
            break;
    }
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
    if (has_filter(request, field)) {
        wider = documents_of(with_values(request, field, {}), index);
        documents = wider;
    }
    const FacetChoice choice{
        chosen_values(request, field), [&](const std::string& value) {
            return documents_of(with_values(request, field, {value}), index).size();
        }};
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
