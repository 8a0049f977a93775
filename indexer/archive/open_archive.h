#pragma once

#include "indexer/archive/archive_reader.h"
#include "indexer/archive/byte_source.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::archive {

/// The formats archive files come in.
enum class Format { text, json_lines };

/// Their names on the command line, in the order of the enumeration.
std::vector<std::string_view> format_names();

/// The format of a name; empty for another word.
std::optional<Format> format_named(std::string_view name);

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

/// A reader for a file, compressed or not. Without a format it is found by looking: JSON lines when
/// the name ends in .jsonl or .ndjson or the text begins with "{", else plain text. Refused, with
/// the reason: a file that is neither. Throws Error when it cannot be opened. `on_read` is told of
/// the bytes of the file as they are read.
Expected<std::unique_ptr<ArchiveReader>, RecordError> open_archive(const ArchiveFile& file,
                                                                   std::optional<Format> format,
                                                                   OnRead on_read = {});

}  // namespace nutgraf::archive
