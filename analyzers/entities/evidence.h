#pragma once

#include "analyzers/entities/draft.h"

namespace nutgraf::entities {

/// Adds to every candidate the clues that the words around it give. Titles have theirs already.
void note_surroundings(Draft& draft);

}  // namespace nutgraf::entities
