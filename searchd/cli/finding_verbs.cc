#include "searchd/cli/finding_verbs.h"

#include "base/exit_status.h"
#include "base/json.h"
#include "base/utf8.h"
#include "searchd/cli/answers.h"
#include "searchd/cli/options.h"
#include "searchd/cli/output.h"
#include "searchd/render/json.h"
#include "searchd/render/similar.h"
#include "searchd/render/terminal.h"

#include <fmt/format.h>

#include <cstdio>

namespace nutgraf::cli {

namespace {

std::string printed_like(const search::SimilarHit& similar, std::size_t number, HitFormat format,
                         const render::TerminalStyle& style) {
    switch (format) {
        case HitFormat::oneline:
            return render::to_line(similar.hit, style);
        case HitFormat::tsv:
            return render::to_tsv(similar.hit);
        case HitFormat::jsonl: {
            Json record = {{"version", 1}};
            record.update(render::to_json(similar));
            return to_visible_text(record) + "\n";
        }
        default:
            return (number > 1 ? "\n" : "") + render::to_terminal(similar, number, style);
    }
}

void note_copies(std::size_t copies) {
    if (copies > 0)
        fmt::print(stderr, "{} near cop{} of it {} left out.\n", copies, copies == 1 ? "y" : "ies",
                   copies == 1 ? "is" : "are");
}

}  // namespace

void define_similar(CLI::App& app, SimilarCommand& command) {
    CLI::App* verb = app.add_subcommand("similar", "Find the articles most like one, and say why");
    verb->add_option("ID", command.request.id, "The id or key of an article")->required();
    verb->add_option("-n,--limit", command.request.limit, "Articles at most (10)")
        ->check(CLI::Range(1, 50))
        ->type_name("N");
    add_choice<HitFormat>(*verb, "--format", command.format,
                          {{"text", HitFormat::text},
                           {"oneline", HitFormat::oneline},
                           {"tsv", HitFormat::tsv},
                           {"json", HitFormat::json},
                           {"jsonl", HitFormat::jsonl}},
                          "text, oneline, tsv, json or jsonl");
    verb->add_flag("--json", command.as_json, "Short for --format json");
}

void define_suggest(CLI::App& app, SuggestCommand& command) {
    CLI::App* verb =
        app.add_subcommand("suggest", "Print what a query that is being typed may become");
    verb->add_option("PREFIX", command.words, "The text as far as it is typed")->required();
    verb->add_flag("--json", command.as_json, "As one JSON record");
}

int run_similar(const CommonOptions& common, const SimilarCommand& command) {
    const auto similar = answers_of(common)->similar(command.request);
    if (!similar) {
        fmt::print(stderr, "There is no article with the id or key \"{}\".\n",
                   visible(command.request.id));
        return exit_nothing;
    }
    const int status = similar->hits.empty() ? exit_nothing : exit_found;
    if (command.as_json || command.format == HitFormat::json) {
        fmt::print("{}\n", to_visible_text(render::to_json(*similar)));
        return status;
    }
    const auto style = terminal_style(common.colour);
    std::size_t number = 0;
    PagedOutput output;
    for (const search::SimilarHit& hit : similar->hits)
        if (!output.write(printed_like(hit, ++number, command.format, style))) return status;
    note_copies(similar->copies);
    if (similar->hits.empty()) fmt::print(stderr, "No article is like it.\n");
    return status;
}

int run_suggest(const CommonOptions& common, const SuggestCommand& command) {
    const std::string text = joined(command.words);
    const std::vector<search::Completion> all = answers_of(common)->completions(text);
    if (command.as_json) {
        fmt::print("{}\n", to_visible_text(render::to_json(text, all)));
    } else {
        for (const search::Completion& completion : all)
            fmt::print("{}\t{}\t{}\t{}\n", visible(completion.query), visible(completion.kind),
                       visible(completion.text),
                       completion.articles == 0 ? "" : std::to_string(completion.articles));
    }
    return all.empty() ? exit_nothing : exit_found;
}

}  // namespace nutgraf::cli
