#include "searchd/render/terminal.h"

#include "base/date.h"
#include "base/utf8.h"
#include "searchd/render/corrections.h"
#include "searchd/render/versions.h"
#include "searchd/render/wrap.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::render {

namespace {

using search::MarkedText;

constexpr std::string_view bold = "\x1B[1m";
constexpr std::string_view dim = "\x1B[2m";
constexpr std::string_view plain = "\x1B[0m";
constexpr std::size_t indent = 4;

std::string styled(std::string_view text, std::string_view colour, const TerminalStyle& style) {
    if (!style.is_coloured || text.empty()) return std::string(text);
    return fmt::format("{}{}{}", colour, text, plain);
}

std::string date_of(const std::optional<archive::Published>& published) {
    return published ? readable_date(published->days) : "undated";
}

std::string iso_dates(const std::optional<archive::Published>& published) {
    if (!published) return "undated";
    const DaySpan& days = published->days;
    const std::string first = iso_date(days.first);
    return days.first == days.last ? first : first + ".." + iso_date(days.last);
}

/// "Courier · 29 March 2019 · Ann Field", what is known of it.
std::string details(const std::string& source, const std::optional<archive::Published>& published,
                    const std::string& lang, const std::vector<std::string>& byline) {
    std::string line = source.empty() ? "" : source + " · ";
    line += date_of(published);
    if (!lang.empty() && lang != "en") line += " · " + lang;
    for (const std::string& name : byline) line += " · " + name;
    return visible(line);
}

std::string in_one_field(std::string text) {
    std::ranges::replace(text, '\t', ' ');
    std::ranges::replace(text, '\n', ' ');
    return visible(text);
}

MarkedText headline(const search::Hit& hit) {
    if (!hit.title.text.empty()) return hit.title;
    return {headline_of(hit), {}};
}

Wrapping wrapping(const TerminalStyle& style, std::size_t left) {
    return {style.width, left, style.is_coloured};
}

std::string with_ellipses(const search::Snippet& snippet, const std::string& text) {
    return (snippet.is_cut_before ? "… " : "") + text + (snippet.is_cut_after ? " …" : "");
}

}  // namespace

std::string headline_of(const search::Hit& hit) {
    constexpr std::size_t bytes = 80;
    if (!hit.title.text.empty()) return hit.title.text;
    if (hit.snippets.empty()) return "(no headline)";
    const std::string& text = hit.snippets.front().passage.text;
    const std::string_view beginning = utf8_prefix(text, bytes);
    return std::string(beginning) + (beginning.size() < text.size() ? "…" : "");
}

std::string to_terminal(const search::Hit& hit, std::size_t number, const TerminalStyle& style) {
    std::string text = fmt::format("{:>2}  ", number);
    const std::string title = wrapped(headline(hit), wrapping(style, indent));
    text += styled(title, bold, style) + "\n";
    const std::string about = details(hit.source, hit.published, hit.lang, hit.byline);
    text += std::string(indent, ' ') + styled(about + "  " + hit.key, dim, style) + "\n";
    if (hit.story.copies > 0)
        text += std::string(indent, ' ') +
                styled(fmt::format("+{} {}: nutgraf story {}", hit.story.copies,
                                   hit.story.copies == 1 ? "copy" : "copies", hit.story.id),
                       dim, style) +
                "\n";
    for (const search::Snippet& snippet : hit.snippets)
        text += std::string(indent, ' ') +
                with_ellipses(snippet, wrapped(snippet.passage, wrapping(style, indent))) + "\n";
    return text;
}

std::string to_terminal(const search::ArticleView& view, const TerminalStyle& style) {
    const archive::Article& article = view.article;
    std::string text;
    if (!view.title.text.empty())
        text += styled(wrapped(view.title, wrapping(style, 0)), bold, style) + "\n";
    text +=
        styled(details(article.source, article.published, view.lang, article.byline), dim, style);
    text += "\n";
    if (!article.url.empty()) text += styled(visible(article.url), dim, style) + "\n";
    text += styled(visible(article.id) + "  " + view.key, dim, style) + "\n";
    for (const std::string& sentence : correction_sentences(article))
        text += wrapped({visible(sentence), {}}, wrapping(style, 0)) + "\n";
    if (const std::string changed = change_sentence(view.versions); !changed.empty())
        text += fmt::format("{}: nutgraf show {} --versions\n", changed, view.key);
    text += "\n";
    return text + wrapped(view.text, wrapping(style, 0)) + "\n";
}

std::string to_line(const search::Hit& hit, const TerminalStyle& style) {
    constexpr std::size_t source_columns = 18;
    std::string source = in_one_field(hit.source);
    source.resize(utf8_prefix(source, source_columns).size());
    source.append(source_columns - std::min(source_columns, code_point_count(source)), ' ');
    return fmt::format("{}  {:<10}  {}  {}\n", styled(hit.key, dim, style),
                       iso_dates(hit.published), source,
                       styled(in_one_field(headline_of(hit)), bold, style));
}

std::string to_tsv(const search::Hit& hit) {
    return fmt::format("{:.3f}\t{}\t{}\t{}\t{}\t{}\t{}\n", hit.score, iso_dates(hit.published),
                       in_one_field(hit.source), hit.key, in_one_field(hit.id),
                       in_one_field(hit.url), in_one_field(headline_of(hit)));
}

}  // namespace nutgraf::render
