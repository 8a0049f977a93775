#include "indexer/index/database_sequence.h"

#include "indexer/index/schema.h"

#include <string>

namespace nutgraf::index {

std::uint64_t sequence_of(const Xapian::Database& database) {
    const std::string sequence = database.get_metadata(std::string(sequence_metadata));
    return sequence.empty() ? 0 : std::stoull(sequence);
}

}  // namespace nutgraf::index
