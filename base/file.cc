#include "base/file.h"

#include "base/error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace nutgraf {

namespace fs = std::filesystem;

namespace {

/// Repeats a system call that a signal interrupted.
template <class Call>
auto uninterrupted(Call call) {
    auto result = call();
    while (result == -1 && errno == EINTR) result = call();
    return result;
}

[[noreturn]] void fail(std::string_view doing, const fs::path& path) {
    throw Error(system_failure(doing, path));
}

}  // namespace

std::string system_failure(std::string_view doing, const fs::path& path) {
    const int code = errno;
    return fmt::format("\"{}\" could not be {}: {}.", path.string(), doing,
                       std::generic_category().message(code));
}

File File::opened(const fs::path& path, int flags) {
    const int descriptor =
        uninterrupted([&] { return ::open(path.c_str(), flags | O_CLOEXEC, 0666); });
    if (descriptor == -1) fail("opened", path);
    return {path, descriptor};
}

File File::open_to_read(const fs::path& path) {
    return opened(path, O_RDONLY);
}

File File::open_to_write(const fs::path& path) {
    return opened(path, O_RDWR | O_CREAT);
}

File File::adopted(const fs::path& path, int descriptor) {
    return {path, descriptor};
}

File& File::operator=(File&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

File::~File() {
    if (descriptor_ != -1) ::close(descriptor_);
}

std::string File::read_at(std::uint64_t offset, std::size_t size) const {
    std::string bytes(size, '\0');
    std::size_t done = 0;
    while (done < size) {
        const auto count = uninterrupted([&] {
            return ::pread(descriptor_, bytes.data() + done, size - done,
                           static_cast<off_t>(offset + done));
        });
        if (count == -1) fail("read", path_);
        if (count == 0) break;
        done += static_cast<std::size_t>(count);
    }
    bytes.resize(done);
    return bytes;
}

void File::write_at(std::uint64_t offset, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = uninterrupted([&] {
            return ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        });
        if (count == -1) fail("written", path_);
        bytes.remove_prefix(static_cast<std::size_t>(count));
        offset += static_cast<std::uint64_t>(count);
    }
}

void File::sync() {
    // Not repeated on failure: the kernel may have dropped the pages it could not write.
    if (::fdatasync(descriptor_) == -1) fail("made durable", path_);
}

void File::truncate(std::uint64_t size) {
    if (uninterrupted([&] { return ::ftruncate(descriptor_, static_cast<off_t>(size)); }) == -1)
        fail("cut", path_);
}

std::uint64_t File::size() const {
    struct stat status {};
    if (::fstat(descriptor_, &status) == -1) fail("examined", path_);
    return static_cast<std::uint64_t>(status.st_size);
}

void sync_folder(const fs::path& folder) {
    const int descriptor =
        uninterrupted([&] { return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); });
    if (descriptor == -1) fail("opened", folder);
    const int result = ::fsync(descriptor);
    const int code = errno;
    ::close(descriptor);
    errno = code;
    if (result == -1) fail("made durable", folder);
}

std::string read_file(const fs::path& path) {
    const File file = File::open_to_read(path);
    std::string bytes = file.read_at(0, file.size());
    // The kernel's own files give their size as 0, and a file may grow while it is read.
    constexpr std::size_t chunk_bytes = 65'536;
    std::string rest = file.read_at(bytes.size(), chunk_bytes);
    while (!rest.empty()) {
        bytes += rest;
        rest = file.read_at(bytes.size(), chunk_bytes);
    }
    return bytes;
}

void replace_file(const fs::path& path, std::string_view bytes) {
    fs::path draft = path;
    draft += ".new";
    {
        File file = File::open_to_write(draft);
        file.truncate(0);
        file.write_at(0, bytes);
        file.sync();
    }
    if (::rename(draft.c_str(), path.c_str()) == -1) fail("replaced", path);
    sync_folder(path.parent_path().empty() ? fs::path(".") : path.parent_path());
}

}  // namespace nutgraf
