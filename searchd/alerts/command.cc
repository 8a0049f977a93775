#include "searchd/alerts/command.h"

#include "base/error.h"
#include "base/utf8.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace nutgraf::alerts {

namespace {

using Clock = std::chrono::steady_clock;

void require(bool is_done) {
    if (is_done) return;
    throw Error(fmt::format("The command of an alert could not be started: {}.",
                            std::generic_category().message(errno)));
}

/// A descriptor, closed with its owner; never one of the three standard ones, which the command's
/// own are put in the place of.
class Descriptor {
public:
    explicit Descriptor(int number) {
        require(number != -1);
        number_ = ::fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
        ::close(number);
        require(number_ != -1);
    }
    ~Descriptor() {
        if (number_ != -1) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }
    void close() { ::close(std::exchange(number_, -1)); }

private:
    int number_ = -1;
};

/// Fills a file without a name. The input of a command is one, not a pipe: it is no trouble then
/// when the command does not read it.
void fill(const Descriptor& file, const std::string& input) {
    for (std::size_t done = 0; done < input.size();) {
        const ssize_t count = ::write(file.number(), input.data() + done, input.size() - done);
        if (count == -1 && errno == EINTR) continue;
        require(count != -1);
        done += static_cast<std::size_t>(count);
    }
    require(::lseek(file.number(), 0, SEEK_SET) == 0);
}

/// How a child is started: with these descriptors alone, its own process group, and signals as
/// they are by default.
class SpawnSetup {
public:
    SpawnSetup(int input, int output) {
        ::posix_spawn_file_actions_init(&actions_);
        ::posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions_, output, STDERR_FILENO);
        ::posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
        ::posix_spawnattr_init(&attributes_);
        sigset_t signals;
        ::sigemptyset(&signals);
        ::posix_spawnattr_setsigmask(&attributes_, &signals);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGCHLD})
            ::sigaddset(&signals, signal);
        ::posix_spawnattr_setsigdefault(&attributes_, &signals);
        ::posix_spawnattr_setflags(
            &attributes_, static_cast<short>(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
                                             POSIX_SPAWN_SETSIGDEF));
    }
    ~SpawnSetup() {
        ::posix_spawn_file_actions_destroy(&actions_);
        ::posix_spawnattr_destroy(&attributes_);
    }
    SpawnSetup(const SpawnSetup&) = delete;
    SpawnSetup& operator=(const SpawnSetup&) = delete;

    pid_t start(const std::string& line, const std::vector<std::string>& environment) const {
        std::array<std::string, 3> words = {"sh", "-c", line};
        std::array<char*, 4> arguments = {words[0].data(), words[1].data(), words[2].data(),
                                          nullptr};
        std::vector<char*> variables;
        variables.reserve(environment.size() + 1);
        for (const std::string& variable : environment)
            variables.push_back(const_cast<char*>(variable.c_str()));
        variables.push_back(nullptr);
        pid_t child = 0;
        errno = ::posix_spawn(&child, "/bin/sh", &actions_, &attributes_, arguments.data(),
                              variables.data());
        require(errno == 0);
        return child;
    }

private:
    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

std::vector<std::string> environment_with(
    const std::vector<std::pair<std::string, std::string>>& variables) {
    std::vector<std::string> environment;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const std::string_view text = *variable;
        const auto name = text.substr(0, text.find('='));
        if (std::ranges::find(variables, name, [](const auto& v) -> std::string_view {
                return v.first;
            }) == variables.end())
            environment.emplace_back(text);
    }
    for (const auto& [name, value] : variables)
        environment.emplace_back(name).append("=").append(value);
    return environment;
}

/// Reads what a child writes, of which the end is kept, until nobody can write any more.
class Output {
public:
    explicit Output(int descriptor) : descriptor_(descriptor) {}

    /// Waits for more, as long as that at most.
    void read_on(std::chrono::milliseconds wait) {
        pollfd waiting{is_open_ ? descriptor_ : -1, POLLIN, 0};
        if (::poll(&waiting, 1, static_cast<int>(wait.count())) != 1) return;
        std::array<char, 4096> bytes{};
        const ssize_t count = ::read(descriptor_, bytes.data(), bytes.size());
        if (count == 0) is_open_ = false;
        if (count <= 0) return;
        end_.append(bytes.data(), static_cast<std::size_t>(count));
        if (end_.size() > kept_bytes) end_.erase(0, end_.size() - kept_bytes);
    }

    /// The last line that is not blank.
    std::string last_line() const {
        std::string text = repaired_utf8(end_);
        text.erase(text.find_last_not_of(" \t\r\n") + 1);  // Npos and 1 are 0.
        return text.substr(text.rfind('\n') + 1);
    }

private:
    static constexpr std::size_t kept_bytes = 500;
    int descriptor_;
    bool is_open_ = true;
    std::string end_;
};

/// The child's status, as wait(2) has it; empty when the time is up.
std::optional<int> status_of(pid_t child, Output& output, Clock::time_point end) {
    // What the child leaves running in the background may hold the pipe open: it is the child that
    // is waited for.
    constexpr std::chrono::milliseconds longest_pause(20);
    std::chrono::milliseconds pause(1);
    while (Clock::now() < end) {
        int status = 0;
        const pid_t ended = ::waitpid(child, &status, WNOHANG);
        if (ended == child) return status;
        if (ended == -1 && errno != EINTR) require(false);
        output.read_on(pause);
        pause = std::min(pause * 2, longest_pause);
    }
    return std::nullopt;
}

std::string how_it_ended(int status) {
    if (WIFSIGNALED(status)) return fmt::format("It was ended by signal {}", WTERMSIG(status));
    return fmt::format("It ended with status {}", WEXITSTATUS(status));
}

}  // namespace

std::optional<std::string> failure_of(const Command& command) {
    const Descriptor input(::memfd_create("alert", MFD_CLOEXEC));
    fill(input, command.input);
    std::array<int, 2> ends{};
    require(::pipe2(ends.data(), O_CLOEXEC) == 0);
    const Descriptor from(ends[0]);
    Descriptor to(ends[1]);
    const Clock::time_point end = Clock::now() + command.time_limit;
    const pid_t child = SpawnSetup(input.number(), to.number())
                            .start(command.line, environment_with(command.variables));
    to.close();
    Output output(from.number());
    const std::optional<int> status = status_of(child, output, end);
    if (!status) {
        ::kill(-child, SIGKILL);
        int ignored = 0;
        while (::waitpid(child, &ignored, 0) == -1 && errno == EINTR) {
        }
        return fmt::format("It took longer than {} s and was ended.",
                           std::chrono::duration<double>(command.time_limit).count());
    }
    if (WIFEXITED(*status) && WEXITSTATUS(*status) == 0) return std::nullopt;
    output.read_on(std::chrono::milliseconds(0));
    const std::string last = output.last_line();
    if (last.empty()) return how_it_ended(*status) + ".";
    return fmt::format("{} and said \"{}\".", how_it_ended(*status), last);
}

}  // namespace nutgraf::alerts
