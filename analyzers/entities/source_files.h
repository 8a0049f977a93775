#pragma once

#include "analyzers/entities/source.h"

#include <filesystem>
#include <vector>

namespace nutgraf::entities {

/// Files of facts as they lie on the disk, each called by its path; of a folder all its *.ent and
/// *.tsv. Throws Error for what cannot be read, and for a folder without any.
std::vector<SourceFile> read_source_files(const std::vector<std::filesystem::path>& paths);

/// The facts that entities.bin is compiled from, each called by its name alone ("us.ent"): beside
/// the running program's folder in a build, or where they were installed. Throws Error when they
/// are not there.
std::vector<SourceFile> default_source_files();

/// Those facts and others that come after them, as a later file does, whatever their names.
std::vector<SourceFile> with_default_files(std::vector<SourceFile> files);

}  // namespace nutgraf::entities
