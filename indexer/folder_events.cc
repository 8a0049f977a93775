#include "indexer/folder_events.h"

#include "base/error.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <utility>

namespace nutgraf::indexer {

namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t events_wanted =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF;

int event_descriptor(const fs::path& folder) {
    const int descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor == -1) throw Error(system_failure("watched", folder));
    return descriptor;
}

bool is_folder(const fs::directory_entry& entry) {
    std::error_code ignored;
    return entry.is_directory(ignored) && !entry.is_symlink(ignored);
}

/// One event as the system writes it, with the name behind it.
struct Event {
    int folder = 0;  // Its number.
    std::uint32_t kinds = 0;
    std::string name;

    bool is(std::uint32_t kind) const { return (kinds & kind) != 0; }
};

/// The events that wait, none when there are none.
std::vector<Event> waiting_events(int descriptor) {
    constexpr std::size_t buffer_bytes = std::size_t{64} * 1024;
    std::vector<Event> events;
    std::vector<char> buffer(buffer_bytes);
    for (;;) {
        const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
        if (count <= 0) return events;
        for (std::size_t at = 0; at < static_cast<std::size_t>(count);) {
            inotify_event head{};
            std::memcpy(&head, buffer.data() + at, sizeof head);
            at += sizeof head;
            const char* const name = buffer.data() + at;
            events.push_back({head.wd, head.mask, std::string(name, ::strnlen(name, head.len))});
            at += head.len;
        }
    }
}

}  // namespace

bool is_passed_over(const fs::path& path) {
    constexpr std::array<std::string_view, 5> unfinished = {".tmp", ".part", ".partial",
                                                            ".filepart", ".crdownload"};
    const std::string name = path.filename().string();
    return name.starts_with('.') || name.ends_with('~') ||
           std::ranges::any_of(unfinished,
                               [&](std::string_view ending) { return name.ends_with(ending); });
}

FolderWatcher::FolderWatcher(fs::path folder)
    : folder_(std::move(folder)), events_(File::adopted(folder_, event_descriptor(folder_))) {
    if (!fs::is_directory(folder_))
        throw Error(fmt::format("There is no folder \"{}\".", folder_.string()));
    watch_below(folder_);
}

void FolderWatcher::watch(const fs::path& folder) {
    const int number = ::inotify_add_watch(events_.descriptor(), folder.c_str(),
                                           events_wanted | IN_ONLYDIR | IN_EXCL_UNLINK);
    if (number != -1) {
        watched_[number] = folder;
        return;
    }
    if (errno == ENOSPC)
        throw Error(
            fmt::format("\"{}\" could not be watched: there are more folders than the system "
                        "watches; raise fs.inotify.max_user_watches with sysctl.",
                        folder.string()));
    // One that went away again meanwhile needs no watching.
    if (folder == folder_ || (errno != ENOENT && errno != ENOTDIR))
        throw Error(system_failure("watched", folder));
}

void FolderWatcher::watch_below(const fs::path& folder) {
    watch(folder);
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error))
        if (is_folder(*entries) && !is_passed_over(entries->path())) watch_below(entries->path());
}

/// What was moved away would else be known by paths that are no longer its.
void FolderWatcher::forget_below(const fs::path& folder) {
    const std::string beginning = folder.string() + "/";
    for (auto at = watched_.begin(); at != watched_.end();) {
        const std::string path = at->second.string() + "/";
        if (path.starts_with(beginning)) {
            ::inotify_rm_watch(events_.descriptor(), at->first);
            at = watched_.erase(at);
        } else {
            ++at;
        }
    }
}

FolderEvents FolderWatcher::wait(std::chrono::milliseconds at_most) {
    pollfd descriptor{events_.descriptor(), POLLIN, 0};
    FolderEvents happened;
    if (::poll(&descriptor, 1, static_cast<int>(at_most.count())) <= 0) return happened;
    for (const Event& event : waiting_events(events_.descriptor())) {
        if (event.is(IN_Q_OVERFLOW)) happened.is_incomplete = true;
        const auto found = watched_.find(event.folder);
        if (found == watched_.end()) continue;
        const fs::path folder = found->second;
        if (event.is(IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT) && folder == folder_)
            throw Error(fmt::format("The folder \"{}\" has gone away.", folder_.string()));
        if (event.is(IN_IGNORED)) watched_.erase(found);
        if (event.name.empty() || is_passed_over(event.name)) continue;
        const fs::path path = folder / event.name;
        if (!event.is(IN_ISDIR)) {
            if (event.is(IN_CLOSE_WRITE | IN_MOVED_TO)) happened.files.push_back(path);
        } else if (event.is(IN_MOVED_FROM)) {
            forget_below(path);
        } else if (event.is(IN_CREATE | IN_MOVED_TO)) {
            watch_below(path);
            happened.folders.push_back(path);
        }
    }
    // Of folders that came or were moved meanwhile nothing would be told from now on.
    if (happened.is_incomplete) watch_below(folder_);
    return happened;
}

}  // namespace nutgraf::indexer
