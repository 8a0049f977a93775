#include "analyzers/entities/lines.h"
#include "analyzers/entities/source_files.h"
#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "base/utf8.h"
#include "indexer/gazetteer/earlier.h"
#include "indexer/gazetteer/import.h"
#include "searchd/cli/dict_verb.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>

namespace nutgraf::cli {

namespace {

using Seconds = std::chrono::duration<double>;

gazetteer::Known known_facts(const DictCommand& command) {
    std::vector<entities::SourceFile> files = entities::read_source_files(command.others);
    if (!command.is_bare) files = entities::with_default_files(std::move(files));
    return gazetteer::Known(files);
}

gazetteer::ImportRequest request_of(const DictCommand& command) {
    gazetteer::ImportRequest request{command.kind, command.files, {}, {}};
    if (!command.since.empty()) {
        const auto days = parse_day_span(command.since);
        if (!days)
            throw Error(
                fmt::format("--since: \"{}\" is not a date like 2019, 2019-05 or 2019-05-10.",
                            visible(command.since)));
        request.since = days->first;
    }
    if (command.allowed.empty()) return request;
    const std::string text = read_file(command.allowed);
    for (const std::string_view line : entities::parts(text, "\n"))
        if (!entities::trimmed(line).empty()) request.allowed.emplace(entities::trimmed(line));
    return request;
}

void print_counts(std::string_view what, const gazetteer::Counts& counts) {
    for (const auto& [reason, count] : counts)
        fmt::print(stderr, "  {} {}: {}\n", count, what, reason);
}

void print_differences(const std::vector<gazetteer::Difference>& differences) {
    for (const gazetteer::Difference& difference : differences)
        fmt::print(stderr, "{}: {} is \"{}\" here and \"{}\" there\n", difference.id,
                   visible(difference.what), visible(difference.here), visible(difference.there));
}

void print_summary(const gazetteer::Import& done, Seconds seconds) {
    const gazetteer::Assembly& assembly = done.assembly;
    constexpr double mega = 1e6;
    const double megabytes = static_cast<double>(done.bytes) / mega;
    print_counts("records left out", done.left_out);
    print_counts("names left out", assembly.left_out_names);
    print_counts("ties left out", assembly.left_out_ties);
    fmt::print(stderr,
               "read {}, kept {} ({} of them known), refused {}, names {}, differences {}; {:.1f} "
               "MB, {:.2f} s, {:.1f} MB/s\n",
               done.read, assembly.blocks.size(), assembly.of_known, done.refused, assembly.names,
               assembly.differences.size(), megabytes, seconds.count(),
               megabytes / std::max(seconds.count(), 1e-9));
}

/// Writes the blocks to the output, where those of an earlier import may be.
void write(std::vector<entities::Block> blocks, const DictCommand& command) {
    if (command.output.empty()) {
        fmt::print("{}", gazetteer::file_of_blocks(blocks, command.kind));
        return;
    }
    if (std::filesystem::exists(command.output)) {
        const std::string before = read_file(command.output);
        auto merged = gazetteer::merged_with_earlier(
            std::move(blocks), gazetteer::blocks_of_earlier(before, command.output.string()));
        if (merged.kept_lines > 0)
            fmt::print(stderr, "{} lines that were there before and the source lacks are kept.\n",
                       merged.kept_lines);
        blocks = std::move(merged.blocks);
    }
    replace_file(command.output, gazetteer::file_of_blocks(blocks, command.kind));
}

}  // namespace

int import_facts(const DictCommand& command) {
    const gazetteer::ImportRequest request = request_of(command);
    const gazetteer::Known known = known_facts(command);
    const auto start = std::chrono::steady_clock::now();
    gazetteer::Import done = gazetteer::imported(request, known);
    const Seconds seconds = std::chrono::steady_clock::now() - start;
    for (const gazetteer::RefusedRecord& record : done.refusals)
        fmt::print(stderr, "{}:{}: refused: {}\n", visible(record.file), record.line,
                   visible(record.sentence));
    if (command.tells_differences) print_differences(done.assembly.differences);
    print_summary(done, seconds);
    const bool has_some = !done.assembly.blocks.empty();
    if (has_some) write(std::move(done.assembly.blocks), command);
    if (done.refused > 0) return exit_error;
    return has_some ? exit_found : exit_nothing;
}

}  // namespace nutgraf::cli
