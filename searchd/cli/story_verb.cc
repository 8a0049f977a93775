#include "searchd/cli/story_verb.h"

#include "base/exit_status.h"
#include "base/utf8.h"
#include "searchd/cli/answers.h"
#include "searchd/cli/output.h"
#include "searchd/render/story_text.h"

#include <fmt/format.h>

#include <cstdio>

namespace nutgraf::cli {

void define_story(CLI::App& app, StoryCommand& command) {
    CLI::App* verb = app.add_subcommand("story", "Print the articles of a story, by date");
    verb->add_option("ID", command.request.id,
                     "The id of a story, or the id or key of an article of it")
        ->required();
    verb->add_flag("--changes", command.wants_changes, "Also what changed from one to another");
    verb->add_option("--before", command.request.before, "From this article (the first)")
        ->type_name("ID");
    verb->add_option("--after", command.request.after, "To this one (the last)")->type_name("ID");
    verb->add_flag("--json", command.as_json, "As one JSON record");
}

int run_story(const CommonOptions& common, const StoryCommand& command) {
    const auto story = answers_of(common)->story(command.request);
    if (!story) {
        fmt::print(stderr, "There is no story \"{}\" with those articles.\n",
                   visible(command.request.id));
        return exit_nothing;
    }
    PagedOutput output;
    if (command.as_json) {
        output.write(to_visible_text(story->record) + "\n");
        return exit_found;
    }
    const bool has_changes =
        command.wants_changes || !command.request.before.empty() || !command.request.after.empty();
    output.write(render::story_text(story->view));
    if (has_changes) output.write(render::changes_text(story->view, terminal_style(common.colour)));
    return exit_found;
}

}  // namespace nutgraf::cli
