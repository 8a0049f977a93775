#pragma once

#include "searchd/query/to_xapian.h"
#include "searchd/search/columns.h"
#include "searchd/search/search_request.h"

#include <xapian.h>

#include <span>

namespace nutgraf::search {

/// What a request is counted on; all of it borrowed, and all of one state of an index.
struct CountedIndex {
    const Xapian::Database& database;
    const query::Translator& translator;
    const Columns& columns;
};

/// Whether a request asks for facets or a histogram.
bool asks_for_counts(const SearchRequest& request);

/// Adds to the results of a request, which was answered with these documents, the facets and the
/// histogram it asks for. A facet is counted without the filters of its own field, which takes one
/// more match where there are any. Throws DeadlineExceeded, and what Xapian throws on reading.
void add_counts(Results& results, const SearchRequest& request,
                std::span<const Xapian::docid> documents, const CountedIndex& index);

}  // namespace nutgraf::search
