#include "indexer/index/known_day.h"

#include "indexer/index/schema.h"
#include "indexer/index/terms.h"

namespace nutgraf::index {

std::string known_day(const Xapian::Document& document) {
    const auto value = [&](Slot slot) {
        return document.get_value(static_cast<Xapian::valueno>(slot));
    };
    std::string from = value(Slot::published_from);
    if (from.empty()) return {};
    const auto span = decoded_day(value(Slot::published_to)) - decoded_day(from);
    return span >= unknown_span ? std::string() : from;
}

}  // namespace nutgraf::index
