#include "searchd/query/print.h"
#include "searchd/render/alert_pages.h"
#include "searchd/render/histogram_fields.h"
#include "searchd/render/hit_fields.h"
#include "searchd/render/html_fields.h"
#include "searchd/render/links.h"
#include "searchd/render/narrowing_fields.h"
#include "searchd/render/paging_fields.h"
#include "searchd/render/query_fields.h"
#include "searchd/search/filters.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nutgraf::render {

namespace {

using search::Results;

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
    return search::filter_count(form) > 0;
}

Json example_fields() {
    Json list = Json::array();
    for (const Example& example : examples)
        list.push_back({{"text", example.text},
                        {"meaning", example.meaning},
                        {"address", address_for({}, example.text)}});
    return list;
}

/// The search for the same text in all of the archive.
std::string address_without_filters(const SearchForm& form) {
    SearchForm other;
    other.text = form.text;
    other.order = form.order;
    other.limit = form.limit;
    other.is_any = form.is_any;
    other.is_plain = form.is_plain;
    other.words_find_entities = form.words_find_entities;
    other.is_strict = form.is_strict;
    other.zone = form.zone;
    other.collapse = form.collapse;
    return search_address(other, 0);
}

Json way(std::string_view before, std::string_view link, std::string_view address,
         std::string_view after) {
    return {{"before", before}, {"link", link}, {"address", address}, {"after", after}};
}

/// The same search without one of its filters.
std::string address_without_filter(SearchForm form, std::string_view filter) {
    for (const search::FacetField field : search::facet_fields) {
        if (filter == search::name_of(field)) search::wanted_values(form, field).clear();
        if (filter == search::exclusion_name_of(field))
            search::excluded_values(form, field).clear();
    }
    if (filter == "from") form.from.clear();
    if (filter == "to") form.to.clear();
    return search_address(form, 0);
}

/// A filter by its parameter, "source" or "not_source", for people.
std::string filter_for_people(std::string_view filter) {
    constexpr std::string_view exclusion = "not_";
    const bool excludes = filter.starts_with(exclusion);
    if (excludes) filter.remove_prefix(exclusion.size());
    return fmt::format("{} “{}”", excludes ? "the exclusion by" : "the filter", filter);
}

/// What can be left out, and what is found then.
void add_relaxations(Json& ways, const SearchPage& page, const Results& results) {
    for (const search::Relaxation& relaxation : results.relaxations) {
        const std::string found = ": " + counted(relaxation.total, "article") + ".";
        if (relaxation.is_any)
            ways.push_back(way("Ask for any of the words: ", relaxation.text,
                               address_for(page.form, relaxation.text), found));
        else if (!relaxation.filter.empty())
            ways.push_back(way("Leave out ", filter_for_people(relaxation.filter),
                               address_without_filter(page.form, relaxation.filter), found));
        else
            ways.push_back(way("Leave out ",
                               fmt::format("{}", fmt::join(relaxation.clauses, " and ")),
                               address_for(page.form, relaxation.text), found));
    }
}

/// What a reader can do who found nothing.
Json ways_out(const SearchPage& page, const Results& results) {
    Json ways = Json::array();
    add_relaxations(ways, page, results);
    if (has_filters(page.form))
        ways.push_back(way("", "Search all of the archive", address_without_filters(page.form),
                           ", without the filters."));
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
    Json fields = {{"heading", ""}, {"advice", ""}, {"has_ways", false}, {"ways", Json::array()}};
    if (results.articles == 0) {
        fields["heading"] = "The archive is empty";
        fields["advice"] = "Articles are added with “nutgraf-indexer add”.";
    } else if (results.total > 0) {
        fields["heading"] = "There is nothing on this page";
        fields["advice"] = fmt::format("The list ends with number {}.", grouped(results.stories));
    } else {
        fields["advice"] = "What may help:";
        fields["ways"] = ways_out(page, results);
        fields["has_ways"] = true;
    }
    return fields;
}

bool is_everything(const query::Query& query) {
    return std::holds_alternative<query::Everything>(query.node);
}

/// The words of a question that were not looked for.
Json left_out_fields(const std::vector<std::string>& words) {
    Json list = Json::array();
    for (const std::string& word : words)
        list.push_back({{"word", word}, {"is_first", list.empty()}});
    return list;
}

/// What may have been meant, the likeliest first; false where there is nothing.
Json correction_fields(const SearchPage& page, const Results& results) {
    if (results.corrections.empty()) return false;
    Json list = Json::array();
    for (const search::Correction& correction : results.corrections)
        list.push_back({{"text", correction.text},
                        {"count", counted(correction.total, "article")},
                        {"address", address_for(page.form, correction.text)},
                        {"is_first", list.empty()}});
    return {{"choices", std::move(list)}};
}

/// How to narrow the results down; of a start page nothing.
void add_narrowing(Json& fields, const SearchPage& page, const Results& results) {
    Json chips = chip_fields(page.form, results.facets);
    Json facets = is_start(page) ? Json::array() : facet_fields(page.form, results.facets);
    fields["has_chips"] = !chips.empty();
    fields["chips"] = std::move(chips);
    fields["clear_address"] = has_filters(page.form) ? address_without_filters(page.form) : "";
    fields["abouts"] = about_fields(page.form, results.query, results.facets);
    fields["has_facets"] = !facets.empty();
    fields["facets"] = std::move(facets);
    fields["chart"] = results.histogram && !is_start(page)
                          ? histogram_fields(page.form, *results.histogram)
                          : Json(false);
}

/// "in 171 stories", where it makes a difference.
std::string stories_text(const SearchPage& page, const Results& results) {
    if (page.form.collapse == search::Collapse::none || results.stories == results.total) return {};
    return fmt::format("in {} {}", grouped(results.stories),
                       results.stories == 1 ? "story" : "stories");
}

/// The same search with every copy a hit, or without; false where it makes no difference.
Json collapse_fields(const SearchPage& page, const Results& results) {
    const bool is_collapsed = page.form.collapse == search::Collapse::story;
    if (is_collapsed && results.stories == results.total) return false;
    SearchForm other = page.form;
    other.collapse = is_collapsed ? search::Collapse::none : search::Collapse::story;
    return {{"address", search_address(other, 0)},
            {"name", is_collapsed ? "Show every copy" : "Show each story once"}};
}

Json results_fields(const SearchPage& page, const Results& results) {
    Json fields = {
        {"count",
         results.total == 0 ? std::string("Nothing was found") : counted(results.total, "article")},
        {"stories", stories_text(page, results)},
        {"collapse", collapse_fields(page, results)},
        {"range", results.hits.size() < results.stories ? range_text(page, results) : ""},
        {"read_as", is_everything(results.query) ? "" : query::to_text(results.query)},
        {"left_out", left_out_fields(results.left_out)},
        {"has_left_out", !results.left_out.empty()},
        {"expansions", expansion_fields(page.form, results.expansions)},
        {"has_expansions", !results.expansions.empty()},
        {"notes", note_fields(page.form, results.notes)},
        {"has_notes", !results.notes.empty()},
        {"correction", correction_fields(page, results)},
        {"nothing", nothing_fields(page, results)},
        {"hits", hit_list(page.form.text, results.hits)},
        {"has_hits", !results.hits.empty()},
        {"start", page.offset + 1},
        {"paging", paging_fields(page, results)}};
    add_narrowing(fields, page, results);
    return fields;
}

}  // namespace

bool is_start(const SearchPage& page) {
    const bool is_blank = page.form.text.find_first_not_of(" \t\r\n") == std::string::npos;
    return is_blank && !has_filters(page.form) && page.offset == 0 && page.problem.empty();
}

Json search_fields(const SearchPage& page) {
    const bool starts = is_start(page);
    const bool is_narrowable =
        page.results && !facet_fields(page.form, page.results->facets).empty();
    const bool has_size = page.results && page.results->articles > 0;
    return {{"page_title", page.form.text.empty() ? "Nutgraf" : page.form.text + " – Nutgraf"},
            {"page_class", starts          ? "start"
                           : is_narrowable ? "list narrowable"
                                           : "list"},
            {"form", form_fields(page.form)},
            {"has_filters", true},
            {"is_start", starts},
            {"problem", page.problem},
            {"alert_address", starts ? "" : new_alert_address(page.form)},
            {"examples", example_fields()},
            {"archive_size", has_size ? grouped(page.results->articles) : ""},
            {"results", page.results ? results_fields(page, *page.results) : Json(false)}};
}

}  // namespace nutgraf::render
