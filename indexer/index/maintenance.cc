#include "indexer/index/maintenance.h"

#include "base/error.h"
#include "base/file.h"
#include "indexer/index/change.h"
#include "indexer/index/database_writer.h"
#include "indexer/index/journal.h"
#include "indexer/index/manifest.h"
#include "indexer/index/writer_lock.h"
#include "indexer/index/xapian_error.h"

#include <fmt/format.h>
#include <xapian.h>

#include <string>
#include <vector>

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

Manifest manifest_of_existing(const fs::path& folder, OlderFormat older = OlderFormat::is_refused) {
    auto manifest = read_manifest(folder, older);
    if (!manifest) throw Error(fmt::format("There is no index in \"{}\".", folder.string()));
    return *manifest;
}

/// The name for new databases, cleared of what an interrupted attempt left there.
std::string free_database(const fs::path& folder, const Manifest& manifest) {
    std::string name = next_database(manifest);
    fs::remove_all(folder / name);
    return name;
}

/// Puts a database in place of the old ones, and removes those, and what a crash in the middle of
/// doing so has left.
void switch_to(const std::string& name, const fs::path& folder, Manifest manifest) {
    manifest.databases = {name};
    write_manifest(folder, manifest);
    const fs::path current = folder / name;
    for (const auto& entry : fs::directory_iterator(current.parent_path()))
        if (entry.path() != current) fs::remove_all(entry.path());
}

std::uint64_t bytes_in(const fs::path& database) {
    std::uint64_t bytes = 0;
    for (const auto& entry : fs::directory_iterator(database)) bytes += entry.file_size();
    return bytes;
}

/// Compaction itself leaves its files to the system's own time.
void make_durable(const fs::path& database) {
    for (const auto& entry : fs::directory_iterator(database))
        File::open_to_write(entry.path()).sync();
    sync_folder(database);
    sync_folder(database.parent_path());
}

}  // namespace

std::uint64_t rebuild_index(const fs::path& folder,
                            const std::function<void(std::uint64_t done)>& progress,
                            const WriterOptions& options) {
    manifest_of_existing(folder, OlderFormat::is_read);
    const WriterLock lock(folder, options.lock_wait);
    Manifest manifest = manifest_of_existing(folder, OlderFormat::is_read);
    const std::string name = free_database(folder, manifest);
    const Journal journal(folder, manifest.journal);
    DatabaseWriter database(folder / name, options.gazetteer);
    std::uint64_t reached = 0;
    read_journal(folder, {}, [&](std::uint64_t sequence, std::string_view record) {
        reached = sequence;
        database.apply(change_from_record(sequence, record));
        if (database.uncommitted_bytes() >= options.commit_bytes) database.commit(sequence);
        progress(sequence);
    });
    // Damage in the last frame looks like a write cut short to those who do not know where it ends.
    if (reached != journal.sequence())
        throw Error(fmt::format(
            "The journal \"{}\" is damaged after record {} of {}; restore it "
            "from a backup.",
            (folder / "articles" / journal.position().file).string(), reached, journal.sequence()));
    database.commit(journal.sequence());
    manifest.journal = journal.position();
    switch_to(name, folder, manifest);
    return journal.sequence();
}

Compaction compact_index(const fs::path& folder, const WriterOptions& options) {
    manifest_of_existing(folder);
    const WriterLock lock(folder, options.lock_wait);
    const Manifest manifest = manifest_of_existing(folder);
    const std::string name = free_database(folder, manifest);
    Compaction result;
    translating_xapian_errors("compacted", folder, [&] {
        Xapian::Database old;
        for (const std::string& database : manifest.databases) {
            old.add_database(Xapian::Database((folder / database).string()));
            result.before += bytes_in(folder / database);
        }
        // Not FULLER, which has faults in this version (reliability: Xapian).
        old.compact((folder / name).string(), Xapian::Compactor::FULL);
    });
    make_durable(folder / name);
    result.after = bytes_in(folder / name);
    switch_to(name, folder, manifest);
    return result;
}

}  // namespace nutgraf::index
