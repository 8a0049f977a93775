#pragma once

#include "indexer/archive/notice.h"

#include <optional>

namespace nutgraf::archive {

/// The notice that the text of an item is; its version is not filled in. See `notice_of`.
std::optional<Notice> notice_in_text(const Article& article);

}  // namespace nutgraf::archive
