#include "searchd/cli/show_verb.h"

#include "base/exit_status.h"
#include "base/utf8.h"
#include "searchd/cli/answers.h"
#include "searchd/cli/options.h"
#include "searchd/cli/output.h"
#include "searchd/render/terminal.h"
#include "searchd/render/versions.h"

#include <fmt/format.h>

#include <cstdio>

namespace nutgraf::cli {

namespace {

/// Prints what was found of an article in the format asked for; returns the exit status.
template <class Found>
int print_found(const Found& found, const CommonOptions& common, const ShowCommand& command) {
    if (!found) {
        fmt::print(stderr, "There is no article with the id or key \"{}\".\n", visible(command.id));
        return exit_nothing;
    }
    if (command.as_json || command.format == ShowFormat::json) {
        fmt::print("{}\n", to_visible_text(found->record));
        return exit_found;
    }
    PagedOutput output;
    output.write(render::to_terminal(found->view, terminal_style(common.colour)));
    return exit_found;
}

/// One that never changed has no former versions to print.
int print_versions(const CommonOptions& common, const ShowCommand& command) {
    const auto found = answers_of(common)->versions(command.id);
    const bool has_none = found && found->view.former == 0;
    if (has_none && !command.as_json && command.format == ShowFormat::text) {
        fmt::print(stderr, "The article \"{}\" has not changed since it came in.\n",
                   visible(command.id));
        return exit_nothing;
    }
    const int status = print_found(found, common, command);
    return has_none ? exit_nothing : status;
}

}  // namespace

void define_show(CLI::App& app, ShowCommand& command) {
    CLI::App* verb = app.add_subcommand("show", "Print an article by its id or key");
    verb->add_option("ID", command.id, "The id or key of an article")->required();
    CLI::Option* query =
        verb->add_option("--query", command.request.text, "Mark what this query finds")
            ->type_name("QUERY");
    CLI::Option* view = add_choice<TextView>(
        *verb, "--view", command.view, {{"clean", TextView::clean}, {"raw", TextView::raw}},
        "clean, or raw: the text as it came, furniture and all");
    verb->add_flag("--versions", command.wants_versions,
                   "What it said before, and what each version changed")
        ->excludes(query)
        ->excludes(view);
    add_choice<ShowFormat>(*verb, "--format", command.format,
                           {{"text", ShowFormat::text}, {"json", ShowFormat::json}},
                           "text or json");
    verb->add_flag("--json", command.as_json, "Short for --format json");
}

int run_show(const CommonOptions& common, const ShowCommand& command) try {
    if (command.wants_versions) return print_versions(common, command);
    return print_found(answers_of(common)->article(command.id, command.request, command.view),
                       common, command);
} catch (const ArticleHidden& hidden) {
    fmt::print(stderr, "{}\n", visible(hidden.what()));
    return exit_nothing;
}

}  // namespace nutgraf::cli
