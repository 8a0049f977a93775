#include "base/file_copy.h"

#include "base/error.h"
#include "base/file.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <functional>

namespace nutgraf {

namespace fs = std::filesystem;

namespace {

/// Calls `take` with each part of the bytes a file has now; returns the digest of all of them.
Digest read_in_parts(const File& file,
                     const std::function<void(std::uint64_t, std::string_view)>& take) {
    constexpr std::uint64_t part_bytes = 1U << 20U;
    DigestMaker digest;
    const std::uint64_t size = file.size();
    for (std::uint64_t at = 0; at < size;) {
        const std::string part = file.read_at(at, std::min(part_bytes, size - at));
        if (part.empty()) break;  // Cut meanwhile.
        digest.add(part);
        take(at, part);
        at += part.size();
    }
    return digest.digest();
}

/// Before anything is written: what only its owner may read is never readable by others.
void take_over_rights(const File& from, const File& to) {
    struct stat status {};
    constexpr mode_t rights = 0777;
    if (::fstat(from.descriptor(), &status) == -1)
        throw Error(system_failure("examined", from.path()));
    if (::fchmod(to.descriptor(), status.st_mode & rights) == -1)
        throw Error(system_failure("given its rights", to.path()));
}

void make_folders(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        throw Error(fmt::format("The folder \"{}\" could not be made: {}.", folder.string(),
                                error.message()));
}

}  // namespace

Digest copy_durably(const fs::path& from, const fs::path& to) {
    const File source = File::open_to_read(from);
    if (to.has_parent_path()) make_folders(to.parent_path());
    File copy = File::open_to_write(to);
    copy.truncate(0);
    take_over_rights(source, copy);
    const Digest digest = read_in_parts(
        source, [&](std::uint64_t at, std::string_view part) { copy.write_at(at, part); });
    copy.sync();
    return digest;
}

Digest digest_of_file(const fs::path& path) {
    return read_in_parts(File::open_to_read(path), [](std::uint64_t, std::string_view) {});
}

void sync_tree(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.is_directory()) {
            sync_tree(entry.path());
        } else if (entry.is_regular_file()) {
            File::open_to_write(entry.path()).sync();
        }
    }
    sync_folder(folder);
}

}  // namespace nutgraf
