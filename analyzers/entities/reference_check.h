#pragma once

#include "analyzers/entities/gazetteer_file.h"

namespace nutgraf::entities {

/// Whether every text, row and node that a file's rows refer to is in it, so that nothing need be
/// checked when it is read.
bool has_sound_references(const GazetteerFile& file);

}  // namespace nutgraf::entities
