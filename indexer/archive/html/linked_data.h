#pragma once

#include "base/json.h"

#include <gumbo.h>

namespace nutgraf::archive {

/// The article that a page's JSON-LD describes, under the import fields' names; null when there is
/// none, or it cannot be read.
Json linked_article(const GumboNode& page);

}  // namespace nutgraf::archive
