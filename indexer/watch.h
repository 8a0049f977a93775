#pragma once

#include "indexer/commands.h"

namespace nutgraf::indexer {

/// The verb: adds what lies in the one folder of the request and what comes into it, until a signal
/// asks it to end; then what was read so far is searchable, and the status is 0.
///
/// A file is taken when nobody has it open to write, and again when it has changed. What was taken
/// is remembered beside the index. The index is locked only while files are read into it. Refused
/// records and files are told of, and the rest goes on. Throws Error when the index fails or the
/// folder goes away.
int watch(const AddRequest& request);

}  // namespace nutgraf::indexer
