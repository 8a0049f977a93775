#include "indexer/archive/packed/archive_stream.h"

#include "base/error.h"

#include <fmt/format.h>

#include <cerrno>

namespace nutgraf::archive {

ArchiveStream::ArchiveStream(std::unique_ptr<ByteSource> bytes, Kind kind)
    : bytes_(std::move(bytes)), handle_(::archive_read_new()) {
    if (handle_ == nullptr) throw Error("libarchive could not be started.");
    if (kind == Kind::files) {
        archive_read_support_format_tar(handle_);
        archive_read_support_format_zip_streamable(handle_);
    } else {
        archive_read_support_filter_bzip2(handle_);
        archive_read_support_format_raw(handle_);
    }
    if (archive_read_open(handle_, this, nullptr, &ArchiveStream::read, nullptr) != ARCHIVE_OK) {
        const std::string reason = failure();
        archive_read_free(handle_);
        throw Error(reason);
    }
}

ArchiveStream::~ArchiveStream() {
    archive_read_free(handle_);
}

std::string ArchiveStream::failure() const {
    if (!source_failure_.empty()) return source_failure_;
    const char* words = archive_error_string(handle_);
    return fmt::format("The packed file is damaged: {}.", words == nullptr ? "unknown" : words);
}

la_ssize_t ArchiveStream::read(struct ::archive* handle, void* self, const void** buffer) {
    auto& stream = *static_cast<ArchiveStream*>(self);
    try {
        const std::size_t count = stream.bytes_->read(stream.buffer_);
        stream.packed_bytes_ += count;
        *buffer = stream.buffer_.data();
        return static_cast<la_ssize_t>(count);
    } catch (const Error& error) {
        // C in between: the exception goes on behind it.
        stream.source_failure_ = error.what();
        archive_set_error(handle, EIO, "%s", error.what());
        return -1;
    }
}

}  // namespace nutgraf::archive
