#include "searchd/cli/export_verb.h"

#include "base/error.h"
#include "base/exit_status.h"
#include "base/utf8.h"
#include "searchd/cli/options.h"

#include <unistd.h>

#include <cstdio>
#include <utility>

namespace nutgraf::cli {

namespace {

/// Writes to standard output; what people see on a terminal can do nothing to it.
void write_out(std::string rows) {
    if (::isatty(STDOUT_FILENO) == 1) {
        std::erase(rows, '\r');
        rows = visible(rows);
    }
    if (std::fwrite(rows.data(), 1, rows.size(), stdout) != rows.size())
        throw Error("The articles could not be written to standard output.");
}

}  // namespace

void define_export(CLI::App& app, ExportCommand& command) {
    CLI::App* verb = app.add_subcommand("export", "Write out every article that matches");
    add_query(*verb, command.request, command.words);
    add_entities_switch(*verb, command.request);
    add_choice<ExportFormat>(*verb, "--format", command.format,
                             {{"jsonl", ExportFormat::jsonl}, {"csv", ExportFormat::csv}},
                             "jsonl or csv");
}

int run_export(const CommonOptions& common, const ExportCommand& command) {
    search::SearchRequest request = command.request;
    request.text = joined(command.words);
    request.parse.today = today(request.parse.zone);
    return answers_of(common)->export_rows(request, command.format, write_out) ? exit_found
                                                                               : exit_nothing;
}

}  // namespace nutgraf::cli
