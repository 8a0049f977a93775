#pragma once

#include "searchd/render/html.h"

#include <string>
#include <utility>

namespace nutgraf::test {

/// A hit with a headline and one snippet.
inline search::Hit hit_with(search::MarkedText title, search::MarkedText passage) {
    search::Hit hit;
    hit.id = "courier-2019-0329";
    hit.key = "a97e00afe77067cb";
    hit.title = std::move(title);
    hit.source = "Courier";
    hit.lang = "en";
    hit.snippets = {{0, std::move(passage), false, false}};
    return hit;
}

/// The page of a search for a text that found these hits, and no others.
inline render::SearchPage page_with(std::string text, std::vector<search::Hit> hits) {
    render::SearchPage page;
    page.form.text = std::move(text);
    page.results.emplace();
    page.results->query = {query::Word{{}, {page.form.text, page.form.text}}};
    page.results->articles = 40;
    page.results->total = hits.size();
    page.results->stories = hits.size();
    page.results->hits = std::move(hits);
    return page;
}

/// The page of an article with a headline and a text.
inline render::ArticlePage article_with(search::MarkedText title, search::MarkedText text) {
    render::ArticlePage page;
    page.article.key = "a97e00afe77067cb";
    page.article.article.id = "courier-2019-0329";
    page.article.article.source = "Courier";
    page.article.lang = "en";
    page.article.title = std::move(title);
    page.article.text = std::move(text);
    return page;
}

}  // namespace nutgraf::test
