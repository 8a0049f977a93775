#include "searchd/query/print.h"
#include "searchd/render/html_fields.h"
#include "searchd/render/links.h"
#include "searchd/render/query_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nutgraf::render {

namespace {

using search::Results;

constexpr std::size_t reachable_hits = 10'000;

struct Example {
    std::string_view text;
    std::string_view meaning;
};

constexpr std::array examples = {
    Example{"\"national security\"", "These words, side by side and in this order."},
    Example{"wind turbines -offshore", "Both words, in articles that do not say “offshore”."},
    Example{"drought OR dürre", "Either word. OR is written in capitals."},
    Example{"title:bank rates", "“Bank” in the headline, “rates” anywhere."},
    Example{"5g date:2019-03..2019-05", "Published from March to May 2019."},
};

bool has_filters(const SearchForm& form) {
    return !form.source.empty() || !form.lang.empty() || !form.from.empty() || !form.to.empty();
}

/// Nothing asked yet: the page explains how to.
bool is_start(const SearchPage& page) {
    const bool is_blank = page.form.text.find_first_not_of(" \t\r\n") == std::string::npos;
    return is_blank && !has_filters(page.form) && page.offset == 0 && page.problem.empty();
}

Json example_fields() {
    Json list = Json::array();
    for (const Example& example : examples)
        list.push_back({{"text", example.text},
                        {"meaning", example.meaning},
                        {"address", address_for({}, example.text)}});
    return list;
}

Json snippet_fields(const std::vector<search::Snippet>& snippets) {
    Json list = Json::array();
    for (const search::Snippet& snippet : snippets)
        list.push_back({{"segments", segments(snippet.passage)},
                        {"is_cut_before", snippet.is_cut_before},
                        {"is_cut_after", snippet.is_cut_after}});
    return list;
}

/// The headline, or how the text begins where there is none.
search::MarkedText headline_of(const search::Hit& hit) {
    if (!hit.title.text.empty()) return hit.title;
    if (hit.snippets.empty()) return {beginning_of(""), {}};
    const search::Snippet& first = hit.snippets.front();
    return {(first.is_cut_before ? "… " : "") + beginning_of(first.passage.text), {}};
}

Json hit_fields(const SearchForm& form, const search::Hit& hit) {
    Json fields = {{"address", article_address(hit.key, form.text)},
                   {"segments", segments(headline_of(hit))},
                   {"snippets", snippet_fields(hit.snippets)}};
    add_about(fields, {hit.source, hit.published, hit.lang, hit.byline});
    return fields;
}

Json hit_list(const SearchForm& form, const std::vector<search::Hit>& hits) {
    Json list = Json::array();
    for (const search::Hit& hit : hits) list.push_back(hit_fields(form, hit));
    return list;
}

/// "21–40 of 214"; empty when the page holds no hit.
std::string range_text(const SearchPage& page, const Results& results) {
    if (results.hits.empty()) return {};
    return fmt::format("{}–{} of {}", grouped(page.offset + 1),
                       grouped(page.offset + results.hits.size()), grouped(results.total));
}

/// Where the page before this one begins; from beyond the end, the last page that holds hits.
std::size_t previous_offset(const SearchPage& page, const Results& results) {
    const std::size_t limit = std::max<std::size_t>(page.limit, 1);
    const std::size_t end = std::min<std::size_t>(results.total, reachable_hits);
    if (page.offset < end) return page.offset - std::min(page.offset, limit);
    return (end - 1) / limit * limit;
}

/// The address of another page of the results, of as many hits as this one.
std::string page_address(const SearchPage& page, std::size_t offset) {
    std::string address = search_address(page.form, offset);
    if (page.limit == SearchPage{}.limit) return address;
    return fmt::format("{}&limit={}", address, page.limit);
}

/// Where other pages can be reached; false when there are none.
Json paging_fields(const SearchPage& page, const Results& results) {
    const std::size_t next = page.offset + results.hits.size();
    const bool has_previous = page.offset > 0 && results.total > 0;
    const bool goes_on = next < results.total && !results.hits.empty();
    if (!has_previous && !goes_on) return false;
    Json fields = {
        {"previous", ""}, {"next", ""}, {"where", range_text(page, results)}, {"limit_note", ""}};
    if (has_previous) fields["previous"] = page_address(page, previous_offset(page, results));
    if (goes_on && next < reachable_hits)
        fields["next"] = page_address(page, next);
    else if (goes_on)
        fields["limit_note"] = fmt::format(
            "Only the first {} articles can be paged through. Add a word, a source or dates to see "
            "the others, or turn the order round.",
            grouped(reachable_hits));
    return fields;
}

Json way(std::string_view before, std::string_view link, std::string_view address,
         std::string_view after) {
    return {{"before", before}, {"link", link}, {"address", address}, {"after", after}};
}

/// What a reader can do who found nothing.
Json ways_out(const SearchPage& page, const Results& results) {
    Json ways = Json::array();
    if (has_filters(page.form)) {
        SearchForm without_filters;
        without_filters.text = page.form.text;
        ways.push_back(way("", "Search all of the archive", search_address(without_filters, 0),
                           ", without the filters."));
    }
    if (const std::string any = any_of_the_words(results.query);
        !any.empty() && !has_filters(page.form))
        ways.push_back(way("Ask for any of the words: ", any, address_for(page.form, any), ""));
    ways.push_back(way("Check how the words are spelt, or leave one out.", "", "", ""));
    ways.push_back(
        way("A star finds every word that begins so: “secur*” finds “security” and "
            "“secured”.",
            "", "", ""));
    return ways;
}

/// Why there is nothing to list; false when there is something.
Json nothing_fields(const SearchPage& page, const Results& results) {
    if (!results.hits.empty()) return false;
    Json fields = {{"heading", "Nothing was found"},
                   {"advice", ""},
                   {"has_ways", false},
                   {"ways", Json::array()}};
    if (results.articles == 0) {
        fields["heading"] = "The archive is empty";
        fields["advice"] = "Articles are added with “nutgraf-indexer add”.";
    } else if (results.total > 0) {
        fields["heading"] = "There is nothing on this page";
        fields["advice"] = fmt::format("The list ends with article {}.", grouped(results.total));
    } else {
        fields["advice"] = "No article matches. What may help:";
        fields["ways"] = ways_out(page, results);
        fields["has_ways"] = true;
    }
    return fields;
}

bool is_everything(const query::Query& query) {
    return std::holds_alternative<query::Everything>(query.node);
}

Json results_fields(const SearchPage& page, const Results& results) {
    SearchForm without_filters;
    without_filters.text = page.form.text;
    return {
        {"count", counted(results.total, "article")},
        {"range", results.hits.size() < results.total ? range_text(page, results) : ""},
        {"read_as", is_everything(results.query) ? "" : query::to_text(results.query)},
        {"expansions", expansion_fields(results.expansions)},
        {"has_expansions", !results.expansions.empty()},
        {"notes", note_fields(page.form, results.notes)},
        {"has_notes", !results.notes.empty()},
        {"clear_address",
         has_filters(page.form) && !results.hits.empty() ? search_address(without_filters, 0) : ""},
        {"nothing", nothing_fields(page, results)},
        {"hits", hit_list(page.form, results.hits)},
        {"has_hits", !results.hits.empty()},
        {"start", page.offset + 1},
        {"paging", paging_fields(page, results)}};
}

}  // namespace

Json search_fields(const SearchPage& page) {
    const bool starts = is_start(page);
    const bool has_size = page.results && page.results->articles > 0;
    return {{"page_title", page.form.text.empty() ? "Nutgraf" : page.form.text + " – Nutgraf"},
            {"page_class", starts ? "start" : "list"},
            {"form", form_fields(page.form)},
            {"has_filters", true},
            {"is_start", starts},
            {"problem", page.problem},
            {"examples", example_fields()},
            {"archive_size", has_size ? grouped(page.results->articles) : ""},
            {"results", page.results ? results_fields(page, *page.results) : Json(false)}};
}

}  // namespace nutgraf::render
