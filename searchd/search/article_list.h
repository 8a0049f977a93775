#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace nutgraf::search {

/// The articles that one state of an index holds for a request, in the order in which they first
/// came into it: four bytes each, so that all of them can be kept while they are read one by one.
struct ArticleList {
    std::vector<Xapian::docid> documents;
    std::vector<std::string> databases;  ///< Within these the numbers hold.
};

}  // namespace nutgraf::search
