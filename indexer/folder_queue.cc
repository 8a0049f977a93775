#include "indexer/folder_queue.h"

#include "base/error.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace nutgraf::indexer {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::seconds second_look(1);

/// Whether a file was not written to for some seconds.
bool is_settled(const fs::path& path) {
    constexpr std::chrono::seconds quiet(5);
    std::error_code error;
    const auto modified = fs::last_write_time(path, error);
    return !error && fs::file_time_type::clock::now() - modified >= quiet;
}

}  // namespace

bool is_left_alone(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor == -1) return false;
    const File file = File::adopted(path, descriptor);
    // The system leases a file to readers only while nobody has it open to write.
    if (::fcntl(file.descriptor(), F_SETLEASE, F_RDLCK) == 0) {
        ::fcntl(file.descriptor(), F_SETLEASE, F_UNLCK);
        return true;
    }
    // Somebody else's files and some file systems' are not leased.
    return errno != EAGAIN && is_settled(path);
}

FolderQueue::FolderQueue(const fs::path& folder) : folder_(folder), watcher_(folder) {
    look_through(folder_);
}

void FolderQueue::look_through(const fs::path& folder) {
    std::error_code error;
    std::error_code ignored;
    fs::recursive_directory_iterator entries(folder, error);
    for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
        if (is_passed_over(entries->path())) {
            if (entries->is_directory(ignored)) entries.disable_recursion_pending();
        } else if (entries->is_regular_file(ignored)) {
            waiting_.try_emplace(entries->path(), Clock::now());
        }
    }
}

void FolderQueue::wait(std::chrono::milliseconds at_most) {
    const FolderEvents happened = watcher_.wait(at_most);
    for (const fs::path& file : happened.files) waiting_[file] = Clock::now();
    for (const fs::path& folder : happened.folders) look_through(folder);
    if (happened.is_incomplete) look_through(folder_);
}

bool FolderQueue::has_due() const {
    const auto now = Clock::now();
    return std::ranges::any_of(waiting_, [&](const auto& entry) { return entry.second <= now; });
}

std::vector<TakenFile> FolderQueue::due(const TakenFiles* taken, std::size_t most) {
    const auto now = Clock::now();
    std::vector<TakenFile> files;
    for (auto at = waiting_.begin(); at != waiting_.end() && files.size() < most;) {
        if (at->second > now) {
            ++at;
            continue;
        }
        const auto stamp = stamp_of(at->first);
        const bool is_wanted = stamp && (taken == nullptr || !taken->has({at->first, *stamp}));
        if (is_wanted && !is_left_alone(at->first)) {
            at->second = now + second_look;
            ++at;
            continue;
        }
        if (is_wanted) files.push_back({at->first, *stamp});
        at = waiting_.erase(at);
    }
    return files;
}

void FolderQueue::put_back(const fs::path& path, std::chrono::milliseconds after) {
    waiting_.try_emplace(path, Clock::now() + after);
}

}  // namespace nutgraf::indexer
