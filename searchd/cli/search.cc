#include "base/error.h"
#include "base/exit_status.h"
#include "base/utf8.h"
#include "searchd/cli/answers.h"
#include "searchd/cli/commands.h"
#include "searchd/cli/output.h"
#include "searchd/query/print.h"
#include "searchd/render/article_rows.h"
#include "searchd/render/atom.h"
#include "searchd/render/json.h"
#include "searchd/render/links.h"
#include "searchd/render/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <limits>

namespace nutgraf::cli {

namespace {

constexpr std::size_t no_limit = std::numeric_limits<std::uint32_t>::max();

void print_left_out(const std::vector<std::string>& words) {
    if (words.empty()) return;
    fmt::print(stderr, "Not looked for, since nearly every text has them: {}\n",
               visible(fmt::format("{}", fmt::join(words, ", "))));
}

/// Where else an article may have been found than by the words of the query.
void print_named(const std::vector<query::Expansion>& expansions) {
    for (const query::Expansion& expansion : expansions)
        if (expansion.is_of_entity())
            fmt::print(stderr, "\"{}\" also finds {}; --no-entities finds the words alone.\n",
                       visible(expansion.from),
                       visible(fmt::format("{}", fmt::join(expansion.to, ", "))));
}

std::string printed(const search::Hit& hit, std::size_t number, HitFormat format,
                    const render::TerminalStyle& style) {
    switch (format) {
        case HitFormat::text:
            return (number > 1 ? "\n" : "") + render::to_terminal(hit, number, style);
        case HitFormat::oneline:
            return render::to_line(hit, style);
        case HitFormat::tsv:
            return render::to_tsv(hit);
        case HitFormat::jsonl: {
            Json record = {{"version", 1}};
            record.update(render::to_json(hit));
            return to_visible_text(record) + "\n";
        }
        case HitFormat::csv:
            return render::to_csv_row(hit);
        case HitFormat::json:
        case HitFormat::atom:
            break;  // One object for all of them.
    }
    return {};
}

void print_ids(const search::Results& results, char end) {
    for (const search::Hit& hit : results.hits) {
        // A NUL cannot stand in an id, so what is meant for programs goes out as it is.
        const std::string id = end == '\0' ? hit.id : visible(hit.id);
        std::fwrite(id.data(), 1, id.size(), stdout);
        std::fputc(end, stdout);
    }
}

void print_hits(const search::Page& page, const SearchCommand& command, ColourChoice colour) {
    const auto style = terminal_style(colour);
    PagedOutput output;
    if (command.format == HitFormat::csv) output.write(render::csv_header_of_hits());
    std::size_t number = page.passed;
    for (const search::Hit& hit : page.results.hits)
        if (!output.write(printed(hit, ++number, command.format, style))) return;
    if (command.format != HitFormat::text || page.next.empty()) return;
    const search::Results& results = page.results;
    const bool has_copies = results.stories < results.total;
    output.write(fmt::format("\n{} of {} {}; --limit N or --all shows more.\n", number,
                             results.stories, has_copies ? "stories" : "articles"));
    fmt::print(stderr, "The next ones: --after {}\n", page.next);
}

/// The hits as a feed of nobody's address.
void print_hit_feed(const search::Page& page, const std::string& text) {
    render::Feed feed;
    feed.id = render::feed_id("search?q=" + render::percent_encoded(text));
    feed.title = visible(text.empty() ? "Nutgraf" : "Nutgraf: " + text);
    for (const search::Hit& hit : page.results.hits)
        if (hit.published) feed.entries.push_back(render::entry_of(hit, {}));
    if (!feed.entries.empty()) feed.updated = feed.entries.front().updated;
    fmt::print("{}", visible(render::to_atom(feed)));
}

void say_nothing_found(const search::Results& results, const std::string& parsed) {
    fmt::print(stderr, "Nothing found for {}\n", visible(parsed));
    for (const search::Correction& correction : results.corrections)
        fmt::print(stderr, "Is \"{}\" meant? It finds {}.\n", visible(correction.text),
                   correction.total);
    for (const search::Relaxation& relaxation : results.relaxations) {
        if (relaxation.is_any) {
            fmt::print(stderr, "Any of the words finds {}: {}\n", relaxation.total,
                       visible(relaxation.text));
        } else if (relaxation.filter.empty()) {
            fmt::print(stderr, "Without {} it finds {}: {}\n",
                       visible(fmt::format("{}", fmt::join(relaxation.clauses, " and "))),
                       relaxation.total, visible(relaxation.text));
        } else {
            std::string flag = relaxation.filter;
            std::ranges::replace(flag, '_', '-');
            fmt::print(stderr, "Without --{} it finds {}.\n", flag, relaxation.total);
        }
    }
}

}  // namespace

void print_notes(const std::vector<query::Note>& notes) {
    for (const query::Note& note : notes) {
        const std::string suggestion =
            note.suggestion.empty() ? "" : fmt::format(" Is \"{}\" meant?", note.suggestion);
        fmt::print(stderr, "{}{}\n", visible(note.message), visible(suggestion));
    }
}

int print_search(const CommonOptions& common, const SearchCommand& command) {
    search::SearchRequest request = command.request;
    if (command.wants_all) request.limit = no_limit;
    if (command.wants_count || command.is_quiet) request.limit = 0;
    if (command.wants_ids) request.collapse = search::Collapse::none;  // As many as -c counts.
    const bool tells_of_corrections =
        command.format == HitFormat::text || command.format == HitFormat::json;
    request.is_to_be_corrected = tells_of_corrections && request.limit > 0;
    const FoundPage found = answers_of(common)->page(request, command.after);
    const search::Page& page = found.page;
    const search::Results& results = page.results;
    const int status = results.total > 0 ? exit_found : exit_nothing;
    if (command.is_quiet) return status;
    if (command.format == HitFormat::json) {
        fmt::print("{}\n", to_visible_text(found.record));
        return status;
    }
    print_notes(results.notes);
    print_left_out(results.left_out);
    if (command.format == HitFormat::text) print_named(results.expansions);
    if (command.format == HitFormat::atom) {
        print_hit_feed(page, request.text);
        return status;
    }
    if (command.wants_count) {
        fmt::print("{}\n", results.total);
    } else if (command.wants_ids) {
        print_ids(results, command.ends_with_nul ? '\0' : '\n');
    } else {
        print_hits(page, command, common.colour);
    }
    if (status == exit_nothing && command.format == HitFormat::text && !command.wants_count)
        say_nothing_found(results, found.parsed);
    return status;
}

}  // namespace nutgraf::cli
