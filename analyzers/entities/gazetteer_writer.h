#pragma once

#include "analyzers/entities/source.h"

#include <string>

namespace nutgraf::entities {

/// The bytes of entities.bin: the same for the same facts. The source must be composed and free of
/// errors (lint.h).
std::string gazetteer_bytes(const Source& source);

}  // namespace nutgraf::entities
