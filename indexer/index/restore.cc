#include "indexer/index/restore.h"

#include "base/error.h"
#include "base/file.h"
#include "base/file_copy.h"
#include "indexer/index/backup_record.h"
#include "indexer/index/maintenance.h"
#include "indexer/index/staged_folder.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

/// A file that was restored is the file that was backed up, or an error.
void restore_file(const BackupFile& file, const fs::path& backup, const fs::path& to) {
    const fs::path from = backup / file.path;
    if (copy_durably(from, to) != file.digest)
        throw Error(
            fmt::format("\"{}\" is not what was backed up: its digest differs. Restore "
                        "from another backup.",
                        from.string()));
}

/// Databases of an older format are of no use.
bool belongs_to_index(const BackupFile& file, const BackupRecord& record) {
    if (file.path == backed_up_alerts) return false;
    return record.has_databases || *file.path.begin() != "live";
}

/// Alerts have a place of their own, where others may have come since: those know more.
AlertsRestored restore_alerts(const BackupFile& file, const fs::path& backup, const fs::path& to) {
    if (fs::exists(to)) return AlertsRestored::others_kept;
    fs::path draft = fs::absolute(to);
    draft += ".restoring";
    restore_file(file, backup, draft);
    const bool is_linked = ::link(draft.c_str(), to.c_str()) == 0;  // Never in place of another.
    const int code = errno;
    fs::remove(draft);
    errno = code;
    if (!is_linked && code == EEXIST) return AlertsRestored::others_kept;
    if (!is_linked) throw Error(system_failure("restored", to));
    sync_folder(draft.parent_path());
    return AlertsRestored::restored;
}

}  // namespace

RestoreReport restore_index(const fs::path& backup, const fs::path& folder,
                            const RestoreOptions& options) {
    const BackupRecord record = read_backup_record(backup);
    StagedFolder stage(folder, ".restoring");
    RestoreReport report{.made = record.made, .is_rebuilt = !record.has_databases};
    for (const BackupFile& file : record.files)
        if (belongs_to_index(file, record)) restore_file(file, backup, stage.path() / file.path);
    write_manifest(stage.path(), record.manifest);
    if (report.is_rebuilt) rebuild_index(stage.path(), options.progressed, options.writer);
    {
        // Takes in what the journal holds beyond the databases.
        const IndexWriter writer(stage.path(), options.writer);
        report.sequence = writer.acknowledged();
    }
    // Before the index is there, since nothing is restored once it is.
    const auto alerts = std::ranges::find(record.files, backed_up_alerts, &BackupFile::path);
    if (alerts != record.files.end() && !options.alerts.empty())
        report.alerts = restore_alerts(*alerts, backup, options.alerts);
    stage.publish();
    return report;
}

}  // namespace nutgraf::index
