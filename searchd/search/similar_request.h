#pragma once

#include "searchd/search/deadline.h"

#include <cstddef>
#include <string>

namespace nutgraf::search {

/// What articles like one are asked for.
struct SimilarRequest {
    std::string id;          ///< Of the article, or its key.
    std::size_t limit = 10;  ///< Hits wanted.
    Deadline deadline;
};

}  // namespace nutgraf::search
