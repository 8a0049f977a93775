#include "base/date.h"
#include "base/exit_status.h"
#include "base/json.h"
#include "base/utf8.h"
#include "indexer/commands.h"
#include "indexer/index/held.h"
#include "indexer/index/index_reader.h"

#include <fmt/format.h>

namespace nutgraf::indexer {

namespace {

/// What whoever keeps the index may know of a hidden article: all but its text.
Json held_record(const index::HeldArticle& held) {
    Json record = {{"version", 1},
                   {"id", held.id},
                   {"key", archive::key_of(held.id)},
                   {"kind", archive::name_of(held.kind)},
                   {"at", iso_instant(held.at)}};
    if (!held.notice.empty()) record["notice"] = held.notice;
    if (!held.reason.empty()) record["reason"] = held.reason;
    if (held.until) record["until"] = iso_instant(*held.until);
    if (!held.until_text.empty()) record["until_as_written"] = held.until_text;
    return record;
}

void print_held_article(const index::HeldArticle& held) {
    fmt::print("{:8}  {}  {}", archive::name_of(held.kind), iso_instant(held.at), visible(held.id));
    if (held.until) fmt::print("  until {}", iso_instant(*held.until));
    if (!held.notice.empty()) fmt::print("  by {}", visible(held.notice));
    if (!held.reason.empty()) fmt::print("  {}", visible(held.reason));
    fmt::print("\n");
}

}  // namespace

int print_held(const std::filesystem::path& index, bool as_json) {
    index::IndexReader reader(index);
    const auto all = reader.from_one_state([&] { return index::all_held(reader.database()); });
    for (const index::HeldArticle& held : all) {
        if (as_json) {
            fmt::print("{}\n", to_visible_text(held_record(held)));
        } else {
            print_held_article(held);
        }
    }
    return all.empty() ? exit_nothing : exit_found;
}

}  // namespace nutgraf::indexer
