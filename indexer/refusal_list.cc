#include "indexer/refusal_list.h"

#include "base/json.h"

namespace nutgraf::indexer {

RefusalList::RefusalList(const std::filesystem::path& path, EarlierRefusals earlier)
    : file_(File::open_to_write(path)) {
    if (earlier == EarlierRefusals::are_kept) {
        end_ = file_.size();
    } else {
        file_.truncate(0);
    }
}

void RefusalList::add(const Place& place, std::string_view reason) {
    Json record = {{"version", 1}, {"file", place.file}};
    if (place.line != 0) record["line"] = place.line;
    record["reason"] = reason;
    const std::string line = to_text(record) + "\n";
    file_.write_at(end_, line);
    end_ += line.size();
}

}  // namespace nutgraf::indexer
