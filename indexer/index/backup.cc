#include "indexer/index/backup.h"

#include "base/date.h"
#include "base/error.h"
#include "base/file_copy.h"
#include "indexer/index/backup_record.h"
#include "indexer/index/index_reader.h"
#include "indexer/index/journal.h"
#include "indexer/index/staged_folder.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

constexpr const char* only_database = "live/1";

/// One attempt at a backup, in a folder of its own.
class Backup {
public:
    Backup(fs::path index, fs::path place) : index_(std::move(index)), place_(std::move(place)) {}

    /// The databases as one state of them, without the gaps between their blocks.
    void copy_databases() {
        const fs::path copy = place_ / only_database;
        fs::create_directories(copy.parent_path());
        IndexReader reader(index_);
        reader.from_one_state([&] {
            fs::remove_all(copy);  // Of an attempt whose state a writer took away.
            // Not FULLER, which has faults in this version (reliability: Xapian).
            Xapian::Database(reader.database()).compact(copy.string(), Xapian::Compactor::FULL);
            manifest_ = reader.manifest();
        });
    }

    void leave_out_databases() {
        fs::remove_all(place_ / "live");
        manifest_ = *read_manifest(index_, OlderFormat::is_read);
    }

    /// Before the journal, or a feed would seem to have nothing new that the copy lacks.
    void copy_feed_list() {
        if (fs::exists(index_ / feed_list_file))
            copy_durably(index_ / feed_list_file, place_ / feed_list_file);
    }

    /// After the databases, so that it holds all that they do. Returns its last sequence.
    std::uint64_t copy_journal() {
        for (int tries = 1;; ++tries) {
            try {
                for (const std::string& name : journal_files(index_))
                    copy_durably(index_ / "articles" / name, place_ / "articles" / name);
                // Reads every frame, and takes off one that was being written.
                return Journal(place_, {}).sequence();
            } catch (const Error&) {
                // A writer that takes off what a crash has left may have been caught in the act.
                if (tries == max_tries) throw;
                fs::remove_all(place_ / "articles");
            }
        }
    }

    /// What lies in the folder, digests and all.
    BackupRecord record(std::chrono::sys_seconds now) {
        manifest_.databases = {only_database};
        BackupRecord record{iso_instant(now), manifest_, false, {}};
        for (const auto& entry : fs::recursive_directory_iterator(place_))
            if (entry.is_regular_file())
                record.files.push_back({entry.path().lexically_relative(place_), entry.file_size(),
                                        digest_of_file(entry.path())});
        std::ranges::sort(record.files, {}, &BackupFile::path);
        return record;
    }

private:
    static constexpr int max_tries = 3;

    fs::path index_;
    fs::path place_;
    Manifest manifest_;
};

}  // namespace

BackupReport back_up_index(const fs::path& folder, const fs::path& target,
                           const BackupOptions& options) {
    if (!read_manifest(folder, OlderFormat::is_read))
        throw Error(fmt::format("There is no index in \"{}\".", folder.string()));
    StagedFolder stage(target, ".partial");
    Backup backup(folder, stage.path());
    BackupReport report;
    // Before the index, so that no alert has looked at what the copy of the index lacks.
    if (options.copy_alerts)
        report.has_alerts = options.copy_alerts(stage.path() / backed_up_alerts);
    backup.copy_feed_list();
    try {
        if (options.has_databases) backup.copy_databases();
        report.has_databases = options.has_databases;
    } catch (const Error& error) {
        report.database_failure = error.what();
    }
    if (!report.has_databases) backup.leave_out_databases();
    report.sequence = backup.copy_journal();
    const BackupRecord record = backup.record(options.now);
    for (const BackupFile& file : record.files) report.bytes += file.bytes;
    write_backup_record(stage.path(), record);
    stage.publish();
    return report;
}

}  // namespace nutgraf::index
