#include "searchd/render/corrections.h"
#include "searchd/render/html_fields.h"
#include "searchd/render/links.h"
#include "searchd/render/narrowing_fields.h"
#include "searchd/render/similar.h"
#include "searchd/render/versions.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace nutgraf::render {

namespace {

using search::Mark;
using search::MarkedText;

/// The part of a text between two bytes with its marks; a mark that goes on beyond is cut.
MarkedText part_of(const MarkedText& whole, std::size_t begin, std::size_t end) {
    MarkedText part{whole.text.substr(begin, end - begin), {}};
    const auto first = std::ranges::upper_bound(whole.marks, begin, {}, &Mark::end);
    for (auto mark = first; mark != whole.marks.end() && mark->begin < end; ++mark)
        part.marks.push_back(
            {std::max(mark->begin, begin) - begin, std::min(mark->end, end) - begin});
    return part;
}

/// The lines of a text that hold more than spaces, as bytes of it.
std::vector<Mark> lines_of(std::string_view text) {
    std::vector<Mark> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (text.substr(begin, end - begin).find_first_not_of(" \t") != std::string_view::npos)
            lines.push_back({begin, end});
        begin = end + 1;
    }
    return lines;
}

/// Whether a line is furniture, but for white space around it.
bool is_all_furniture(const Mark& line, const search::ArticleView& view) {
    const auto piece = std::ranges::upper_bound(view.furniture, line.begin, {}, &Mark::end);
    if (piece == view.furniture.end() || piece->begin >= line.end) return false;
    constexpr std::string_view space = " \t\r";
    const std::string& text = view.text.text;
    const std::size_t first = text.find_first_not_of(space, line.begin);
    const std::size_t last = text.find_last_not_of(space, line.end - 1);
    return piece->begin <= first && piece->end > last;
}

Json paragraph_fields(const search::ArticleView& view) {
    Json list = Json::array();
    for (const Mark& line : lines_of(view.text.text)) {
        const bool is_standfirst = list.empty() && !view.article.standfirst.empty() && !view.is_raw;
        list.push_back({{"segments", segments(part_of(view.text, line.begin, line.end))},
                        {"is_standfirst", is_standfirst},
                        {"is_furniture", is_all_furniture(line, view)}});
    }
    return list;
}

/// The way to the other view of an article whose text is not what the archive gave.
void add_other_view(Json& fields, const ArticlePage& page) {
    const search::ArticleView& view = page.article;
    if (view.article.removed.empty()) return;
    const std::string address = article_address(view.key, page.text);
    const std::string raw =
        address + (address.find('?') == std::string::npos ? "?view=raw" : "&view=raw");
    fields["other_view"] = {
        {"address", view.is_raw ? address : raw},
        {"label", view.is_raw ? "Show the article alone" : "Show the text as it was archived"}};
}

/// Makes the first marked piece of some texts the one that "#first" leads to; false when none is
/// marked.
bool set_first(Json& pieces) {
    for (Json& piece : pieces)
        if (piece.contains("is_marked")) {
            piece["is_first"] = true;
            return true;
        }
    return false;
}

void add_texts(Json& fields, const search::ArticleView& view) {
    Json paragraphs = paragraph_fields(view);
    const bool is_untitled = view.title.text.empty();
    Json headline =
        segments(is_untitled ? MarkedText{beginning_of(view.text.text), {}} : view.title);
    const bool is_in_text = std::ranges::any_of(
        paragraphs, [](Json& paragraph) { return set_first(paragraph["segments"]); });
    if (!is_in_text) set_first(headline);
    fields["is_untitled"] = is_untitled;
    fields["headline"] = {{"segments", std::move(headline)}};
    fields["has_text"] = !paragraphs.empty();
    fields["paragraphs"] = std::move(paragraphs);
}

void add_query(Json& fields, const ArticlePage& page) {
    const std::size_t marks = page.article.title.marks.size() + page.article.text.marks.size();
    SearchForm form;
    form.text = page.text;
    fields["form"] = form_fields(form);
    fields["query"] = page.text;
    fields["back"] = page.text.empty() ? "" : search_address(form, 0);
    fields["has_marks"] = marks > 0;
    fields["marks"] = marks == 0 ? "Nothing is marked" : counted(marks, "place") + " marked";
}

void add_fact(Json& facts, std::string_view name, std::string_view value) {
    if (!value.empty())
        facts.push_back({{"name", name},
                         {"value", value},
                         {"address", is_web_address(value) ? value : std::string_view()}});
}

/// A sentence of where the date is from, unless the archive itself gives it.
std::string date_source(const search::ArticleView& view) {
    const auto& published = view.article.published;
    if (!published || published->basis == "metadata") return {};
    return "inferred from: " + published->basis;
}

/// What else the archive says about the article, as names and values.
Json fact_fields(const search::ArticleView& view) {
    const archive::Article& article = view.article;
    Json facts = Json::array();
    add_fact(facts, "Original", article.url);
    add_fact(facts, "Place", article.place);
    add_fact(facts, "Agency", article.wire);
    add_fact(facts, "Date", date_source(view));
    add_fact(facts, "Updated", article.updated);
    if (article.id != article.url) add_fact(facts, "Id", article.id);
    add_fact(facts, "Key", view.key);
    for (const std::string& sentence : correction_sentences(article))
        add_fact(facts, "Corrected", sentence);
    for (const auto& [name, value] : article.extra.items())
        if (!is_told_as_correction(article, name))
            add_fact(facts, name, value.is_string() ? value.get<std::string>() : to_text(value));
    return facts;
}

/// Those an article is about come first; the rest is folded away.
void add_entities(Json& fields, const std::vector<index::StoredEntity>& entities) {
    constexpr std::size_t shown = 8;
    Json groups = Json::array();
    const auto add = [&](std::string_view heading, std::string_view kind) {
        std::vector<index::StoredEntity> group;
        std::ranges::copy_if(
            entities, std::back_inserter(group),
            [&](const index::StoredEntity& entity) { return entity.kind == kind; });
        if (group.empty()) return;
        const auto middle =
            group.begin() + static_cast<std::ptrdiff_t>(std::min(shown, group.size()));
        const std::vector<index::StoredEntity> rest(middle, group.end());
        group.erase(middle, group.end());
        groups.push_back({{"heading", heading},
                          {"entities", entity_fields(group)},
                          {"rest_heading", rest.empty() ? "" : fmt::format("{} more", rest.size())},
                          {"rest", entity_fields(rest)}});
    };
    add("Organisations", "org");
    add("Officials", "official");
    add("People", "person");
    fields["has_groups"] = !groups.empty();
    fields["groups"] = std::move(groups);
}

/// What finds all that somebody says, in any article.
std::string speech_address(const index::StoredEntity& speaker) {
    SearchForm form;
    form.text = speaker.id.starts_with('~') ? fmt::format("said:\"{}\"", speaker.name)
                                            : fmt::format("said:#{}", speaker.id);
    return search_address(form, 0);
}

/// Who speaks in an article, in the order in which they do, each with the beginning of their first
/// words.
void add_speakers(Json& fields, const search::ArticleView& view) {
    constexpr std::size_t shown = 8;
    Json speakers = Json::array();
    std::vector<bool> is_there(view.entities.size(), false);
    for (const index::StoredQuote& quote : view.quotes) {
        if (quote.speaker == index::StoredQuote::nobody || is_there[quote.speaker]) continue;
        if (speakers.size() == shown) break;
        is_there[quote.speaker] = true;
        const index::StoredEntity& speaker = view.entities[quote.speaker];
        const std::string& whole = quote.is_in_title ? view.title.text : view.text.text;
        speakers.push_back(
            {{"name", speaker.name},
             {"address", speech_address(speaker)},
             {"words", beginning_of(whole.substr(quote.begin, quote.end - quote.begin))}});
    }
    fields["has_speakers"] = !speakers.empty();
    fields["speakers"] = std::move(speakers);
}

/// What to read next: articles like this one, and why.
void add_likes(Json& fields, const std::optional<search::SimilarArticles>& similar) {
    Json likes = Json::array();
    if (similar)
        for (const search::SimilarHit& like : similar->hits) {
            const search::Hit& hit = like.hit;
            Json item = {{"address", article_address(hit.key, {})},
                         {"title", hit.title.text.empty() ? beginning_of({}) : hit.title.text},
                         {"shared", shared_words(like)}};
            add_about(item, {hit.source, hit.published, hit.lang, hit.byline});
            likes.push_back(std::move(item));
        }
    fields["has_likes"] = !likes.empty();
    fields["likes"] = std::move(likes);
}

}  // namespace

Json article_fields(const ArticlePage& page) {
    const search::ArticleView& view = page.article;
    const archive::Article& article = view.article;
    const std::string headline =
        view.title.text.empty() ? beginning_of(view.text.text) : view.title.text;
    Json fields = {{"page_title", headline + " – Nutgraf"},
                   {"page_class", "article"},
                   {"kicker", article.section}};
    add_about(fields, {article.source, article.published, view.lang, article.byline});
    add_texts(fields, view);
    add_query(fields, page);
    add_other_view(fields, page);
    fields["change"] = change_sentence(view.versions);
    fields["versions_address"] = versions_address(view.key);
    fields["facts"] = fact_fields(view);
    add_entities(fields, view.entities);
    add_speakers(fields, view);
    add_likes(fields, page.similar);
    return fields;
}

}  // namespace nutgraf::render
