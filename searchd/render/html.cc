#include "searchd/render/html.h"

#include "searchd/render/html_fields.h"
#include "searchd/render/template.h"

namespace nutgraf::render {

std::string search_page(const SearchPage& page) {
    return filled_page("search.html", search_fields(page));
}

std::string article_page(const ArticlePage& page) {
    return filled_page("article.html", article_fields(page));
}

std::string problem_page(int status, const std::string& title, const std::string& detail) {
    return filled_page("problem.html", {{"page_title", title + " – Nutgraf"},
                                        {"page_class", "trouble-page"},
                                        {"form", form_fields({})},
                                        {"status", status},
                                        {"title", title},
                                        {"detail", detail}});
}

}  // namespace nutgraf::render
