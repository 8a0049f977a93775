#include "searchd/cli/options.h"

#include "base/utf8.h"

#include <fmt/format.h>

namespace nutgraf::cli {

void add_filters(CLI::App& verb, search::SearchRequest& request) {
    verb.add_option("--from", request.from, "Published on or after this date")->type_name("DATE");
    verb.add_option("--to", request.to, "Published on or before this date")->type_name("DATE");
    verb.add_option("--source", request.sources, "From this source; may be repeated")
        ->type_name("NAME")
        ->allow_extra_args(false);
    verb.add_option("--lang", request.langs, "In this language; may be repeated")
        ->type_name("CODE")
        ->allow_extra_args(false);
    verb.add_option("--org", request.orgs, "Naming this organisation; may be repeated")
        ->type_name("NAME")
        ->allow_extra_args(false);
    verb.add_option("--official", request.officials, "Naming this official; may be repeated")
        ->type_name("NAME")
        ->allow_extra_args(false);
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
