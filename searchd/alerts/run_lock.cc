#include "searchd/alerts/run_lock.h"

#include "base/error.h"

#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <thread>

namespace nutgraf::alerts {

namespace {

std::filesystem::path lock_of(std::filesystem::path store) {
    store += ".run";
    return store;
}

bool is_taken(const File& file) {
    if (::flock(file.descriptor(), LOCK_EX | LOCK_NB) == 0) return false;
    if (errno != EWOULDBLOCK && errno != EINTR) throw Error(system_failure("locked", file.path()));
    return true;
}

}  // namespace

RunLock::RunLock(const std::filesystem::path& store, std::chrono::milliseconds wait)
    : file_(File::open_to_write(lock_of(store))) {
    constexpr std::chrono::milliseconds pause(50);
    constexpr std::size_t longest_pid = 20;
    for (std::chrono::milliseconds waited(0); is_taken(file_); waited += pause) {
        if (waited >= wait) {
            const std::string holder = file_.read_at(0, longest_pid);
            throw Error(
                fmt::format("Process {} is running the alerts of \"{}\"; try again when it "
                            "has ended.",
                            holder.empty() ? "?" : holder, store.string()));
        }
        std::this_thread::sleep_for(pause);
    }
    file_.truncate(0);
    file_.write_at(0, std::to_string(::getpid()));
}

}  // namespace nutgraf::alerts
