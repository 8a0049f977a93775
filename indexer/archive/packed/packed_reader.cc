#include "indexer/archive/packed/packed_reader.h"

#include "base/error.h"
#include "base/utf8.h"
#include "indexer/archive/article_record.h"
#include "indexer/archive/formats.h"
#include "indexer/archive/growth.h"
#include "indexer/archive/packed/archive_stream.h"
#include "indexer/archive/peeked_source.h"

#include <archive_entry.h>
#include <fmt/format.h>

#include <utility>

namespace nutgraf::archive {

namespace {

constexpr std::uint64_t max_entries = 1'000'000;
constexpr std::uint64_t max_fold_of_files = 100;
constexpr std::uint64_t max_fold_of_stream = 200;

/// Takes note of what was unpacked, of so many packed bytes so far; throws Error when it is too
/// much.
void note_growth(Growth& growth, std::uint64_t unpacked, std::uint64_t packed_so_far) {
    growth.unpacked_bytes += unpacked;
    growth.packed_bytes = packed_so_far;
    if (growth.is_too_much())
        throw Error(
            fmt::format("The packed file grows more than {}-fold; it is built to exhaust a reader.",
                        growth.max_fold));
}

/// The data of the entry that libarchive stands at.
class EntrySource final : public ByteSource {
public:
    EntrySource(ArchiveStream& stream, Growth& growth) : stream_(stream), growth_(growth) {}

    std::size_t read(std::span<char> buffer) override {
        const la_ssize_t count = archive_read_data(stream_.handle(), buffer.data(), buffer.size());
        if (count < 0) throw Error(stream_.failure());
        note_growth(growth_, static_cast<std::uint64_t>(count), stream_.packed_bytes());
        return static_cast<std::size_t>(count);
    }

private:
    ArchiveStream& stream_;
    Growth& growth_;
};

/// What a compressed entry is in the end, measured by the packed file: each of two growths alone
/// may be allowed, and both together exhaust a reader.
class EntryContent final : public ByteSource {
public:
    EntryContent(std::unique_ptr<ByteSource> content, const ArchiveStream& stream, Growth& growth)
        : content_(std::move(content)), stream_(stream), growth_(growth) {}

    std::size_t read(std::span<char> buffer) override {
        const std::size_t count = content_->read(buffer);
        note_growth(growth_, count, stream_.packed_bytes());
        return count;
    }

private:
    std::unique_ptr<ByteSource> content_;
    const ArchiveStream& stream_;
    Growth& growth_;
};

/// A stream that is unpacked as it is read.
class UnpackedStream final : public ByteSource {
public:
    UnpackedStream(std::unique_ptr<ByteSource> bytes, std::string name)
        : name_(std::move(name)),
          stream_(std::move(bytes), ArchiveStream::Kind::filter),
          growth_{max_fold_of_stream},
          entry_(stream_, growth_) {
        archive_entry* entry = nullptr;
        if (archive_read_next_header(stream_.handle(), &entry) < ARCHIVE_WARN)
            throw Error(fmt::format("\"{}\": {}", name_, stream_.failure()));
    }

    std::size_t read(std::span<char> buffer) override {
        try {
            return entry_.read(buffer);
        } catch (const Error& error) {
            throw Error(fmt::format("\"{}\": {}", name_, error.what()));
        }
    }

private:
    std::string name_;
    ArchiveStream stream_;
    Growth growth_;
    EntrySource entry_;
};

class PackedReader final : public ArchiveReader {
public:
    PackedReader(std::unique_ptr<ByteSource> bytes, std::string id)
        : id_(std::move(id)), stream_(std::move(bytes), ArchiveStream::Kind::files) {}

    std::optional<Record> next() override {
        while (!is_over_) {
            try {
                if (auto record = next_of_entry()) return record;
                if (auto refusal = open_entry()) return refusal;
            } catch (const Error& error) {
                is_over_ = true;
                return refused_record(
                    0, name_.empty() ? error.what() : fmt::format("{}: {}", name_, error.what()));
            }
        }
        return std::nullopt;
    }

private:
    std::optional<Record> next_of_entry() {
        if (!inner_) return std::nullopt;
        auto record = inner_->next();
        if (!record) {
            inner_.reset();
            return std::nullopt;
        }
        if (auto* error = std::get_if<RecordError>(&record->outcome))
            error->message = fmt::format("{}: {}", name_, error->message);
        return record;
    }

    /// Goes to the next entry; the reason when it is not read.
    std::optional<Record> open_entry() {
        archive_entry* entry = nullptr;
        const int result = archive_read_next_header(stream_.handle(), &entry);
        if (result == ARCHIVE_EOF) {
            is_over_ = true;
            return std::nullopt;
        }
        if (result < ARCHIVE_WARN) throw Error(stream_.failure());
        // The name as it is written has no value where the locale cannot say it.
        const char* path = archive_entry_pathname_utf8(entry);
        if (path == nullptr) path = archive_entry_pathname(entry);
        name_ = path == nullptr ? "unnamed" : repaired_utf8(path);
        if (++entries_ > max_entries)
            throw Error(fmt::format("The packed file holds more than {} files.", max_entries));
        if (archive_entry_filetype(entry) == AE_IFDIR) return std::nullopt;
        if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != nullptr)
            return refused_record(0,
                                  fmt::format("{}: It is a link or a device, and no file.", name_));
        if (archive_entry_is_encrypted(entry) != 0)
            return refused_record(0, fmt::format("{}: It is encrypted.", name_));
        return open_file();
    }

    std::optional<Record> open_file() {
        auto content = decompressed(std::make_unique<EntrySource>(stream_, growth_), name_);
        auto bytes = std::make_unique<PeekedSource>(
            std::make_unique<EntryContent>(std::move(content), stream_, content_growth_));
        const auto format = format_by_looking(beginning_of(name_, bytes->beginning()));
        if (!format) return refused_record(0, fmt::format("{}: {}", name_, format.error().message));
        if (*format == Format::packed)
            return refused_record(0, fmt::format("{}: It is packed twice over.", name_));
        const std::string inside = without_compression_suffix(name_).generic_string();
        inner_ = row_of(*format).reader(std::move(bytes), id_ + "/" + inside);
        return std::nullopt;
    }

    std::string id_;
    ArchiveStream stream_;
    Growth growth_{max_fold_of_files};
    Growth content_growth_{max_fold_of_files};
    std::string name_;
    std::uint64_t entries_ = 0;
    bool is_over_ = false;
    std::unique_ptr<ArchiveReader> inner_;
};

}  // namespace

std::unique_ptr<ArchiveReader> packed_reader(std::unique_ptr<ByteSource> bytes, std::string id) {
    return std::make_unique<PackedReader>(std::move(bytes), std::move(id));
}

std::unique_ptr<ByteSource> unpacked_stream(std::unique_ptr<ByteSource> bytes, std::string name) {
    return std::make_unique<UnpackedStream>(std::move(bytes), std::move(name));
}

}  // namespace nutgraf::archive
