#pragma once

#include "indexer/archive/archive_reader.h"
#include "indexer/archive/byte_source.h"
#include "indexer/archive/formats.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::archive {

/// A file to read and the name it goes by.
struct ArchiveFile {
    std::filesystem::path path;  ///< "-" for standard input.
    std::string id;  ///< Of the article, where the file holds just one: the path relative to the
                     ///< parent of the PATH it was found under, without a compression suffix.
};

/// The files below each path, folders recursively and in the order of their names. Entries whose
/// name begins with a full stop are left out and links to folders are not followed, but a path that
/// is given itself always is. Throws Error for a path that does not exist.
std::vector<ArchiveFile> archive_files(const std::vector<std::filesystem::path>& paths);

/// A file as `archive_files` gives it when it is found below `root`.
ArchiveFile archive_file(const std::filesystem::path& file, const std::filesystem::path& root);

/// A reader for a file, compressed or not, which gives cleaned articles. Without a format it is
/// found by looking (formats.h). Refused, with the reason: a file of no format. Throws Error when
/// it cannot be opened. `on_read` is told of the bytes of the file as they are read.
Expected<std::unique_ptr<ArchiveReader>, RecordError> open_archive(const ArchiveFile& file,
                                                                   std::optional<Format> format,
                                                                   OnRead on_read = {});

}  // namespace nutgraf::archive
