#pragma once

#include "base/json.h"
#include "searchd/render/terminal.h"
#include "searchd/search/text_diff.h"

#include <string>
#include <vector>

namespace nutgraf::render {

// How two texts differ, for each of those who read it. Pure functions.

/// As the list "rows" of the API (docs/http-api.md). Marks are ranges of Unicode code points of the
/// text beside them.
Json to_json(const std::vector<search::DiffRow>& rows);

/// As the fields of "diff_rows.html": the rows, and in "summary" how many are the same.
Json diff_fields(const std::vector<search::DiffRow>& rows);

/// As paragraphs at a terminal: "- " before what only the old text has, "+ " before what only the
/// new one has, "[-so-]" and "{+so+}" around words within a paragraph.
std::string to_terminal(const std::vector<search::DiffRow>& rows, const TerminalStyle& style);

}  // namespace nutgraf::render
