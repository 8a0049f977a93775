#include "indexer/request.h"

#include "base/digest.h"
#include "base/error.h"
#include "base/utf8.h"
#include "indexer/index/index_reader.h"
#include "indexer/index/maintenance.h"

#include <fmt/format.h>

#include <cstdio>

namespace nutgraf::indexer {

namespace fs = std::filesystem;

std::chrono::sys_seconds now() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::string printed(const Place& place) {
    return place.line == 0 ? visible(place.file)
                           : fmt::format("{}:{}", visible(place.file), place.line);
}

void tell_refusal(const Place& place, std::string_view reason) {
    fmt::print(stderr, "{}: refused: {}\n", printed(place), visible(reason));
}

void tell_warning(const Place& place, std::string_view what) {
    fmt::print(stderr, "{}: {}\n", printed(place), visible(what));
}

void list_too(IngestObserver& observer, RefusalList& refusals) {
    observer.refused = [&refusals, told = std::move(observer.refused)](const Place& place,
                                                                       std::string_view reason) {
        if (told) told(place, reason);
        refusals.add(place, reason);
    };
}

std::optional<archive::Format> format_of(const std::string& name) {
    if (name.empty()) return std::nullopt;
    const auto format = archive::format_named(name);
    if (!format) throw Error(fmt::format("There is no format \"{}\".", name));
    return format;
}

IngestOptions options_of(const AddRequest& request) {
    IngestOptions options{format_of(request.format), request.source, std::nullopt};
    // It may be tomorrow already where it was published.
    options.latest = std::chrono::floor<std::chrono::days>(now()) + std::chrono::days(1);
    if (request.published.empty()) return options;
    const auto days = parse_day_span(request.published);
    if (!days)
        throw Error(
            fmt::format("--published: \"{}\" is not a date like 2019, 2019-05 or 2019-05-10.",
                        request.published));
    options.published = archive::Published{*days};
    return options;
}

SitemapDates sitemaps_of(const AddRequest& request) {
    SitemapDates sitemaps;
    sitemaps.read(request.sitemaps, tell_warning);
    return sitemaps;
}

entities::Gazetteer gazetteer_of(const AddRequest& request) {
    return entities::Gazetteer(request.gazetteer.empty() ? entities::default_gazetteer()
                                                         : request.gazetteer);
}

index::WriterOptions writer_options(const entities::Gazetteer& gazetteer) {
    index::WriterOptions options;
    options.gazetteer = &gazetteer;
    return options;
}

std::string printed_fingerprint(const entities::Gazetteer& gazetteer) {
    return hexadecimal(bytes_of(gazetteer.fingerprint()));
}

bool is_made_by(const entities::Gazetteer& gazetteer, const fs::path& index) {
    return index::IndexReader(index).gazetteer() == printed_fingerprint(gazetteer);
}

void advise_rebuild(const entities::Gazetteer& gazetteer, const fs::path& index) {
    if (is_made_by(gazetteer, index)) return;
    fmt::print(
        stderr,
        "Organisations and officials of older articles were recognised by another gazetteer; "
        "\"nutgraf-indexer rebuild --entities\" recognises them anew.\n");
}

bool compact_after(const fs::path& index, const IngestTotals& totals) {
    constexpr std::uint64_t share = 8;
    const std::uint64_t changes = totals.added + totals.replaced;
    if (changes == 0 || totals.is_interrupted) return false;
    if (changes * share < index::IndexReader(index).database().get_doccount()) return false;
    index::compact_index(index);
    return true;
}

}  // namespace nutgraf::indexer
