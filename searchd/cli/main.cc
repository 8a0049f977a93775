#include "base/command_line.h"
#include "base/error.h"
#include "base/exit_status.h"
#include "base/settings.h"
#include "searchd/alerts/alert_queries.h"
#include "searchd/cli/alert_verb.h"
#include "searchd/cli/batch_verb.h"
#include "searchd/cli/commands.h"
#include "searchd/cli/completion_verb.h"
#include "searchd/cli/count_verb.h"
#include "searchd/cli/dict_verb.h"
#include "searchd/cli/entity_verb.h"
#include "searchd/cli/export_verb.h"
#include "searchd/cli/finding_verbs.h"
#include "searchd/cli/help.h"
#include "searchd/cli/options.h"
#include "searchd/cli/show_verb.h"
#include "searchd/cli/story_verb.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

using namespace nutgraf;
using namespace nutgraf::cli;

namespace {

/// Everything the command line can say.
struct Arguments {
    CommonOptions common;
    SearchCommand search;
    AlertCommand alert;
    BatchCommand batch;
    EntityCommand entity;
    DictCommand dict;
    ShowCommand show;
    StoryCommand story;
    ExportCommand exported;
    CountCommand count;
    TimelineCommand timeline;
    SimilarCommand similar;
    SuggestCommand suggest;
    Shell shell = Shell::bash;
    std::vector<std::string> words;  ///< Of the query; joined by spaces.
    std::string id;
    std::string topic;
    bool as_json = false;
    std::filesystem::path gazetteer;  ///< Empty: the one that belongs to the program.
};

void define_search(CLI::App& app, Arguments& arguments) {
    SearchCommand& command = arguments.search;
    CLI::App* verb = app.add_subcommand("search", "Search the archive");
    add_query(*verb, command.request, arguments.words);
    add_entities_switch(*verb, command.request);
    verb->add_option("-n,--limit", command.request.limit, "Hits at most (20)")->type_name("N");
    verb->add_flag("--all", command.wants_all, "Every hit");
    verb->add_option("--after", command.after, "Go on where a page ended")->type_name("CURSOR");
    add_choice<search::Order>(*verb, "--sort", command.request.order,
                              {{"relevance", search::Order::relevance},
                               {"newest", search::Order::newest},
                               {"oldest", search::Order::oldest}},
                              "relevance, newest or oldest");
    add_choice<HitFormat>(*verb, "--format", command.format,
                          {{"text", HitFormat::text},
                           {"oneline", HitFormat::oneline},
                           {"tsv", HitFormat::tsv},
                           {"csv", HitFormat::csv},
                           {"atom", HitFormat::atom},
                           {"json", HitFormat::json},
                           {"jsonl", HitFormat::jsonl}},
                          "text, oneline, tsv, csv, json, jsonl or atom");
    verb->add_flag("--json", arguments.as_json, "Short for --format json");
    verb->add_flag("-c,--count", command.wants_count, "Print the number of articles alone");
    verb->add_flag("-l,--ids", command.wants_ids, "Print the ids alone");
    verb->add_flag("-0", command.ends_with_nul, "End ids with NUL instead of a line feed");
    verb->add_flag("-q,--quiet", command.is_quiet, "Print nothing; the exit status says it");
    add_collapse_switch(*verb, command.request);
}

void define_others(CLI::App& app, Arguments& arguments) {
    define_show(app, arguments.show);
    CLI::App* explain = app.add_subcommand("explain", "Say how a query is read and what it finds");
    add_query(*explain, arguments.search.request, arguments.words);
    add_entities_switch(*explain, arguments.search.request);
    explain->add_option("--doc", arguments.id, "Also say how this article fares")->type_name("ID");
    explain->add_flag("--json", arguments.as_json, "As the record of the API");
    app.add_subcommand("index", "Run nutgraf-indexer")->prefix_command();
    app.add_subcommand("feed", "Poll feeds: add, list, poll, rm")->prefix_command();
    app.add_subcommand("serve", "Run nutgraf-searchd")->prefix_command();
    CLI::App* status = app.add_subcommand("status", "Say what the index holds");
    status->add_flag("--json", arguments.as_json, "As one JSON record");
    CLI::App* help = app.add_subcommand("help", "Explain: query, dates, formats, exit-codes");
    help->add_option("TOPIC", arguments.topic, "What to explain");
}

[[noreturn]] void show_status(const Arguments& arguments) {
    std::vector<std::string> words = {"stats", "--index", arguments.common.index.string()};
    if (arguments.as_json) words.emplace_back("--json");
    run_sibling("nutgraf-indexer", words);
}

int run(const CLI::App& app, Arguments& arguments) {
    search::SearchRequest& request = arguments.search.request;
    if (!arguments.words.empty()) request.text = joined(arguments.words);
    request.parse.today = today(request.parse.zone);
    alerts::AlertQueries saved(arguments.common.alerts, arguments.common.gazetteer,
                               request.parse.today);
    for (search::SearchRequest* const asked :
         {&request, &arguments.show.request, &arguments.batch.request, &arguments.exported.request,
          &arguments.count.search.request})
        asked->parse.saved = &saved;
    arguments.show.request.parse.today = request.parse.today;
    if (arguments.as_json) arguments.search.format = HitFormat::json;
    if (app.got_subcommand("search")) return print_search(arguments.common, arguments.search);
    if (app.got_subcommand("count")) return run_count(arguments.common, arguments.count);
    if (app.got_subcommand("timeline")) return run_timeline(arguments.common, arguments.timeline);
    if (app.got_subcommand("similar")) return run_similar(arguments.common, arguments.similar);
    if (app.got_subcommand("suggest")) return run_suggest(arguments.common, arguments.suggest);
    if (app.got_subcommand("show")) return run_show(arguments.common, arguments.show);
    if (app.got_subcommand("explain"))
        return print_explanation(arguments.common, request, arguments.id, arguments.as_json);
    if (app.got_subcommand("status")) show_status(arguments);
    if (app.got_subcommand("alert")) return run_alert(app, arguments.common, arguments.alert);
    if (app.got_subcommand("entity")) return run_entity(app, arguments.common, arguments.entity);
    if (app.got_subcommand("story")) return run_story(arguments.common, arguments.story);
    if (app.got_subcommand("dict")) return run_dict(app, arguments.common, arguments.dict);
    if (app.got_subcommand("export")) return run_export(arguments.common, arguments.exported);
    if (app.got_subcommand("completion")) {
        fmt::print("{}", completion_script(app, arguments.shell));
        return exit_found;
    }
    if (app.got_subcommand("batch")) {
        arguments.batch.request.parse.today = today(arguments.batch.request.parse.zone);
        return run_batch(arguments.common, arguments.batch);
    }
    // Asked for it, the library would print the help of the verb "help".
    const auto program_help =
        app.get_formatter()->make_help(&app, app.get_name(), CLI::AppFormatMode::Normal);
    return print_help(arguments.topic, program_help);
}

/// `nutgraf index …`, `nutgraf feed …` and `nutgraf serve …` are other programs; their arguments
/// are theirs to read.
/// An --index before the verb is handed on.
void run_if_sibling(int argc, char** argv) {
    std::vector<std::string> words(argv + 1, argv + argc);
    std::size_t before = 0;
    if (!words.empty() && words.front() == "--index") before = 2;
    if (!words.empty() && words.front().starts_with("--index=")) before = 1;
    if (words.size() <= before) return;
    const std::string verb = words[before];
    if (verb == "feed") run_sibling("nutgraf-indexer", words);
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(before));
    if (verb == "index") run_sibling("nutgraf-indexer", words);
    if (verb == "serve") run_sibling("nutgraf-searchd", words);
}

/// Whether an argument is a word to leave out, "-germany", and not flags in one, "-lq" or "-n5".
bool is_negation(std::string_view argument) {
    constexpr std::string_view flags_and_digits = "clnqh0123456789";
    return argument.size() > 2 && argument[0] == '-' && argument[1] != '-' &&
           argument.find_first_not_of(flags_and_digits, 1) != std::string_view::npos;
}

/// The arguments with a space before each negation, which keeps it from being taken for a flag and
/// means nothing in a query.
std::vector<std::string> with_words(int argc, char** argv) {
    std::vector<std::string> words(argv, argv + argc);
    for (std::string& word : words)
        if (is_negation(word)) word.insert(0, " ");
    return words;
}

/// The verbs that a daemon can answer.
constexpr std::array asked_of_servers = {"search",  "show",    "count", "timeline", "similar",
                                         "suggest", "explain", "story", "export"};

bool is_asked_of_servers(const CLI::App& app) {
    return std::ranges::any_of(asked_of_servers,
                               [&](const char* verb) { return app.got_subcommand(verb); });
}

/// Flags come before the environment and the settings; of two flags neither comes first.
void choose_between(const CLI::Option& index, const CLI::Option& server, const Settings& settings,
                    const CLI::App& app, CommonOptions& common) {
    const bool has_index = index.count() > 0;
    const bool has_server = server.count() > 0;
    if (has_index && has_server)
        throw Error("--index and --server both say where to look; leave one of them out.");
    if (has_server && common.server.empty()) throw Error("--server needs an address.");
    if (has_server && !is_asked_of_servers(app))
        throw Error(fmt::format("This verb asks an index; --server is for {}.",
                                fmt::join(asked_of_servers, ", ")));
    if (!has_index && !has_server && is_asked_of_servers(app)) common.server = settings.server;
}

int program(int argc, char** argv) {
    run_if_sibling(argc, argv);
    Arguments arguments;
    const Settings settings = read_settings(process_environment);
    arguments.common.index = settings.index;
    arguments.alert.store = settings.alerts;
    arguments.common.alerts = settings.alerts;
    arguments.alert.site = "http://" + settings.listen;
    CLI::App app(description(), "nutgraf");
    app.set_version_flag("--version", NUTGRAF_VERSION);
    app.require_subcommand(1);
    app.fallthrough();  // These may stand before or behind the verb.
    CLI::Option* index =
        app.add_option("--index", arguments.common.index, "The index folder")->type_name("DIR");
    CLI::Option* server = app.add_option("--server", arguments.common.server,
                                         "A daemon to ask instead of an index, by its address")
                              ->type_name("URL");
    app.add_option("--gazetteer", arguments.gazetteer,
                   "A compiled gazetteer instead of the program's own")
        ->type_name("PATH");
    add_choice<ColourChoice>(app, "--color", arguments.common.colour,
                             {{"auto", ColourChoice::automatic},
                              {"always", ColourChoice::always},
                              {"never", ColourChoice::never}},
                             "auto, always or never");
    define_search(app, arguments);
    define_count(app, arguments.count);
    define_timeline(app, arguments.timeline);
    define_similar(app, arguments.similar);
    define_suggest(app, arguments.suggest);
    define_others(app, arguments);
    define_alert(app, arguments.alert);
    define_batch(app, arguments.batch);
    define_entity(app, arguments.entity);
    define_dict(app, arguments.dict);
    define_story(app, arguments.story);
    define_export(app, arguments.exported);
    define_completion(app, arguments.shell);
    for (const char* const verb : {"search", "count", "explain", "show", "batch", "export"})
        app.get_subcommand(verb)
            ->add_option("--alerts", arguments.common.alerts, "The file of the alerts")
            ->type_name("FILE");
    const std::vector<std::string> words = with_words(argc, argv);
    std::vector<const char*> pointers;
    pointers.reserve(words.size());
    for (const std::string& word : words) pointers.push_back(word.c_str());
    if (const auto status = parse_command_line(app, argc, pointers.data())) return *status;
    choose_between(*index, *server, settings, app, arguments.common);
    const entities::Gazetteer gazetteer(arguments.gazetteer.empty() ? entities::default_gazetteer()
                                                                    : arguments.gazetteer);
    arguments.common.gazetteer = &gazetteer;
    return run(app, arguments);
}

}  // namespace

int main(int argc, char** argv) {
    return run_program("nutgraf", [&] { return program(argc, argv); });
}
