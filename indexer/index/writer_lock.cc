#include "indexer/index/writer_lock.h"

#include "base/error.h"

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

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& folder, std::chrono::milliseconds wait)
    : file_(File::open_to_write(folder / "writer.lock")) {
    constexpr std::chrono::milliseconds pause(50);
    constexpr std::size_t longest_pid = 20;
    for (std::chrono::milliseconds waited(0); !try_lock(file_); waited += pause) {
        if (waited >= wait) {
            std::string holder = file_.read_at(0, longest_pid);
            while (!holder.empty() && holder.back() == '\n') holder.pop_back();
            throw Error(
                fmt::format("Process {} is writing to the index \"{}\"; try again when it "
                            "has ended.",
                            holder.empty() ? "?" : holder, folder.string()));
        }
        std::this_thread::sleep_for(pause);
    }
    file_.truncate(0);
    file_.write_at(0, fmt::format("{}\n", ::getpid()));
}

}  // namespace nutgraf::index
