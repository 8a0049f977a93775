#include "searchd/cli/count_verb.h"

#include "base/exit_status.h"
#include "base/json.h"
#include "base/utf8.h"
#include "searchd/cli/answers.h"
#include "searchd/cli/options.h"
#include "searchd/cli/output.h"
#include "searchd/render/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <limits>
#include <map>
#include <string_view>
#include <utility>

namespace nutgraf::cli {

namespace {

using search::FacetField;
using search::TimeAxis;
using search::TimeUnit;

const std::map<std::string, CountFormat> count_formats = {
    {"text", CountFormat::text}, {"tsv", CountFormat::tsv}, {"json", CountFormat::json}};

/// A value and the articles that have it.
struct CountedValue {
    std::string value;
    std::string label;
    std::uint64_t count = 0;
};

/// All that one counting gave.
struct Counted {
    std::string by;
    std::vector<CountedValue> values;
    std::uint64_t total = 0;
};

const std::map<std::string, CountedBy>& ways_to_count() {
    static const std::map<std::string, CountedBy> ways = [] {
        std::map<std::string, CountedBy> all;
        for (const TimeUnit unit : {TimeUnit::month, TimeUnit::week, TimeUnit::day})
            all.emplace(search::name_of(unit), unit);
        all.emplace("story", ByStory{});
        // An article that is known by its year alone counts there too.
        for (const FacetField field : search::facet_fields)
            all.emplace(search::name_of(field), field);
        return all;
    }();
    return ways;
}

Counted counted_by_field(Answers& answers, search::SearchRequest request, FacetField field) {
    constexpr std::size_t all_values = 10'000;
    request.limit = 1;
    request.has_marked_hits = false;
    request.facets = {field};
    request.facet_values = all_values;
    const FoundPage found = answers.page(request, {});
    print_notes(found.page.results.notes);
    Counted counted{std::string(search::name_of(field)), {}, found.page.results.total};
    for (const search::Facet& facet : found.page.results.facets) {
        for (const search::FacetValue& value : facet.values)
            if (!value.is_excluded && value.count > 0)
                counted.values.push_back({value.value, value.label, value.count});
        if (facet.more > 0) fmt::print(stderr, "{} more are not listed.\n", facet.more);
    }
    return counted;
}

/// The articles of each story, the largest first, by the headline of the one that ranks highest.
Counted counted_by_story(Answers& answers, search::SearchRequest request) {
    request.limit = std::numeric_limits<std::uint32_t>::max();
    request.has_marked_hits = false;
    request.collapse = search::Collapse::none;
    const FoundPage found = answers.page(request, {});
    print_notes(found.page.results.notes);
    Counted counted{"story", {}, found.page.results.total};
    std::map<std::string, std::size_t> places;
    for (const search::Hit& hit : found.page.results.hits) {
        const auto [place, is_new] = places.try_emplace(hit.story.id, counted.values.size());
        if (is_new) counted.values.push_back({hit.story.id, hit.title.text, 0});
        ++counted.values[place->second].count;
    }
    std::ranges::stable_sort(counted.values, std::greater{}, &CountedValue::count);
    return counted;
}

std::string plural_of(TimeUnit unit) {
    return fmt::format("{}s", search::name_of(unit));
}

void note_coarser(TimeUnit asked, TimeUnit given) {
    if (asked != given)
        fmt::print(stderr, "There are too many {} between the first and the last: these are {}.\n",
                   plural_of(asked), plural_of(given));
}

Counted counted_by_time(Answers& answers, const search::SearchRequest& request, TimeUnit unit) {
    const search::TimelineAnswer answer = answers.timeline({request}, {unit, {}});
    print_notes(answer.queries.front().notes);
    note_coarser(unit, answer.timeline.unit);
    Counted counted{
        std::string(search::name_of(answer.timeline.unit)), {}, answer.queries.front().total};
    for (const search::TimelineBucket& bucket : answer.timeline.buckets) {
        const std::string date = render::bucket_date(answer.timeline.unit, bucket.start);
        if (bucket.counts.front() > 0)
            counted.values.push_back({date, date, bucket.counts.front()});
    }
    if (const std::uint64_t undated = answer.timeline.undated.front(); undated > 0)
        counted.values.push_back({"undated", "undated", undated});
    return counted;
}

Counted counted_by(Answers& answers, const search::SearchRequest& request, const CountedBy& by) {
    if (const auto* field = std::get_if<FacetField>(&by))
        return counted_by_field(answers, request, *field);
    if (const auto* unit = std::get_if<TimeUnit>(&by))
        return counted_by_time(answers, request, *unit);
    return counted_by_story(answers, request);
}

void print_record(const Counted& counted) {
    Json values = Json::array();
    for (const CountedValue& value : counted.values)
        values.push_back({{"value", value.value}, {"label", value.label}, {"count", value.count}});
    const Json record = {{"version", 1},
                         {"by", counted.by},
                         {"total", counted.total},
                         {"values", std::move(values)}};
    fmt::print("{}\n", to_visible_text(record));
}

void print_counted(const Counted& counted, CountFormat format) {
    if (format == CountFormat::json) return print_record(counted);
    for (const CountedValue& value : counted.values) {
        if (format == CountFormat::tsv)
            fmt::print("{}\t{}\t{}\n", value.count, visible(value.value), visible(value.label));
        else
            fmt::print(
                "{:>7}  {}{}\n", value.count, visible(value.label),
                value.label == value.value ? "" : fmt::format(" ({})", visible(value.value)));
    }
}

}  // namespace

void define_count(CLI::App& app, CountCommand& command) {
    CLI::App* verb = app.add_subcommand("count", "Print how many articles match");
    add_query(*verb, command.search.request, command.words);
    add_entities_switch(*verb, command.search.request);
    std::vector<std::string> names;
    for (const auto& [name, by] : ways_to_count()) names.push_back(name);
    verb->add_option_function<std::string>(
            "--by", [&command](const std::string& name) { command.by = ways_to_count().at(name); },
            "By source, section, org, official, role, lang, story, year, month, week or day")
        ->check(one_of(names))
        ->type_name("WHICH");
    add_choice<CountFormat>(*verb, "--format", command.format, count_formats, "text, tsv or json");
}

void define_timeline(CLI::App& app, TimelineCommand& command) {
    CLI::App* verb =
        app.add_subcommand("timeline", "Chart when articles that match were published");
    verb->add_option("QUERY", command.queries, "A query each, side by side");
    add_filters(*verb, command.request);
    add_entities_switch(*verb, command.request);
    const std::map<std::string, TimeUnit> units = {{"year", TimeUnit::year},
                                                   {"month", TimeUnit::month},
                                                   {"week", TimeUnit::week},
                                                   {"day", TimeUnit::day}};
    std::vector<std::string> names;
    names.reserve(units.size());
    for (const auto& [name, unit] : units) names.push_back(name);
    verb->add_option_function<std::string>(
            "--by",
            [&command, units](const std::string& name) { command.wish.unit = units.at(name); },
            "year, month, week or day; what suits when not given")
        ->check(one_of(names))
        ->type_name("WHICH");
    add_choice<TimeAxis::Of>(*verb, "--of", command.wish.axis.of,
                             {{"published", TimeAxis::Of::published}, {"seen", TimeAxis::Of::seen}},
                             "published, or seen: when they came into the index");
    add_choice<CountFormat>(*verb, "--format", command.format, count_formats, "text, tsv or json");
}

int run_count(const CommonOptions& common, const CountCommand& command) {
    SearchCommand search = command.search;
    search.request.text = joined(command.words);
    search.request.parse.today = today(search.request.parse.zone);
    if (!command.by) {
        search.wants_count = true;
        return print_search(common, search);
    }
    const auto answers = answers_of(common);
    const Counted counted = counted_by(*answers, search.request, *command.by);
    print_counted(counted, command.format);
    return counted.total > 0 ? exit_found : exit_nothing;
}

int run_timeline(const CommonOptions& common, const TimelineCommand& command) {
    std::vector<search::SearchRequest> requests(std::max<std::size_t>(1, command.queries.size()),
                                                command.request);
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (i < command.queries.size()) requests[i].text = command.queries[i];
        requests[i].parse.today = today(requests[i].parse.zone);
    }
    search::TimelineWish wish = command.wish;
    wish.axis.zone = command.request.parse.zone;
    const search::TimelineAnswer answer = answers_of(common)->timeline(requests, wish);
    if (command.format == CountFormat::json) {
        fmt::print("{}\n", to_visible_text(render::to_json(answer)));
    } else {
        for (const search::TimelineAnswer::Asked& asked : answer.queries) print_notes(asked.notes);
        if (wish.unit) note_coarser(*wish.unit, answer.timeline.unit);
        PagedOutput().write(command.format == CountFormat::tsv
                                ? render::timeline_rows(answer)
                                : render::timeline_chart(answer, terminal_style(common.colour)));
    }
    const bool has_found =
        std::ranges::any_of(answer.queries, [](const auto& asked) { return asked.total > 0; });
    return has_found ? exit_found : exit_nothing;
}

}  // namespace nutgraf::cli
