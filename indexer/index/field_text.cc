#include "indexer/index/field_text.h"

#include <cassert>

namespace nutgraf::index {

std::string field_text(const archive::Article& article, Field field) {
    switch (field) {
        case Field::title:
            return article.title;
        case Field::body:
            return archive::text_of(article);
        case Field::source:
            return article.source;
        case Field::section:
            return article.section;
        case Field::wire:
            return article.wire;
        case Field::furniture:
            return archive::furniture_of(article);
        default:
            break;
    }
    assert(field == Field::by);
    std::string byline;
    for (const std::string& name : article.byline) byline += name + "\n";
    return byline;
}

}  // namespace nutgraf::index
