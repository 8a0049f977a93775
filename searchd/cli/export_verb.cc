#include "searchd/cli/export_verb.h"

#include "base/error.h"
#include "base/exit_status.h"
#include "base/utf8.h"
#include "searchd/cli/options.h"
#include "searchd/render/article_rows.h"

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
    constexpr std::size_t batch_size = 200;
    search::SearchRequest request = command.request;
    request.text = joined(command.words);
    request.parse.today = today(request.parse.zone);
    search::Searcher searcher(common.index, common.gazetteer);
    const auto list = searcher.list(request);
    if (!list) throw Error(list.error().message);
    const bool as_csv = command.format == ExportFormat::csv;
    if (as_csv) write_out(render::csv_header());
    for (std::size_t i = 0; i < list->documents.size(); i += batch_size) {
        std::string rows;
        for (const search::ArticleView& view : searcher.articles(*list, i, batch_size))
            rows += as_csv ? render::to_csv_row(view) : render::to_json_line(view);
        write_out(std::move(rows));
    }
    return list->documents.empty() ? exit_nothing : exit_found;
}

}  // namespace nutgraf::cli
