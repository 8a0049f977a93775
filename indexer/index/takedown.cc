#include "indexer/index/takedown.h"

#include "base/error.h"
#include "indexer/index/journal_takedown.h"
#include "indexer/index/maintenance.h"
#include "indexer/index/value_bounds.h"

#include <fmt/format.h>
#include <malloc.h>

#include <set>

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

Manifest manifest_in(const fs::path& folder) {
    auto manifest = read_manifest(folder);
    if (!manifest) throw Error(fmt::format("There is no index in \"{}\".", folder.string()));
    return std::move(*manifest);
}

/// Removes what is there; returns the sequence reached.
std::uint64_t remove_all_of(const fs::path& folder, const std::vector<std::string>& ids,
                            std::chrono::sys_seconds now, const WriterOptions& options) {
    IndexWriter writer(folder, options);
    for (const std::string& id : ids) writer.remove(id, now);
    writer.commit();
    return writer.acknowledged();
}

/// Makes databases without the blocks of what was removed.
void make_databases_anew(const fs::path& folder, const WriterOptions& options) {
    {
        const WriterLock lock(folder, options.lock_wait);
        const Manifest manifest = manifest_in(folder);
        for (const std::string& name : manifest.databases) tighten_bounds(folder / name);
    }
    // Xapian writes what its buffers have held before where a block is not full, and these buffers
    // may be memory in which a text has stood: it is given out blank from here on.
    ::mallopt(M_PERTURB, 0xFF);
    compact_index(folder, options);
}

/// Returns how many changes were blanked.
std::uint64_t rewrite_journal(const fs::path& folder, const JournalTraces& traces,
                              std::uint64_t up_to, const WriterOptions& options) {
    const WriterLock lock(folder, options.lock_wait);
    Manifest manifest = manifest_in(folder);
    { const Journal settled(folder, manifest.journal); }  // Without what a crash has cut short.
    const std::uint64_t blanked = take_out_of_journal(folder, traces, up_to);
    const Journal journal(folder, manifest.journal);
    // Else the place is found by its sequence: see Journal.
    if (journal.sequence() == manifest.journal.sequence) {
        manifest.journal = journal.position();
        write_manifest(folder, manifest);
    }
    return blanked;
}

}  // namespace

Takedown take_down(const fs::path& folder, const std::vector<std::string>& ids,
                   std::chrono::sys_seconds now, const ForgetElsewhere& elsewhere,
                   const WriterOptions& options) {
    const Manifest manifest = manifest_in(folder);
    const std::uint64_t up_to = remove_all_of(folder, ids, now, options);
    const JournalTraces traces = traces_in_journal(folder, ids);
    Takedown result;
    for (const std::string& id : std::set<std::string>(ids.begin(), ids.end()))
        (traces.ids.contains(id) ? result.removed : result.unknown).push_back(id);
    if (result.removed.empty()) return result;
    make_databases_anew(folder, options);
    if (elsewhere) result.alerted = elsewhere(manifest.uuid, result.removed);
    result.changes = rewrite_journal(folder, traces, up_to, options);
    result.files = traces.files.size();
    return result;
}

}  // namespace nutgraf::index
