#include "indexer/index/journal.h"

#include "base/error.h"
#include "indexer/index/frame_walk.h"
#include "indexer/index/journal_files.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t max_file_bytes = 256ULL * 1024 * 1024;

using Visit = std::function<void(std::uint64_t, std::string_view)>;

[[noreturn]] void fail_damaged(const File& file, std::uint64_t offset) {
    throw Error(fmt::format("The journal \"{}\" is damaged at byte {}; restore it from a backup.",
                            file.path().string(), offset));
}

/// Reads one file from a position on, calling `visit`; returns where its whole frames end.
JournalPosition read_file_frames(const File& file, const JournalPosition& begin,
                                 const Visit& visit) {
    JournalPosition reached = begin;
    FrameWalk walk(file, begin.bytes);
    while (const auto records = walk.next()) {
        if (walk.header().first_sequence != reached.sequence + 1) fail_damaged(file, reached.bytes);
        for (const std::string& record : *records) visit(++reached.sequence, record);
        reached.bytes = walk.position();
    }
    if (!walk.is_at_end() && walk.has_frame_further_on()) fail_damaged(file, walk.position());
    return reached;
}

/// Where a file's frames behind a record begin.
std::uint64_t offset_behind(const File& file, std::uint64_t sequence) {
    FrameWalk walk(file, 0);
    while (walk.skip())
        if (walk.header().first_sequence > sequence) return walk.begin();
    return walk.position();
}

/// Where a file is to be read from. Offsets are those of one generation, and a takedown may have
/// made another since a manifest has noted the place.
std::uint64_t begin_in(const File& file, const JournalPosition& from) {
    const std::string name = file.path().filename().string();
    if (name == from.file) return from.bytes;
    const bool is_same = journal_file_named(name).number == journal_file_named(from.file).number;
    return is_same ? offset_behind(file, from.sequence) : 0;
}

/// Reads all files from a position on; returns where the last one's whole frames end.
JournalPosition read_from(const fs::path& folder, const JournalPosition& from, const Visit& visit) {
    JournalPosition reached = from;
    const auto files = current_files(folder);
    const std::uint64_t first = journal_file_named(from.file).number;
    if (!from.file.empty() && !std::ranges::binary_search(files, first, {}, &JournalFile::number))
        throw Error(fmt::format("The journal file \"{}\" is missing; restore it from a backup.",
                                (folder / from.file).string()));
    for (auto at = std::ranges::lower_bound(files, first, {}, &JournalFile::number);
         at != files.end(); ++at) {
        const File file = open_current(folder, at->number);
        const std::uint64_t begin = begin_in(file, from);
        if (file.size() < begin) fail_damaged(file, file.size());
        const std::string name = file.path().filename().string();
        reached = read_file_frames(file, {name, begin, reached.sequence}, visit);
        const bool is_last = std::next(at) == files.end();
        if (!is_last && reached.bytes != file.size()) fail_damaged(file, reached.bytes);
    }
    return reached;
}

}  // namespace

Journal::Journal(const fs::path& index_folder, const JournalPosition& known)
    : folder_(articles_folder(index_folder)) {
    if (!fs::exists(folder_)) {
        fs::create_directory(folder_);
        sync_folder(index_folder);
    }
    remove_superseded(folder_);
    end_ = read_from(folder_, known, [](std::uint64_t, std::string_view) {});
    if (end_.file.empty()) {
        open_next_file();
        return;
    }
    file_ = File::open_to_write(folder_ / end_.file);
    if (file_->size() > end_.bytes) {
        file_->truncate(end_.bytes);
        file_->sync();
    }
}

void Journal::append(const std::vector<std::string>& records) {
    if (records.empty()) return;
    if (end_.bytes > max_file_bytes) open_next_file();
    const std::string frame = encoded_frame(end_.sequence + 1, records);
    file_->write_at(end_.bytes, frame);
    file_->sync();
    end_.bytes += frame.size();
    end_.sequence += records.size();
}

void Journal::open_next_file() {
    end_.file = name_of({journal_file_named(end_.file).number + 1, 0});
    end_.bytes = 0;
    file_ = File::open_to_write(folder_ / end_.file);
    sync_folder(folder_);
}

void read_journal(const fs::path& index_folder, const JournalPosition& from, const Visit& visit) {
    read_from(articles_folder(index_folder), from, visit);
}

std::vector<std::string> journal_files(const fs::path& index_folder) {
    std::vector<std::string> names;
    for (const JournalFile& file : current_files(articles_folder(index_folder)))
        names.push_back(name_of(file));
    return names;
}

std::uint64_t journal_size(const fs::path& index_folder) {
    std::uint64_t size = 0;
    const fs::path folder = articles_folder(index_folder);
    for (const JournalFile& file : current_files(folder))
        size += open_current(folder, file.number).size();
    return size;
}

}  // namespace nutgraf::index
