#include "indexer/upkeep.h"

#include "base/exit_status.h"
#include "base/utf8.h"
#include "indexer/index/backup.h"
#include "indexer/index/check.h"
#include "indexer/index/restore.h"
#include "indexer/progress_teller.h"
#include "indexer/request.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace nutgraf::indexer {

namespace fs = std::filesystem;

namespace {

index::Finding checked_alerts(const AlertFile& alerts) {
    try {
        const std::string sentence = alerts.checked();
        return {index::Weight::well, "alerts", sentence.empty() ? "There are none." : sentence};
    } catch (const std::exception& error) {
        return {index::Weight::fault, "alerts", error.what()};
    }
}

void tell_alerts(index::AlertsRestored restored, const fs::path& backup, const AlertFile& alerts) {
    if (restored != index::AlertsRestored::others_kept) return;
    fmt::print(stderr,
               "There are alerts in \"{}\", and they stay as they are; those of the backup are in "
               "\"{}\".\n",
               visible(alerts.path.string()), visible((backup / "alerts.db").string()));
}

}  // namespace

int check(const AddRequest& request, const AlertFile& alerts) {
    const entities::Gazetteer gazetteer = gazetteer_of(request);
    auto findings = index::check_index(request.index, printed_fingerprint(gazetteer));
    findings.push_back(checked_alerts(alerts));
    constexpr std::size_t weight_width = 5;
    constexpr std::size_t part_width = 9;
    for (const index::Finding& finding : findings)
        fmt::print("{:{}}  {:{}}  {}\n", index::name_of(finding.weight), weight_width, finding.part,
                   part_width, visible(finding.sentence));
    const bool is_well = std::ranges::none_of(findings, [](const index::Finding& finding) {
        return finding.weight == index::Weight::fault;
    });
    return is_well ? exit_found : exit_error;
}

int backup(const BackupRequest& request, const AlertFile& alerts) {
    const index::BackupReport report = index::back_up_index(
        request.index, request.backup,
        {.now = now(), .has_databases = request.has_databases, .copy_alerts = alerts.copy});
    if (!report.database_failure.empty())
        fmt::print(
            stderr,
            "The databases could not be copied, and restoring the backup will make them from "
            "the journal: {}\n",
            visible(report.database_failure));
    constexpr double megabyte = 1e6;
    fmt::print(stderr, "backed up to change {}: journal{}{}, {:.1f} MB\n", report.sequence,
               report.has_databases ? ", databases" : "", report.has_alerts ? ", alerts" : "",
               static_cast<double>(report.bytes) / megabyte);
    return exit_found;
}

int restore(const AddRequest& request, const fs::path& backup, const AlertFile& alerts) {
    const auto start = std::chrono::steady_clock::now();
    const entities::Gazetteer gazetteer = gazetteer_of(request);
    ProgressTeller teller(request.progress);
    index::RestoreOptions options{alerts.path, writer_options(gazetteer), {}};
    options.progressed = [&](std::uint64_t done) {
        Progress so_far{{}, 0, std::chrono::steady_clock::now() - start};
        so_far.totals.read = done;
        teller.tell(so_far);
    };
    const index::RestoreReport report = index::restore_index(backup, request.index, options);
    teller.clear();
    tell_alerts(report.alerts, backup, alerts);
    advise_rebuild(gazetteer, request.index);
    fmt::print(stderr, "restored the backup of {}, up to change {}{}\n", visible(report.made),
               report.sequence, report.is_rebuilt ? ", databases made from the journal" : "");
    fmt::print(
        stderr,
        "What was removed after that is in the index again: \"nutgraf-indexer remove\" takes "
        "it out.\n");
    return exit_found;
}

}  // namespace nutgraf::indexer
