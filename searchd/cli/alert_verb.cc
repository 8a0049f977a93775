#include "searchd/cli/alert_verb.h"

#include "base/error.h"
#include "searchd/cli/options.h"

#include <array>
#include <memory>
#include <string>
#include <utility>

namespace nutgraf::cli {

namespace {

/// Help that begins with examples, where the list of all verbs has but the one line about this one.
class ExamplesFirst final : public CLI::Formatter {
public:
    explicit ExamplesFirst(std::string examples) : examples_(std::move(examples)) {}

    std::string make_description(const CLI::App* app) const override {
        return app->get_description() + ".\n\nExamples:" + examples_ + "\n";
    }

private:
    std::string examples_;
};

CLI::App* verb_of(CLI::App& alert, const std::string& name, const std::string& about,
                  const std::string& examples) {
    CLI::App* verb = alert.add_subcommand(name, about);
    verb->formatter(std::make_shared<ExamplesFirst>(examples));
    return verb;
}

void add_name(CLI::App& verb, AlertCommand& command) {
    verb.add_option("NAME", command.name, "The name of the alert")->required();
}

void add_format(CLI::App& verb, AlertCommand& command) {
    add_choice<MatchFormat>(
        verb, "--format", command.format,
        {{"text", MatchFormat::text}, {"json", MatchFormat::json}, {"jsonl", MatchFormat::jsonl}},
        "text, json or jsonl");
}

void add_json(CLI::App& verb, AlertCommand& command) {
    verb.add_flag("--json", command.as_json, "As JSON");
}

void add_command(CLI::App& verb, AlertCommand& command, const std::string& help) {
    verb.add_option("--command", command.command, help)->type_name("CMD");
}

void define_making(CLI::App& alert, AlertCommand& command) {
    CLI::App* add = verb_of(alert, "add", "Save a query that is asked of everything new", R"(
  nutgraf alert add huawei huawei ban               tell of articles with both words
  nutgraf alert add berlin 'title:5g' --lang de     with a filter
  nutgraf alert add old 'coons' --since 2019-05-01  also of what came in since then
  nutgraf alert add mail 'strike' --command 'mail -s news me@example.org'
)");
    add_name(*add, command);
    add_query(*add, command.request, command.words);
    add->add_option("--since", command.since,
                    "Begin earlier: at a day of ingestion, a sequence, or beginning")
        ->type_name("WHEN");
    add_command(*add, command, "Run this for each match, which it reads as a line of JSON");
    add->add_flag("--every-version", command.is_every_version,
                  "Tell of an article again when it changes");
    add_json(*add, command);
    CLI::App* edit = verb_of(alert, "edit", "Change an alert", R"(
  nutgraf alert edit huawei huawei OR zte        another query, asked of what comes from now on
  nutgraf alert edit huawei --name chips         another name
  nutgraf alert edit huawei --command ''         no command any more
)");
    add_name(*edit, command);
    add_query(*edit, command.request, command.words);
    edit->add_option("--name", command.new_name, "The name it gets")->type_name("NAME");
    add_command(*edit, command, "Run this for each match; '' for nothing");
}

void define_showing(CLI::App& alert, AlertCommand& command) {
    CLI::App* list = verb_of(alert, "list", "Print all alerts", R"(
  nutgraf alert list
  nutgraf alert list --json
)");
    add_json(*list, command);
    CLI::App* show = verb_of(alert, "show", "Print an alert and its newest matches", R"(
  nutgraf alert show huawei
)");
    add_name(*show, command);
    add_json(*show, command);
    CLI::App* history =
        verb_of(alert, "history", "Print what the last runs of an alert came to", R"(
  nutgraf alert history huawei
)");
    add_name(*history, command);
    add_json(*history, command);
    CLI::App* feed = verb_of(alert, "feed", "Print the feed of an alert", R"(
  nutgraf alert feed huawei > huawei.atom
  nutgraf alert feed huawei --renew     a new secret address; the old one ends
)");
    add_name(*feed, command);
    feed->add_flag("--renew", command.renews, "Make a new address instead, and print that");
}

void define_running(CLI::App& alert, AlertCommand& command) {
    CLI::App* run = verb_of(alert, "run", "Match what is new, deliver it and print it", R"(
  nutgraf alert run                     all alerts; exit status 0 when there were matches, else 1
  nutgraf alert run huawei              one alert
  nutgraf alert run --format jsonl      one match a line, for programs
  * * * * * nutgraf alert run           in a crontab
)");
    run->add_option("NAME", command.name, "The name of an alert; all of them otherwise");
    add_format(*run, command);
    CLI::App* test =
        verb_of(alert, "test", "Print what an alert would find now, changing nothing", R"(
  nutgraf alert test huawei
)");
    add_name(*test, command);
    test->add_option("-n,--limit", command.limit, "Articles at most (20)")->type_name("N");
    add_format(*test, command);
    const std::array<std::pair<const char*, const char*>, 3> plain = {{
        {"pause", "Let an alert look at nothing until it is resumed"},
        {"resume", "Let an alert go on, from where it was paused"},
        {"rm", "Remove an alert and all it has found"},
    }};
    for (const auto& [name, about] : plain)
        add_name(
            *verb_of(alert, name, about, std::string("\n  nutgraf alert ") + name + " huawei\n"),
            command);
}

}  // namespace

void define_alert(CLI::App& app, AlertCommand& command) {
    CLI::App* alert =
        verb_of(app, "alert", "Save queries and tell of everything new that matches", R"(
  nutgraf alert add huawei huawei ban     save a query
  nutgraf alert run                       match what is new, deliver it and print it
  nutgraf alert list                      print all alerts
)");
    alert->require_subcommand(1);
    alert->add_option("--alerts", command.store, "The file of the alerts")->type_name("FILE");
    define_making(*alert, command);
    define_running(*alert, command);
    define_showing(*alert, command);
}

int run_alert(const CLI::App& app, const CommonOptions& common, AlertCommand& command) {
    const CLI::App* alert = app.get_subcommand("alert");
    command.request.text = joined(command.words);
    if (command.request.parse.zone != analyzers::TimeZone())
        throw Error("The days of an alert are days in UTC; it takes no \"--tz\".");
    command.request.parse.today = today();
    if (alert->got_subcommand("add")) return add_alert(common, command);
    if (alert->got_subcommand("edit")) return edit_alert(common, command);
    if (alert->got_subcommand("list")) return list_alerts(command);
    if (alert->got_subcommand("show")) return show_alert(common, command);
    if (alert->got_subcommand("pause")) return pause_alert(command);
    if (alert->got_subcommand("resume")) return resume_alert(command);
    if (alert->got_subcommand("rm")) return remove_alert(command);
    if (alert->got_subcommand("test")) return test_alert(common, command);
    if (alert->got_subcommand("history")) return print_history(command);
    if (alert->got_subcommand("feed")) return print_feed(command);
    return run_alerts(common, command);
}

}  // namespace nutgraf::cli
