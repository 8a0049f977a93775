#include "analyzers/entities/mapped_file.h"

#include "base/error.h"
#include "base/file.h"

#include <sys/mman.h>

namespace nutgraf::entities {

MappedFile::MappedFile(const std::filesystem::path& path) {
    const File file = File::open_to_read(path);
    const auto size = static_cast<std::size_t>(file.size());
    if (size == 0) return;  // Nothing cannot be mapped.
    void* const begin = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.descriptor(), 0);
    if (begin == MAP_FAILED) throw Error(system_failure("mapped into memory", path));
    bytes_ = {static_cast<const char*>(begin), size};
}

MappedFile::~MappedFile() {
    if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

}  // namespace nutgraf::entities
