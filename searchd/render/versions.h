#pragma once

#include "base/json.h"
#include "searchd/render/terminal.h"
#include "searchd/search/versions_view.h"

#include <string>
#include <string_view>

namespace nutgraf::render {

// The former versions of an article: pure functions.

/// As an item of the list "versions" of an article in the API (docs/http-api.md).
Json to_json(const search::VersionLine& version);

/// As a record of the API, with the texts and what changed from each to the next. Marks are ranges
/// of Unicode code points of the text beside them.
Json to_json(const search::VersionsView& view);

/// A page as those of html.h, the latest change first.
std::string versions_page(const search::VersionsView& view);

/// As terminal.h has articles, the latest change last.
std::string to_terminal(const search::VersionsView& view, const TerminalStyle& style);

/// "Changed on 3 May 2019; 2 former versions", without a full stop, and how many are kept where
/// these are not all. Empty for an article that has not changed.
std::string change_sentence(const search::VersionLines& versions);

/// The address of the page of the versions of an article.
std::string versions_address(std::string_view key);

}  // namespace nutgraf::render
