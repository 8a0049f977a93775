#include "base/command_line.h"
#include "base/settings.h"
#include "indexer/analyse.h"
#include "indexer/archive/open_archive.h"
#include "indexer/commands.h"
#include "indexer/feed_command.h"
#include "indexer/upkeep.h"
#include "indexer/watch.h"
#include "searchd/alerts/forget.h"
#include "searchd/alerts/store_copy.h"

#include <fmt/format.h>

#include <map>

using namespace nutgraf;
using namespace nutgraf::indexer;

namespace {

constexpr const char* description = R"(Turns archive files into a searchable index.

Examples:
  nutgraf-indexer add articles.jsonl.gz          add the articles of a file
  nutgraf-indexer add --source Courier folder/   add every file below a folder
  nutgraf-indexer read articles.jsonl | head -1  see what a file is read as
  nutgraf-indexer analyse --raw article.txt      see whom a text names
  nutgraf-indexer watch incoming/                add what comes into a folder, for ever
  nutgraf-indexer feed add http://...            poll a feed: "feed poll" adds what is new
  nutgraf-indexer stats                          see what the index holds
  nutgraf-indexer check                          see whether it can serve
  nutgraf-indexer backup DIR                     copy it, while it is in use
)";

const std::map<std::string, ProgressStyle> progress_styles = {{"auto", ProgressStyle::automatic},
                                                              {"always", ProgressStyle::always},
                                                              {"never", ProgressStyle::never},
                                                              {"json", ProgressStyle::json}};

void bind_progress(CLI::App& verb, ProgressStyle& style) {
    verb.add_option("--progress", style, "How progress is told: auto, always, never or json")
        ->transform(choice_of(progress_styles))
        ->type_name("WHEN");
}

void bind_gazetteer(CLI::App& verb, std::filesystem::path& gazetteer) {
    verb.add_option("--gazetteer", gazetteer, "A compiled gazetteer instead of the program's own")
        ->type_name("PATH");
}

CLI::Validator is_format() {
    const auto names = archive::format_names();
    return one_of({names.begin(), names.end()});
}

void bind_format(CLI::App& verb, std::string& format) {
    verb.add_option("--format", format,
                    fmt::format("Found by looking unless named: {}",
                                fmt::join(archive::format_names(), ", ")))
        ->check(is_format())
        ->type_name("NAME");
}

void bind_sitemaps(CLI::App& verb, AddRequest& request) {
    verb.add_option("--sitemap", request.sitemaps,
                    "Sitemaps, or folders of them: when the pages they list were published")
        ->type_name("FILE")
        ->allow_extra_args(false);
}

void bind_refusals(CLI::App& verb, AddRequest& request) {
    verb.add_option("--refusals", request.refusals,
                    "List what is refused in a file too, as JSON lines")
        ->type_name("FILE");
}

void bind_rejects(CLI::App& verb, AddRequest& request) {
    verb.add_flag("--allow-rejects", request.allow_rejects,
                  "Exit with 0 though records were refused");
}

/// What is said of articles beside what their files say, and of those that are refused.
void bind_completion(CLI::App& verb, AddRequest& request) {
    bind_format(verb, request.format);
    verb.add_option("--source", request.source, "Source of articles that name none")
        ->type_name("NAME");
    verb.add_option("--published", request.published, "Date of articles that are undated")
        ->type_name("DATE");
    bind_refusals(verb, request);
    bind_sitemaps(verb, request);
    bind_gazetteer(verb, request.gazetteer);
}

void bind_alerts(CLI::App& verb, std::filesystem::path& alerts) {
    verb.add_option("--alerts", alerts, "The file of the alerts that belong to the index")
        ->type_name("FILE");
}

/// Everything the command line can say.
struct Arguments {
    AddRequest add;
    AnalyseRequest analyse;
    FeedRequest feed;
    std::filesystem::path alerts;
    std::filesystem::path backup;
    std::vector<std::string> ids;
    bool as_json = false;
    bool has_lines = false;
    bool only_for_entities = false;
    bool has_only_journal = false;
};

void define_add(CLI::App& app, Arguments& arguments) {
    AddRequest& request = arguments.add;
    CLI::App* verb = app.add_subcommand("add", "Add the articles of files and folders");
    verb->add_option("PATH", request.paths, "Files, folders, or - for standard input")->required();
    bind_completion(*verb, request);
    bind_rejects(*verb, request);
    verb->add_flag("--no-alerts", request.is_silent, "Add what alerts are not to tell of");
    verb->add_flag("--dry-run", request.is_dry_run, "Read everything, write nothing");
    bind_progress(*verb, request.progress);
}

void define_watch(CLI::App& app, Arguments& arguments) {
    AddRequest& request = arguments.add;
    CLI::App* verb = app.add_subcommand("watch", "Add what comes into a folder, until told to end");
    verb->add_option("FOLDER", request.paths, "The folder; what is below it too")
        ->required()
        ->expected(1);
    bind_completion(*verb, request);
}

void define_feed(CLI::App& app, Arguments& arguments) {
    FeedRequest& request = arguments.feed;
    CLI::App* verb = app.add_subcommand("feed", "Poll feeds for new articles");
    verb->require_subcommand(1);
    verb->fallthrough();
    CLI::App* added = verb->add_subcommand("add", "Put a feed on the list");
    added->add_option("URL", request.url, "Its address")->required();
    added->add_option("--source", request.source, "Source of articles that name none")
        ->type_name("NAME");
    CLI::App* listed = verb->add_subcommand("list", "Print the feeds, and how their polls went");
    listed->add_flag("--json", request.as_json, "As one JSON record");
    CLI::App* polled = verb->add_subcommand("poll", "Fetch what has changed and add its articles");
    polled->add_option("URL", request.urls, "These feeds of the list alone");
    polled->add_option("--timeout", request.seconds, "How long a server may take for a feed (30)")
        ->check(CLI::Range(0.001, 3600.0))
        ->type_name("SECONDS");
    bind_rejects(*polled, arguments.add);
    bind_refusals(*polled, arguments.add);
    bind_gazetteer(*polled, arguments.add.gazetteer);
    CLI::App* removed = verb->add_subcommand("rm", "Take a feed off the list; articles stay");
    removed->add_option("URL", request.url, "Its address")->required();
}

void define_analyse(CLI::App& app, AnalyseRequest& request) {
    CLI::App* verb =
        app.add_subcommand("analyse", "Print whom the articles of files name, as JSON lines");
    verb->add_option("PATH", request.paths, "Files, folders, or - for standard input")->required();
    bind_format(*verb, request.format);
    verb->add_flag("--raw", request.is_raw, "Take each file as a text, as it stands");
    auto* const published =
        verb->add_option("--published", request.published, "Date of articles that are undated")
            ->type_name("DATE");
    verb->add_option("--published-from", request.published_from,
                     "Dates of files: lines of name without extension, tab, date")
        ->type_name("FILE")
        ->excludes(published);
    bind_gazetteer(*verb, request.gazetteer);
}

void define_upkeep(CLI::App& app, Arguments& arguments) {
    CLI::App* check =
        app.add_subcommand("check", "See whether the index can serve, without reading all of it");
    bind_alerts(*check, arguments.alerts);
    bind_gazetteer(*check, arguments.add.gazetteer);
    CLI::App* backup =
        app.add_subcommand("backup", "Copy the index and its alerts, while they are in use");
    backup->add_option("DIR", arguments.backup, "A folder that is not there yet")->required();
    backup->add_flag("--journal-only", arguments.has_only_journal,
                     "Without the databases: smaller, but long to restore");
    bind_alerts(*backup, arguments.alerts);
    CLI::App* restore = app.add_subcommand("restore", "Make an index of a backup");
    restore->add_option("DIR", arguments.backup, "The folder of the backup")->required();
    bind_alerts(*restore, arguments.alerts);
    bind_progress(*restore, arguments.add.progress);
    bind_gazetteer(*restore, arguments.add.gazetteer);
}

void define_others(CLI::App& app, Arguments& arguments) {
    CLI::App* remove =
        app.add_subcommand("remove", "Remove articles, so that nothing of them is left");
    remove->add_option("ID", arguments.ids, "Ids of articles")->required();
    bind_alerts(*remove, arguments.alerts);
    bind_gazetteer(*remove, arguments.add.gazetteer);
    CLI::App* release =
        app.add_subcommand("release", "Put in articles whose embargo is over, or those named");
    release->add_option("ID", arguments.ids, "Ids of articles under embargo or withheld");
    bind_gazetteer(*release, arguments.add.gazetteer);
    CLI::App* held = app.add_subcommand("held", "List the articles that notices hide");
    held->add_flag("--json", arguments.as_json, "As JSON lines");
    CLI::App* rebuild =
        app.add_subcommand("rebuild", "Make the databases anew from the journal alone");
    bind_progress(*rebuild, arguments.add.progress);
    bind_gazetteer(*rebuild, arguments.add.gazetteer);
    rebuild->add_flag("--entities", arguments.only_for_entities,
                      "Only where another gazetteer recognised the entities");
    app.add_subcommand("compact",
                       "Make the databases smaller, without the gaps that changes leave");
    app.add_subcommand("verify", "Check journal and databases against their digests");
    CLI::App* stats = app.add_subcommand("stats", "Say what the index holds");
    stats->add_flag("--json", arguments.as_json, "As one JSON record");
    stats->add_flag("--lines", arguments.has_lines,
                    "List the lines that are furniture since their source repeats them");
    CLI::App* read = app.add_subcommand("read", "Print the articles of files as JSON lines");
    read->add_option("PATH", arguments.add.paths, "Files, folders, or - for standard input")
        ->required();
    bind_format(*read, arguments.add.format);
    bind_sitemaps(*read, arguments.add);
}

AlertFile alert_file(const std::filesystem::path& path) {
    return {path, [path](const std::filesystem::path& to) { return alerts::copy_store(path, to); },
            [path] { return alerts::checked_store(path); },
            [path](const std::string& index_uuid, const std::vector<std::string>& ids) {
                return alerts::forget_articles(path, index_uuid, ids);
            }};
}

int run_feed(const CLI::App& app, const Arguments& arguments) {
    const CLI::App& verb = *app.get_subcommand("feed");
    if (verb.got_subcommand("add")) return add_feed(arguments.add, arguments.feed);
    if (verb.got_subcommand("rm")) return remove_feed(arguments.add, arguments.feed);
    if (verb.got_subcommand("list")) return list_feeds(arguments.add, arguments.feed);
    return poll_feeds(arguments.add, arguments.feed);
}

int run(const CLI::App& app, const Arguments& arguments) {
    const AddRequest& request = arguments.add;
    const AlertFile alerts = alert_file(arguments.alerts);
    if (app.got_subcommand("check")) return check(request, alerts);
    if (app.got_subcommand("backup"))
        return backup({request.index, arguments.backup, !arguments.has_only_journal}, alerts);
    if (app.got_subcommand("restore")) return restore(request, arguments.backup, alerts);
    if (app.got_subcommand("watch")) return watch(request);
    if (app.got_subcommand("feed")) return run_feed(app, arguments);
    if (app.got_subcommand("add")) return add(request);
    if (app.got_subcommand("remove")) return remove(request, arguments.ids, alerts);
    if (app.got_subcommand("release")) return release(request, arguments.ids);
    if (app.got_subcommand("held")) return print_held(request.index, arguments.as_json);
    if (app.got_subcommand("rebuild")) return rebuild(request, arguments.only_for_entities);
    if (app.got_subcommand("compact")) return compact(request.index);
    if (app.got_subcommand("verify")) return verify(request.index);
    if (app.got_subcommand("analyse")) return analyse(arguments.analyse);
    if (app.got_subcommand("stats"))
        return arguments.has_lines ? print_lines(request.index, arguments.as_json)
                                   : print_statistics(request.index, arguments.as_json);
    return read(request);
}

int program(int argc, char** argv) {
    Arguments arguments;
    const Settings settings = read_settings(process_environment);
    arguments.add.index = settings.index;
    arguments.alerts = settings.alerts;
    arguments.feed.agent = "nutgraf/" NUTGRAF_VERSION;
    CLI::App app(description, "nutgraf-indexer");
    app.set_version_flag("--version", NUTGRAF_VERSION);
    app.require_subcommand(1);
    app.fallthrough();  // --index may stand before or behind the verb.
    app.add_option("--index", arguments.add.index, "The index folder")->type_name("DIR");
    define_add(app, arguments);
    define_watch(app, arguments);
    define_feed(app, arguments);
    define_analyse(app, arguments.analyse);
    define_upkeep(app, arguments);
    define_others(app, arguments);
    if (const auto status = parse_command_line(app, argc, argv)) return *status;
    return run(app, arguments);
}

}  // namespace

int main(int argc, char** argv) {
    return run_program("nutgraf-indexer", [&] { return program(argc, argv); });
}
