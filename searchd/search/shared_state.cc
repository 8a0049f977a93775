#include "searchd/search/shared_state.h"

#include "searchd/search/state_cache.h"

#include <bit>

namespace nutgraf::search {

namespace {

StateKey key_of(const index::IndexReader& reader) {
    return {reader.manifest().uuid, reader.sequence(), reader.manifest().databases};
}

/// The same key for many states of a large index that follow one another.
StateKey rough_key_of(const index::IndexReader& reader) {
    constexpr std::uint64_t large_index = 10'000;
    constexpr std::uint64_t parts = 16;
    StateKey key = key_of(reader);
    if (key.sequence >= large_index)
        key.sequence -= key.sequence % (std::bit_floor(key.sequence) / parts);
    return key;
}

}  // namespace

std::shared_ptr<const Columns> columns_of(const index::IndexReader& reader) {
    static StateCache<Columns> cache;
    return cache.value(key_of(reader),
                       [&] { return std::make_shared<const Columns>(reader.database()); });
}

std::shared_ptr<const EntityDirectory> directory_of(const index::IndexReader& reader) {
    static StateCache<EntityDirectory> cache;
    return cache.value(key_of(reader),
                       [&] { return std::make_shared<const EntityDirectory>(columns_of(reader)); });
}

std::shared_ptr<const Vocabulary> vocabulary_of(const index::IndexReader& reader) {
    static StateCache<Vocabulary> cache;
    return cache.value(rough_key_of(reader),
                       [&] { return std::make_shared<const Vocabulary>(reader.database()); });
}

std::shared_ptr<const NameList> names_of(const index::IndexReader& reader) {
    static StateCache<NameList> cache;
    return cache.value(rough_key_of(reader),
                       [&] { return std::make_shared<const NameList>(*columns_of(reader)); });
}

}  // namespace nutgraf::search
