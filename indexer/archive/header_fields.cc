#include "indexer/archive/header_fields.h"

#include "indexer/archive/ascii.h"

#include <algorithm>

namespace nutgraf::archive {

HeaderFields header_fields(std::string_view lines) {
    HeaderFields fields;
    std::string* last = nullptr;
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 1, lines.size()));
        const auto colon = line.find(':');
        if ((line.starts_with(' ') || line.starts_with('\t')) && last != nullptr) {
            *last += " " + std::string(trimmed(line));
        } else if (colon != std::string_view::npos) {
            last = &fields
                        .emplace(lower_ascii(trimmed(line.substr(0, colon))),
                                 trimmed(line.substr(colon + 1)))
                        .first->second;
        }
    }
    return fields;
}

std::string_view field_value(const HeaderFields& fields, std::string_view name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string_view() : found->second;
}

}  // namespace nutgraf::archive
