#pragma once

#include "base/json.h"
#include "indexer/archive/wire/transmissions.h"

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::archive {

/// A transmission's parts as UTF-8, cut into lines without their ends. Formatting controls of ANPA
/// are still in the header.
struct WireLines {
    std::vector<std::string> header;
    std::vector<std::string> text;
    std::string trailer;  ///< On one line.
};

/// Reads a transmission by the character set that it declares by an escape sequence (ISO 2022), or
/// else by what its bytes look like.
WireLines wire_lines(const Transmission& transmission);

/// Lines that are broken to a width as paragraphs with an empty line between them. A paragraph
/// begins behind an empty line, with a tab, or where lines begin to be indented; short lines stay
/// lines.
std::string wire_paragraphs(const std::vector<std::string>& lines);

/// The words of a line.
std::vector<std::string> wire_words(std::string_view line);

/// What the labels of a transmission ("Mandatory Kill", "KORREKTUR: Name", "1st Ld") say of its
/// status, in the words of NewsML where it has one: canceled, withheld, embargoed, corrected. Empty
/// when they say nothing.
std::string wire_status(const std::vector<std::string>& labels);

/// Sets an id made of a name that is used again each day and the day of publication; nothing where
/// that is not known.
void set_id_of_day(Json& fields, const std::string& name);

/// Of a line of keywords with hyphens, slashes or commas between them, those that can be labels:
/// one word alone, so that a film that is called Kill Bill is none.
std::vector<std::string> labels_among_keywords(std::string_view keywords);

}  // namespace nutgraf::archive
