#include "indexer/archive/archive_reader.h"

#include <fmt/format.h>

namespace nutgraf::archive {

std::string too_large_message() {
    return fmt::format("The article's text is larger than {} MiB.", max_article_bytes >> 20U);
}

}  // namespace nutgraf::archive
