#pragma once

#include "searchd/search/hit.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace nutgraf::search {

/// An article like another, and what makes it so.
struct SimilarHit {
    Hit hit;                                    ///< Without marks and passages.
    std::vector<std::string> words;             ///< Telling words of both, the weightiest first.
    std::vector<index::StoredEntity> entities;  ///< Whom both name, likewise.
};

/// The articles most like one. Near copies of it are left out, since they would say the same again.
struct SimilarArticles {
    std::string id;
    std::string key;
    std::string title;
    std::vector<SimilarHit> hits;  ///< The most alike first.
    std::size_t copies = 0;        ///< Near copies that would have been among them.
    std::string index_uuid;
    std::uint64_t revision = 0;
    std::uint64_t articles = 0;  ///< In the index.
};

}  // namespace nutgraf::search
