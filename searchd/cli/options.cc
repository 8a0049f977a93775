#include "searchd/cli/options.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace nutgraf::cli {

namespace {

using search::FacetField;

/// The two options by one field.
struct FilterRow {
    FacetField field;
    std::string_view value;     ///< What stands for it in the help.
    std::string_view wanted;    ///< Its help.
    std::string_view excluded;  ///< Of the option that excludes.
};

constexpr std::array filter_rows = {
    FilterRow{FacetField::source, "NAME", "From this source, by its whole name",
              "Not from this source"},
    FilterRow{FacetField::section, "NAME", "Of this section, by its whole name",
              "Not of this section"},
    FilterRow{FacetField::org, "NAME", "Naming this organisation", "Not naming it"},
    FilterRow{FacetField::official, "NAME", "Naming this official", "Not naming them"},
    FilterRow{FacetField::role, "NAME", "Naming somebody of this role", "Naming nobody of it"},
    FilterRow{FacetField::lang, "CODE", "In this language", "Not in this language"},
    FilterRow{FacetField::year, "YEAR", "Published in this year", "Not published in this year"},
};

void add_repeated(CLI::App& verb, const std::string& name, std::string_view value,
                  const std::string& help, std::vector<std::string>& to) {
    verb.add_option(name, to, help)->type_name(std::string(value))->allow_extra_args(false);
}

}  // namespace

void add_filters(CLI::App& verb, search::SearchRequest& request) {
    verb.add_option("--from", request.from, "Published on or after this date")->type_name("DATE");
    verb.add_option("--to", request.to, "Published on or before this date")->type_name("DATE");
    for (const FilterRow& row : filter_rows) {
        add_repeated(verb, fmt::format("--{}", search::name_of(row.field)), row.value,
                     fmt::format("{}; may be repeated", row.wanted),
                     search::wanted_values(request, row.field));
        std::string name(search::exclusion_name_of(row.field));
        std::ranges::replace(name, '_', '-');
        add_repeated(verb, "--" + name, row.value, std::string(row.excluded),
                     search::excluded_values(request, row.field));
    }
    verb.add_flag("--any", request.parse.is_any, "Any of the words instead of all");
    verb.add_flag("--plain", request.parse.is_plain, "Every character is text: no operators");
    const auto take_zone = [&request](const std::string& name) {
        const auto zone = analyzers::TimeZone::named(name);
        if (!zone)
            throw CLI::ValidationError("--tz",
                                       fmt::format("There is no time zone \"{}\".", visible(name)));
        request.parse.zone = *zone;
    };
    verb.add_option_function<std::string>("--tz", take_zone,
                                          "The time zone of days; UTC when not given")
        ->type_name("ZONE");
    verb.add_flag("--strict", request.parse.is_strict, "Refuse a query with errors in it");
    add_choice<search::Rerank>(
        verb, "--rerank", request.rerank,
        {{"none", search::Rerank::none}, {"neighbours", search::Rerank::neighbours}},
        "neighbours: better answers, later; articles like the best ones come higher");
}

void add_query(CLI::App& verb, search::SearchRequest& request, std::vector<std::string>& words) {
    verb.add_option("QUERY", words, "The query; see nutgraf help query");
    add_filters(verb, request);
}

void add_entities_switch(CLI::App& verb, search::SearchRequest& request) {
    request.parse.words_find_entities = true;
    const auto take_words_alone = [&request] { request.parse.words_find_entities = false; };
    verb.add_flag_callback("--no-entities", take_words_alone,
                           "Words that are a name of somebody find no other names of theirs");
}

void add_collapse_switch(CLI::App& verb, search::SearchRequest& request) {
    request.collapse = search::Collapse::story;
    verb.add_flag_callback(
        "--no-collapse", [&request] { request.collapse = search::Collapse::none; },
        "Every copy of a story is a hit");
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

}  // namespace nutgraf::cli
