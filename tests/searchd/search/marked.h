#pragma once

#include "indexer/index/document.h"
#include "searchd/query/parser.h"
#include "searchd/search/highlighter.h"
#include "tests/searchd/query/reading.h"
#include "tests/searchd/scratch_index.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::tests {

/// A text with its marks in square brackets.
inline std::string bracketed(std::string_view text, const std::vector<search::Mark>& marks) {
    std::string line;
    std::size_t at = 0;
    for (const search::Mark& mark : marks) {
        line += text.substr(at, mark.begin - at);
        line += "[" + std::string(text.substr(mark.begin, mark.end - mark.begin)) + "]";
        at = mark.end;
    }
    return line + std::string(text.substr(at));
}

inline query::Query query_read(std::string_view text) {
    using namespace std::chrono;
    return query::parse_query(text, {.today = 2019y / May / 10})->query;
}

/// What a query marks in an article: "title / text".
inline std::string marked(std::string_view query, const TestArticle& test) {
    const index::StoredArticle stored{article_of(test), test.lang};
    const std::string text = archive::text_of(stored.article);
    search::Highlighter highlighter(query_read(query), {"de", "en", "fr", "ru"});
    const search::Highlights found = highlighter.highlights(stored, text);
    return bracketed(test.title, found.title) + " / " + bracketed(text, found.text);
}

/// What a query marks in an English text.
inline std::string marked_text(std::string_view query, const std::string& text) {
    return marked(query, {"id", "", text}).substr(3);
}

}  // namespace nutgraf::tests
