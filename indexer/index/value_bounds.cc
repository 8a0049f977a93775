#include "indexer/index/value_bounds.h"

#include "base/file.h"
#include "indexer/index/schema.h"
#include "indexer/index/xapian_error.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

namespace nutgraf::index {

namespace {

constexpr std::array slots_with_words = {Slot::source, Slot::section, Slot::entities};

bool has_true_bounds(const Xapian::Database& database, Xapian::valueno slot) {
    std::optional<std::string> least;
    std::string greatest;
    for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
         ++value) {
        if (!least || *value < *least) least = *value;
        greatest = std::max(greatest, *value);
    }
    return least.value_or(std::string()) == database.get_value_lower_bound(slot) &&
           greatest == database.get_value_upper_bound(slot);
}

/// Xapian forgets bounds when no document has a value any more.
void put_values_anew(Xapian::WritableDatabase& database, Xapian::valueno slot) {
    std::map<Xapian::docid, std::string> values;
    for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
         ++value)
        values.emplace(value.get_docid(), *value);
    for (const auto& [number, value] : values) {
        Xapian::Document document = database.get_document(number);
        document.remove_value(slot);
        database.replace_document(number, document);
    }
    for (const auto& [number, value] : values) {
        Xapian::Document document = database.get_document(number);
        document.add_value(slot, value);
        database.replace_document(number, document);
    }
}

}  // namespace

std::size_t tighten_bounds(const std::filesystem::path& path) {
    return translating_xapian_errors("written", path, [&] {
        Xapian::WritableDatabase database(path.string(), Xapian::DB_OPEN);
        std::size_t tightened = 0;
        database.begin_transaction();
        for (const Slot name : slots_with_words) {
            const auto slot = static_cast<Xapian::valueno>(name);
            if (has_true_bounds(database, slot)) continue;
            put_values_anew(database, slot);
            ++tightened;
        }
        database.commit_transaction();
        sync_folder(path);
        return tightened;
    });
}

}  // namespace nutgraf::index
