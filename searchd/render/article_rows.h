#pragma once

#include "searchd/search/hit.h"

#include <string>

namespace nutgraf::render {

// Articles and hits for other programs, one after another: pure functions.

/// The article on one line of JSON, under the names by which nutgraf-indexer reads articles, with
/// its key beside them.
std::string to_json_line(const search::ArticleView& view);

/// The names of the columns that `to_csv_row` writes.
std::string csv_header();

/// The article as a row of RFC 4180. A value that a spreadsheet would take for a formula, since it
/// begins with one of = + - @, a tab or a carriage return, gets an apostrophe before it.
std::string to_csv_row(const search::ArticleView& view);

/// The same for hits, whose values carry no control or bidirectional character.
std::string csv_header_of_hits();
std::string to_csv_row(const search::Hit& hit);

}  // namespace nutgraf::render
