#pragma once

#include "analyzers/entities/draft.h"

namespace nutgraf::entities {

/// Notes which candidates are clubs where an article is about sport, and adds those towns beside a
/// score, or beside a verb of matches, whose club the gazetteer calls so: "Barcelona 3-1 Sevilla".
/// An article is about sport when it has a score and a club that needs no context or stands
/// beside it, or two clubs that need none. Linear in the text.
void find_clubs(Draft& draft);

}  // namespace nutgraf::entities
