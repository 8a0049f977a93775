#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <string>

namespace nutgraf::tests {

/// What a deed done in a process of its own came to.
struct ChildResult {
    std::string told;  ///< What it wrote to the descriptor it was given.
    int status = 0;    ///< As it exited; 1000 and the signal when one ended it.
};

/// Does a deed, which is handed a descriptor to write to and returns the exit status, in a process
/// of its own. What it throws is status 99.
template <class Deed>
ChildResult in_child(const Deed& deed) {
    int ends[2];
    if (::pipe(ends) == -1) throw std::runtime_error("No pipe.");
    const pid_t child = ::fork();
    if (child == -1) throw std::runtime_error("No child.");
    if (child == 0) {
        int status = 99;
        try {
            status = deed(ends[1]);
        } catch (...) {
        }
        ::_exit(status);
    }
    ::close(ends[1]);
    ChildResult result;
    char bytes[4096];
    for (ssize_t count = 0; (count = ::read(ends[0], bytes, sizeof bytes)) > 0;)
        result.told.append(bytes, static_cast<std::size_t>(count));
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
    return result;
}

inline void tell(int descriptor, const std::string& text) {
    if (::write(descriptor, text.data(), text.size()) == -1) ::_exit(98);
}

}  // namespace nutgraf::tests
