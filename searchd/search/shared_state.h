#pragma once

#include "indexer/index/index_reader.h"
#include "searchd/search/columns.h"
#include "searchd/search/completions.h"
#include "searchd/search/entity_directory.h"
#include "searchd/search/vocabulary.h"

#include <memory>

namespace nutgraf::search {

// What the searchers of a process share of the state a reader has open; each is made when it is
// first asked for. Thread-safe. May throw what Xapian throws on reading.

std::shared_ptr<const Columns> columns_of(const index::IndexReader& reader);
std::shared_ptr<const EntityDirectory> directory_of(const index::IndexReader& reader);

// What proposals are made from takes longest to make and need not be of the latest state: of a
// large index these may lack the last twentieth or so of its changes.
std::shared_ptr<const Vocabulary> vocabulary_of(const index::IndexReader& reader);
std::shared_ptr<const NameList> names_of(const index::IndexReader& reader);

}  // namespace nutgraf::search
