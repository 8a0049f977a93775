#include "indexer/index/published_record.h"

#include "indexer/index/terms.h"

namespace nutgraf::index {

void put_published(std::string& bytes, const std::optional<archive::Published>& published) {
    put_text(bytes, published ? published->basis : "");
    if (!published) return;
    put_text(bytes, encoded_day(published->days.first));
    put_text(bytes, encoded_day(published->days.last));
}

std::optional<archive::Published> published_from(RecordFields& fields) {
    const std::string basis(fields.text());
    if (basis.empty()) return std::nullopt;
    const auto first = decoded_day(fields.text());
    return archive::Published{{first, decoded_day(fields.text())}, basis};
}

}  // namespace nutgraf::index
