#pragma once

#include "indexer/index/document_record.h"
#include "indexer/index/entity_record.h"

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

namespace nutgraf::search {

/// What tells an article from others, as a query for those like it: its rare words, those of the
/// headline and those it repeats above others, and whom it names, by how much it is about them.
class LikenessQuery {
public:
    /// One thing that another article may have too.
    struct Part {
        std::vector<std::string> terms;             ///< Of the index; one of them is enough.
        std::string word;                           ///< As the article has it most often.
        std::optional<index::StoredEntity> entity;  ///< Instead of a word.
        double weight = 1;                          ///< In that article.
        double rarity = 1;                          ///< In the index.
    };

    /// May throw what Xapian throws on reading.
    LikenessQuery(const index::StoredArticle& stored, const Xapian::Database& database);

    /// The weightiest first. Empty for an article that shares nothing telling with any other.
    const std::vector<Part>& parts() const { return parts_; }

    /// Articles that have any of the parts, to be ranked by their weights; its terms are looked
    /// for in a bounded number of places, however large the index is.
    Xapian::Query xapian() const;

private:
    std::vector<Part> parts_;
};

}  // namespace nutgraf::search
