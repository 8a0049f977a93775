#pragma once

#include "analyzers/entities/problem.h"
#include "analyzers/entities/source.h"

namespace nutgraf::entities {

/// Appends what is wrong with the facts of a composed source, taken together: ids of which there
/// is no block, offices with more holders than seats, roles that are each other's kind, and what
/// `lint_names` finds.
void lint(const Source& source, Problems& problems);

/// Appends what is wrong with its names: those without words, or of too many organisations and
/// persons, or of two blocks; surnames that are words.
void lint_names(const Source& source, Problems& problems);

}  // namespace nutgraf::entities
