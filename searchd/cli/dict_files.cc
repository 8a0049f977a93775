#include "analyzers/entities/compile.h"
#include "analyzers/entities/source_files.h"
#include "base/file.h"
#include "base/utf8.h"
#include "searchd/cli/dict_verb.h"

#include <fmt/format.h>

#include <cstdio>
#include <set>

namespace nutgraf::cli {

namespace {

std::vector<entities::SourceFile> asked_for(const DictCommand& command) {
    std::vector<entities::SourceFile> files = entities::read_source_files(command.files);
    return command.is_bare ? files : entities::with_default_files(std::move(files));
}

/// Prints errors of all files, and warnings of those that were named: of none, of all.
void print_problems(const entities::Problems& problems, const DictCommand& command) {
    std::set<std::string> own;
    for (const entities::SourceFile& file : entities::default_source_files())
        if (!command.is_bare && !command.files.empty()) own.insert(file.name);
    for (const entities::Problem& problem : problems)
        if (problem.severity == entities::Severity::error || !own.contains(problem.location.file))
            fmt::print(stderr, "{}\n", visible(to_text(problem)));
}

}  // namespace

int check_facts(const DictCommand& command) {
    const entities::Compiled compiled = entities::compile(asked_for(command));
    print_problems(compiled.problems, command);
    if (has_errors(compiled.problems)) return exit_error;
    fmt::print("No errors.\n");
    return exit_found;
}

int build_gazetteer(const DictCommand& command) {
    const entities::Compiled compiled = entities::compile(asked_for(command));
    print_problems(compiled.problems, command);
    if (has_errors(compiled.problems)) {
        fmt::print(stderr, "\"{}\" was not made; mend the lines above.\n",
                   visible(command.output.string()));
        return exit_error;
    }
    replace_file(command.output, compiled.bytes);
    fmt::print(stderr,
               "\"{0}\" is made. Use it with \"nutgraf-indexer add --gazetteer {0} ...\", or have "
               "an index made anew with \"nutgraf-indexer rebuild --gazetteer {0}\".\n",
               visible(command.output.string()));
    return exit_found;
}

}  // namespace nutgraf::cli
