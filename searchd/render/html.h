#pragma once

#include "searchd/search/filters.h"
#include "searchd/search/hit.h"
#include "searchd/search/similar.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace nutgraf::render {

/// What the search form holds, as the reader typed it or chose it by a link.
struct SearchForm {
    std::string text;
    std::vector<std::string> sources;
    std::vector<std::string> langs;
    std::vector<std::string> orgs;       ///< Names, or ids behind "#".
    std::vector<std::string> officials;  ///< Likewise.
    std::vector<std::string> roles;      ///< Likewise.
    std::vector<std::string> sections;
    std::vector<std::string> years;
    search::Exclusions excluded;
    std::string from;
    std::string to;
    search::Order order = search::Order::relevance;
    std::size_t limit = 20;           ///< Hits a page.
    bool is_any = false;              ///< Bare words are joined by OR.
    bool is_plain = false;            ///< Every character is text.
    bool words_find_entities = true;  ///< Words that are a name of an entity find it too.
    bool is_strict = false;
    std::string zone = "UTC";  ///< In which days are days.
    search::Collapse collapse = search::Collapse::story;
};

/// Everything the search page shows.
struct SearchPage {
    SearchForm form;
    std::optional<search::Results> results;  ///< Absent where the search failed.
    std::string problem;                     ///< Why, as a whole sentence; else empty.
    std::size_t offset = 0;                  ///< Hits passed over.
};

/// Everything the page of one article shows.
struct ArticlePage {
    search::ArticleView article;
    std::string text;  ///< The query it was found by; may be empty.
    std::optional<search::SimilarArticles> similar = {};  ///< Absent: it took too long.
};

/// True where nothing is asked yet: the page then welcomes, and narrows nothing down.
bool is_start(const SearchPage& page);

// Pure functions from values to whole HTML documents that work under `default-src 'none'; style-src
// 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'`, and without
// JavaScript too. What comes from
// outside is escaped at the last step, in template.cc and only there; addresses become links only
// when they are http or https.

std::string search_page(const SearchPage& page);
std::string article_page(const ArticlePage& page);
/// A page for a request that failed: the HTTP status, a short title and a whole sentence.
std::string problem_page(int status, const std::string& title, const std::string& detail);

/// The parameters of a search for the address of a page, a feed or an alert: "?q=…".
std::string search_parameters(const SearchForm& form);

/// The address of the search page for a form and a page of its results: "/search?q=…".
std::string search_address(const SearchForm& form, std::size_t offset);

}  // namespace nutgraf::render
