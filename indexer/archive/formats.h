#pragma once

#include "indexer/archive/archive_reader.h"
#include "indexer/archive/byte_source.h"
#include "indexer/archive/xml/xml_root.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::archive {

/// The formats archive files come in.
enum class Format {
    packed,
    feed,
    nitf,
    newsml,
    warc,
    arc,
    html,
    sgml,
    wire,
    mail,
    json_file,
    json_lines,
    csv,
    text,
};

/// What a format is told by.
struct Beginning {
    std::string extension;   ///< Of the file's name without a compression suffix: ".json".
    std::string_view bytes;  ///< As they lie in the file.
    std::string text;        ///< The same as UTF-8.
    XmlRoot root;
};

/// One format: how it is called, known and read.
struct FormatRow {
    Format format;
    std::string_view name;  ///< On the command line.
    std::string_view what;  ///< For a list of the formats.
    bool (*fits)(const Beginning& beginning);
    std::unique_ptr<ArchiveReader> (*reader)(std::unique_ptr<ByteSource> bytes, std::string id);
};

/// THE table of formats, in the order in which they are tried.
std::span<const FormatRow> formats();

/// The row of a format.
const FormatRow& row_of(Format format);

/// Their names on the command line, in that order.
std::vector<std::string_view> format_names();

/// The format of a name; empty for another word.
std::optional<Format> format_named(std::string_view name);

/// The beginning of a file of that name.
Beginning beginning_of(std::string_view name, std::string_view bytes);

/// The first format that fits; refused, with the reason, when none does.
Expected<Format, RecordError> format_by_looking(const Beginning& beginning);

}  // namespace nutgraf::archive
