#pragma once

#include "searchd/query/syntax.h"

namespace nutgraf::query {

/// A limit that a query breaks; thrown while it is read, and caught in `parse_query`.
struct LimitBroken {
    QueryError error;
};

}  // namespace nutgraf::query
