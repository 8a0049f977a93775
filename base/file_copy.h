#pragma once

#include "base/digest.h"

#include <filesystem>

namespace nutgraf {

/// Copies a file with its rights, and the folders it lies in are made where they are missing; what
/// lay at `to` is replaced. The bytes it had when it was opened are copied, however it grows. The
/// copy is durable when this returns, the entry that names it is not. Returns the digest of what
/// was copied. Throws Error when either file fails.
Digest copy_durably(const std::filesystem::path& from, const std::filesystem::path& to);

/// The digest of a file's bytes, of which only a part is held at once.
Digest digest_of_file(const std::filesystem::path& path);

/// Makes every file below a folder, and the entries that name them, durable.
void sync_tree(const std::filesystem::path& folder);

}  // namespace nutgraf
