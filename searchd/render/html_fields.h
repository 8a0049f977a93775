#pragma once

#include "base/json.h"
#include "searchd/render/html.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::render {

// What the templates of the pages are filled in with. Nothing here is escaped: template.h does
// that.

/// The fields of "search.html".
Json search_fields(const SearchPage& page);

/// The fields of "article.html".
Json article_fields(const ArticlePage& page);

/// The fields of the form in the head of every page: texts, choices, number of filters in use.
Json form_fields(const SearchForm& form);

/// A text cut at its marks, for "marked.html": pieces of which each is marked whole or not at all.
Json segments(const search::MarkedText& marked);

/// The line that says when, where, in which language and by whom, for "about.html".
struct About {
    std::string source;
    std::optional<archive::Published> published;
    std::string lang;
    std::vector<std::string> byline;
};
/// Adds its fields to those of an article or a hit.
void add_about(Json& fields, const About& about);

/// What stands for a missing headline: how the text begins, cut between words to some 90 bytes,
/// with an ellipsis where it goes on.
std::string beginning_of(std::string_view text);

/// "German" for "de"; the code itself where there is no name for it here.
std::string_view name_of_language(std::string_view code);

/// "1 article", "12,345 articles".
std::string counted(std::uint64_t number, std::string_view noun);

/// "12,345".
std::string grouped(std::uint64_t number);

}  // namespace nutgraf::render
