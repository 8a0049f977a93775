#include "base/interrupt.h"

#include <csignal>

namespace nutgraf {

namespace {

volatile std::sig_atomic_t interrupted = 0;

void note(int) {
    interrupted = 1;
}

}  // namespace

void note_interrupts() {
    struct sigaction action {};
    action.sa_handler = note;
    // Back to the default after the first, so that an impatient second one ends the process.
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

bool was_interrupted() {
    return interrupted != 0;
}

}  // namespace nutgraf
