#pragma once

#include "base/command_line.h"
#include "searchd/cli/commands.h"

#include <string>
#include <vector>

namespace nutgraf::cli {

/// How a list of organisations and people is printed.
enum class EntityFormat { text, json, jsonl, tsv };

/// What `entity` is asked.
struct EntityCommand {
    std::vector<std::string> words;  ///< A name in any script, to `find`.
    std::string id;                  ///< To `show`.
    bool as_json = false;
    search::EntityListRequest listed;  ///< What to `list`.
    EntityFormat format = EntityFormat::text;
};

/// Adds the verb to the command line.
void define_entity(CLI::App& app, EntityCommand& command);

/// Runs what was parsed; returns the exit status.
int run_entity(const CLI::App& app, const CommonOptions& common, const EntityCommand& command);

}  // namespace nutgraf::cli
