#include "indexer/archive/clean/clean.h"

#include "indexer/archive/clean/publication.h"
#include "indexer/archive/clean/text_parts.h"

#include <utility>

namespace nutgraf::archive {

namespace {

void set_if_empty(std::string& field, std::string value) {
    if (field.empty()) field = std::move(value);
}

void take_out(Article& article, const std::vector<TextPart>& parts) {
    std::string rest;
    std::size_t at = 0;
    for (const TextPart& part : parts) {
        rest += article.body.substr(at, part.range.begin - at);
        at = part.range.end;
        article.removed.push_back(
            {part.range.begin, std::string(within(article.body, part.range)), part.kind});
    }
    rest += article.body.substr(at);
    article.body = std::move(rest);
}

TextParts parts_of_body(const Article& article) {
    return parts_of(article.body, {article.title, !article.standfirst.empty()});
}

}  // namespace

Article cleaned(Article article) {
    if (!article.removed.empty()) return article;
    TextParts parts = parts_of_body(article);
    take_out(article, parts.besides);
    set_if_empty(article.title, std::move(parts.title));
    set_if_empty(article.standfirst, std::move(parts.standfirst));
    set_if_empty(article.wire, std::move(parts.wire));
    set_if_empty(article.place, std::move(parts.place));
    set_if_empty(article.section, std::move(parts.section));
    if (article.byline.empty()) article.byline = std::move(parts.byline);
    tell_published(article, parts);
    return article;
}

Article as_given(Article article) {
    if (has_piece(article.removed, PieceKind::headline)) article.title.clear();
    if (has_piece(article.removed, PieceKind::standfirst)) article.standfirst.clear();
    if (has_piece(article.removed, PieceKind::byline)) article.byline.clear();
    forget_published(article);
    article.body = put_together(article.body, article.removed);
    article.removed.clear();
    return article;
}

DaySpan days_of_writing(const Article& article, const DaySpan& span) {
    return writing_days(span, parts_of_body(article).dateline_date, article.body).days;
}

}  // namespace nutgraf::archive
