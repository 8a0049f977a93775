#pragma once

#include "analyzers/entities/analysis.h"
#include "analyzers/entities/draft.h"
#include "analyzers/entities/offices.h"

#include <vector>

namespace nutgraf::entities {

/// The mentions of a draft that is done: by begin, then the longer first; of one kind apart.
std::vector<Mention> mentions_of(const Draft& draft, const Offices& offices);

}  // namespace nutgraf::entities
