#include "base/date.h"
#include "searchd/render/diff_rows.h"
#include "searchd/render/html_fields.h"
#include "searchd/render/links.h"
#include "searchd/render/template.h"
#include "searchd/render/versions.h"

#include <fmt/format.h>

namespace nutgraf::render {

namespace {

using search::VersionsView;
using search::VersionView;

std::string headline_of_version(const std::string& title) {
    return title.empty() ? "Article without a headline" : title;
}

/// "3 May 2019 at 12:30 UTC".
std::string readable_instant(std::chrono::sys_seconds instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    constexpr std::size_t hour = sizeof "2019-05-03T" - 1;
    constexpr std::size_t digits = sizeof "12:30" - 1;
    return fmt::format("{} at {} UTC", readable_date({day, day}),
                       iso_instant(instant).substr(hour, digits));
}

/// What the archive itself says of when a version is of.
std::string dates_of_version(const search::VersionLine& line) {
    std::string dates;
    if (line.published) dates += " · published " + readable_date(line.published->days);
    if (!line.updated.empty()) dates += " · updated " + line.updated;
    return dates;
}

/// How a version became the next, whose headline is `next`.
Json change_fields(const VersionView& version, const std::string& next, const std::string& lang) {
    const search::VersionLine& line = version.line;
    Json fields = diff_fields(version.changes);
    fields.update({{"number", line.number},
                   {"instant", iso_instant(line.replaced)},
                   {"changed", readable_instant(line.replaced)},
                   {"came_in", readable_instant(line.seen)},
                   {"next", line.number + 1},
                   {"dates", dates_of_version(line)},
                   {"before_lang", lang},
                   {"after_lang", lang},
                   {"headlines", false}});
    if (line.title != next)
        fields["headlines"] = {{"before_headline", headline_of_version(line.title)},
                               {"after_headline", headline_of_version(next)}};
    return fields;
}

/// Those that are not kept, as a sentence; empty where all are.
std::string missing_versions(const VersionsView& view) {
    const std::uint64_t missing = view.former - view.versions.size();
    if (missing == 0) return {};
    return fmt::format("{} {} kept no more.", counted(missing, "earlier version"),
                       missing == 1 ? "is" : "are");
}

}  // namespace

std::string versions_page(const VersionsView& view) {
    Json changes = Json::array();
    std::string next = view.title;
    for (auto version = view.versions.rbegin(); version != view.versions.rend(); ++version) {
        changes.push_back(change_fields(*version, next, view.lang));
        next = version->line.title;
    }
    const std::string headline = headline_of_version(view.title);
    return filled_page("versions.html", {{"page_title", headline + " – Nutgraf"},
                                         {"page_class", "story"},
                                         {"form", form_fields({})},
                                         {"article_address", article_address(view.key, {})},
                                         {"article_headline", headline},
                                         {"lang", view.lang},
                                         {"count", counted(view.former, "former version")},
                                         {"missing", missing_versions(view)},
                                         {"is_unchanged", view.former == 0},
                                         {"changes", std::move(changes)}});
}

}  // namespace nutgraf::render
