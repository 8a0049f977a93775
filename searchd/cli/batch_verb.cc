#include "searchd/cli/batch_verb.h"

#include "base/error.h"
#include "base/utf8.h"
#include "searchd/cli/options.h"
#include "searchd/render/json.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <optional>
#include <string_view>

namespace nutgraf::cli {

namespace {

/// One query of the file.
struct BatchQuery {
    std::string id;
    std::string text;
};

/// The query of a line; empty when it is none.
std::optional<BatchQuery> query_in(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab == 0) return std::nullopt;
    return BatchQuery{std::string(line.substr(0, tab)), std::string(line.substr(tab + 1))};
}

/// An id as one column of a TREC run, whose columns are parted by spaces.
std::string as_column(std::string_view id) {
    std::string column;
    for (const char c : id) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= ' ' || byte == '%' || byte == 0x7F) {
            column += fmt::format("%{:02X}", byte);
        } else {
            column += c;
        }
    }
    return column;
}

void print_trec(const std::string& id, const search::Results& results) {
    std::size_t rank = 0;
    for (const search::Hit& hit : results.hits)
        fmt::print("{} Q0 {} {} {:.6f} nutgraf\n", as_column(id), as_column(hit.id), ++rank,
                   hit.score);
}

/// Answers queries one after the other from one index.
class Batch {
public:
    Batch(const CommonOptions& common, const BatchCommand& command)
        : command_(command), searcher_(common.index, common.gazetteer) {}

    void answer(std::istream& lines) {
        std::size_t number = 0;
        for (std::string line; std::getline(lines, line);) {
            ++number;
            if (line.empty()) continue;
            if (const auto query = query_in(line)) {
                answer(*query, number);
            } else {
                report(number, "There is no tab behind an id; a line is \"id<TAB>query\".");
            }
        }
    }

    int status() const {
        if (has_failed_) return exit_error;
        return has_found_ ? exit_found : exit_nothing;
    }

private:
    void answer(const BatchQuery& query, std::size_t line) {
        const auto start = std::chrono::steady_clock::now();
        search::SearchRequest request = command_.request;
        request.text = query.text;
        request.has_marked_hits = command_.format != BatchFormat::trec;
        const auto results = searcher_.search(request);
        if (!results) {
            report(line, results.error().message);
            return;
        }
        has_found_ = has_found_ || results->total > 0;
        if (command_.format == BatchFormat::trec) {
            print_trec(query.id, *results);
            return;
        }
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - start;
        Json record = {{"id", query.id}};
        record.update(render::to_json(*results, {query.text, took.count()}));
        fmt::print("{}\n", to_visible_text(record));
    }

    void report(std::size_t line, std::string_view reason) {
        has_failed_ = true;
        fmt::print(stderr, "{}:{}: {}\n", visible(command_.file), line, visible(reason));
    }

    const BatchCommand& command_;
    search::Searcher searcher_;
    bool has_found_ = false;
    bool has_failed_ = false;
};

}  // namespace

void define_batch(CLI::App& app, BatchCommand& command) {
    CLI::App* verb = app.add_subcommand("batch", "Answer every query of a file");
    verb->add_option("FILE", command.file, "Lines of id, tab, query; - is standard input")
        ->required();
    add_filters(*verb, command.request);
    add_entities_switch(*verb, command.request);
    add_collapse_switch(*verb, command.request);
    command.request.collapse = search::Collapse::none;  // Runs are judged article by article.
    verb->add_option("-n,--limit", command.request.limit, "Hits at most for each (20); no ceiling")
        ->type_name("N");
    add_choice<BatchFormat>(*verb, "--format", command.format,
                            {{"jsonl", BatchFormat::jsonl}, {"trec", BatchFormat::trec}},
                            "jsonl: one answer a line; trec: query Q0 id rank score nutgraf, with "
                            "spaces in ids as %20");
}

int run_batch(const CommonOptions& common, const BatchCommand& command) {
    Batch batch(common, command);
    std::ifstream file(command.file == "-" ? "/dev/stdin" : command.file);
    if (!file) throw Error(fmt::format("\"{}\" could not be read.", command.file));
    batch.answer(file);
    return batch.status();
}

}  // namespace nutgraf::cli
