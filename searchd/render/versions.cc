#include "searchd/render/versions.h"

#include "base/date.h"
#include "base/utf8.h"
#include "searchd/render/diff_rows.h"
#include "searchd/render/json.h"
#include "searchd/render/links.h"
#include "searchd/render/wrap.h"

#include <fmt/format.h>

namespace nutgraf::render {

namespace {

using search::VersionsView;
using search::VersionView;

std::string day_of_instant(std::chrono::sys_seconds instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    return readable_date({day, day});
}

std::string former_versions(std::uint64_t former, std::size_t kept) {
    std::string count = fmt::format("{} former version{}", former, former == 1 ? "" : "s");
    if (kept == former) return count;
    if (kept == 0) return count + ", too long to be kept";
    return fmt::format("{}, of which the last {} kept", count,
                       kept == 1 ? "one is" : fmt::format("{} are", kept));
}

Json version_to_json(const VersionView& version) {
    Json record = to_json(version.line);
    record["text"] = version.text;
    record["diff"] = {{"before", version.line.number},
                      {"after", version.line.number + 1},
                      {"rows", to_json(version.changes)}};
    return record;
}

/// What a version changed: "Version 2, of 3 May 2019, to version 3".
std::string change_heading(const VersionView& version) {
    const std::uint64_t number = version.line.number;
    return fmt::format("Version {}, of {}, to version {}, of {}", number,
                       iso_instant(version.line.seen), number + 1,
                       iso_instant(version.line.replaced));
}

/// A headline as one paragraph of a diff, where it changed.
std::string changed_title(const std::string& before, const std::string& after,
                          const TerminalStyle& style) {
    if (before == after) return {};
    return to_terminal(search::text_diff(before, after), style) + "\n";
}

}  // namespace

Json to_json(const search::VersionLine& version) {
    Json record = {{"number", version.number},
                   {"title", version.title},
                   {"seen", iso_instant(version.seen)},
                   {"replaced", iso_instant(version.replaced)}};
    if (!version.updated.empty()) record["updated"] = version.updated;
    if (version.published) record["published"] = to_json(*version.published);
    return record;
}

Json to_json(const VersionsView& view) {
    Json versions = Json::array();
    for (const VersionView& version : view.versions) versions.push_back(version_to_json(version));
    Json record = {{"version", 1},
                   {"id", view.id},
                   {"key", view.key},
                   {"title", view.title},
                   {"index", {{"revision", view.revision}}},
                   {"total", {{"value", view.former}, {"relation", "eq"}}},
                   {"versions", std::move(versions)}};
    if (!view.lang.empty()) record["lang"] = view.lang;
    return record;
}

std::string to_terminal(const VersionsView& view, const TerminalStyle& style) {
    std::string text = visible(fmt::format("{}  {}\n{}\n", view.id, view.key,
                                           former_versions(view.former, view.versions.size())));
    for (std::size_t i = 0; i < view.versions.size(); ++i) {
        const VersionView& version = view.versions[i];
        const bool is_last = i + 1 == view.versions.size();
        const std::string& next = is_last ? view.title : view.versions[i + 1].line.title;
        text += fmt::format("\n{}\n\n", change_heading(version));
        text += changed_title(version.line.title, next, style);
        text += to_terminal(version.changes, style);
    }
    return text;
}

std::string change_sentence(const search::VersionLines& versions) {
    if (versions.former == 0) return {};
    return fmt::format("Changed on {}; {}", day_of_instant(versions.since),
                       former_versions(versions.former, versions.kept.size()));
}

std::string versions_address(std::string_view key) {
    return article_address(key, {}) + "/versions";
}

}  // namespace nutgraf::render
