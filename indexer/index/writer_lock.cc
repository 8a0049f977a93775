#include "indexer/index/writer_lock.h"

#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <thread>

namespace nutgraf::index {

namespace {

bool try_lock(const File& file) {
    if (::flock(file.descriptor(), LOCK_EX | LOCK_NB) == 0) return true;
    if (errno != EWOULDBLOCK && errno != EINTR) throw Error(system_failure("locked", file.path()));
    return false;
}

std::string written_holder(const File& file) {
    constexpr std::size_t longest_pid = 20;
    std::string holder = file.read_at(0, longest_pid);
    while (!holder.empty() && holder.back() == '\n') holder.pop_back();
    return holder.empty() ? "?" : holder;
}

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& folder, std::chrono::milliseconds wait)
    : file_(File::open_to_write(folder / "writer.lock")) {
    constexpr std::chrono::milliseconds pause(50);
    for (std::chrono::milliseconds waited(0); !try_lock(file_); waited += pause) {
        if (waited >= wait)
            throw WriterBusy(
                fmt::format("Process {} is writing to the index \"{}\"; try again when it "
                            "has ended.",
                            written_holder(file_), folder.string()));
        std::this_thread::sleep_for(pause);
    }
    file_.truncate(0);
    file_.write_at(0, fmt::format("{}\n", ::getpid()));
}

std::string WriterLock::holder(const std::filesystem::path& folder) {
    const auto path = folder / "writer.lock";
    if (!std::filesystem::exists(path)) return {};
    const File file = File::open_to_read(path);
    // Shared, and gone with the file: who wants to write meanwhile tries again.
    if (::flock(file.descriptor(), LOCK_SH | LOCK_NB) == 0) return {};
    return written_holder(file);
}

}  // namespace nutgraf::index
