#pragma once

#include "analyzers/entities/gazetteer.h"
#include "searchd/search/columns.h"
#include "searchd/search/counts.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace nutgraf::search {

/// What a search has chosen of a facet's field.
struct FacetChoice {
    std::vector<std::string> values;  ///< As the filters have them.
    /// How many articles one of them leaves, where it is not a value of the columns: the name of an
    /// organisation instead of its id, say.
    std::function<std::uint64_t(const std::string&)> count;
    std::vector<std::string> excluded = {};  ///< As the filters against them have them.
    std::size_t listed = listed_values;      ///< Values listed beside the chosen and excluded ones.
    /// Has the names of roles; null: they go by their ids. Borrowed.
    const entities::Gazetteer* gazetteer = nullptr;
};

/// Counts documents by a field. An article of several years, or that names several organisations,
/// counts for each; one without a source, say, for none.
Facet facet_of(FacetField field, std::span<const Xapian::docid> documents, const Columns& columns,
               const FacetChoice& choice);

}  // namespace nutgraf::search
