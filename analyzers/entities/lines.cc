#include "analyzers/entities/lines.h"

#include "analyzers/text/normalise.h"

#include <algorithm>

namespace nutgraf::entities {

std::string normalised_line(std::string_view raw) {
    std::string line = analyzers::normalised_text(raw).text;
    std::ranges::replace(line, '\n', ' ');
    return line;
}

}  // namespace nutgraf::entities
