#pragma once

#include "indexer/archive/ascii.h"
#include "indexer/archive/clean/text_parts.h"

#include <string>

namespace nutgraf::tests {

/// What stands in a text besides its body, a line for each: "furniture: Print".
inline std::string besides(std::string_view text, std::string_view title = {}) {
    std::string lines;
    for (const archive::TextPart& part : archive::parts_of(text, {title}).besides)
        lines.append(archive::name_of(part.kind))
            .append(": ")
            .append(archive::trimmed(archive::within(text, part.range)))
            .append("\n");
    return lines;
}

}  // namespace nutgraf::tests
