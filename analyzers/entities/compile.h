#pragma once

#include "analyzers/entities/problem.h"
#include "analyzers/entities/source.h"

#include <string>
#include <vector>

namespace nutgraf::entities {

/// What became of some files of facts.
struct Compiled {
    std::string bytes;  ///< Of entities.bin; empty when there are errors.
    Problems problems;  ///< By file and line.
};

/// Reads, composes, checks and lays out. The same files give the same bytes.
Compiled compile(std::vector<SourceFile> files);

}  // namespace nutgraf::entities
