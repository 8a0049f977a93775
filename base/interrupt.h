#pragma once

namespace nutgraf {

/// From now on SIGINT and SIGTERM are noted instead of ending the process; a second one ends it.
void note_interrupts();

/// Whether one has come. Thread-safe.
bool was_interrupted();

}  // namespace nutgraf
