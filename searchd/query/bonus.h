#pragma once

#include "analyzers/entities/gazetteer.h"
#include "searchd/query/syntax.h"

#include <xapian.h>

#include <string>
#include <vector>

namespace nutgraf::query {

/// What a bonus is made from. Borrows all of it.
struct BonusContext {
    const Xapian::Database& database;
    const std::vector<std::string>& languages;       ///< That are stemmed.
    const entities::Gazetteer* gazetteer = nullptr;  ///< Null: names are not known.
};

/// Ranks articles higher in which words that stand side by side in the query do so too, and those
/// that name whom the words name, where that is one organisation or person. Empty where the query
/// has nothing of the kind. May throw what Xapian throws on reading.
Xapian::Query bonus_of(const Query& query, const BonusContext& context);

}  // namespace nutgraf::query
