#include "indexer/index/journal.h"

#include "base/error.h"
#include "indexer/index/journal_frame.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t max_file_bytes = 256ULL * 1024 * 1024;

fs::path articles_folder(const fs::path& index_folder) {
    return index_folder / "articles";
}

std::string file_name(std::uint64_t number) {
    return fmt::format("{:08}.zst", number);
}

bool is_journal_file(const fs::path& path) {
    const std::string number = path.stem().string();
    return path.extension() == ".zst" && number.size() == 8 &&
           std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
}

/// The journal's files in order; none when the folder is missing.
std::vector<std::string> file_names(const fs::path& folder) {
    std::vector<std::string> names;
    if (!fs::exists(folder)) return names;
    for (const auto& entry : fs::directory_iterator(folder))
        if (is_journal_file(entry.path())) names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

using Visit = std::function<void(std::uint64_t, std::string_view)>;

/// Reads the frames of one file from an offset; returns where they end, whole frames only.
class FrameWalk {
public:
    FrameWalk(const File& file, std::uint64_t begin)
        : file_(file), at_(begin), size_(file.size()) {}

    /// The next whole and undamaged frame's records; empty at the end of them.
    std::optional<std::vector<std::string>> next() {
        const auto found = decoded_header(file_.read_at(at_, frame_header_bytes));
        if (!found || size_ - at_ - frame_header_bytes < found->compressed_bytes)
            return std::nullopt;
        auto records = decoded_records(
            *found, file_.read_at(at_ + frame_header_bytes, found->compressed_bytes));
        if (!records) return std::nullopt;
        first_sequence_ = found->first_sequence;
        at_ += frame_header_bytes + found->compressed_bytes;
        return records;
    }

    std::uint64_t first_sequence() const { return first_sequence_; }
    std::uint64_t position() const { return at_; }
    bool is_at_end() const { return at_ == size_; }

    /// Whether a whole frame stands anywhere after a place that has none: then what is there is
    /// damage, not a write that a crash cut short.
    bool has_frame_further_on() const {
        constexpr std::uint64_t window = 1U << 20U;
        for (std::uint64_t begin = at_ + 1; begin < size_; begin += window) {
            const std::string bytes = file_.read_at(begin, window + frame_header_bytes);
            for (std::size_t i = 0; i + frame_header_bytes <= bytes.size(); ++i) {
                const auto header = decoded_header(std::string_view(bytes).substr(i));
                if (header && is_whole(begin + i, *header)) return true;
            }
        }
        return false;
    }

private:
    bool is_whole(std::uint64_t at, const FrameHeader& header) const {
        if (size_ - at - frame_header_bytes < header.compressed_bytes) return false;
        const auto bytes = file_.read_at(at + frame_header_bytes, header.compressed_bytes);
        return decoded_records(header, bytes).has_value();
    }

    const File& file_;  // Outlives the walk.
    std::uint64_t at_;
    std::uint64_t size_;
    std::uint64_t first_sequence_ = 0;
};

[[noreturn]] void fail_damaged(const File& file, std::uint64_t offset) {
    throw Error(fmt::format("The journal \"{}\" is damaged at byte {}; restore it from a backup.",
                            file.path().string(), offset));
}

/// Reads one file from a position on, calling `visit`; returns where its whole frames end.
JournalPosition read_file_frames(const File& file, const JournalPosition& begin,
                                 const Visit& visit) {
    JournalPosition reached = begin;
    FrameWalk walk(file, begin.bytes);
    while (const auto records = walk.next()) {
        if (walk.first_sequence() != reached.sequence + 1) fail_damaged(file, reached.bytes);
        for (const std::string& record : *records) visit(++reached.sequence, record);
        reached.bytes = walk.position();
    }
    if (!walk.is_at_end() && walk.has_frame_further_on()) fail_damaged(file, walk.position());
    return reached;
}

/// Reads all files from a position on; returns where the last one's whole frames end.
JournalPosition read_from(const fs::path& folder, const JournalPosition& from, const Visit& visit) {
    JournalPosition reached = from;
    const auto names = file_names(folder);
    if (!from.file.empty() && !std::ranges::binary_search(names, from.file))
        throw Error(fmt::format("The journal file \"{}\" is missing; restore it from a backup.",
                                (folder / from.file).string()));
    for (auto name = std::ranges::lower_bound(names, from.file); name != names.end(); ++name) {
        const File file = File::open_to_read(folder / *name);
        const std::uint64_t begin = *name == from.file ? from.bytes : 0;
        if (file.size() < begin) fail_damaged(file, file.size());
        reached = read_file_frames(file, {*name, begin, reached.sequence}, visit);
        const bool is_last = std::next(name) == names.end();
        if (!is_last && reached.bytes != file.size()) fail_damaged(file, reached.bytes);
    }
    return reached;
}

}  // namespace

Journal::Journal(const fs::path& index_folder, const JournalPosition& known)
    : folder_(articles_folder(index_folder)) {
    if (!fs::exists(folder_)) {
        fs::create_directory(folder_);
        sync_folder(index_folder);
    }
    end_ = read_from(folder_, known, [](std::uint64_t, std::string_view) {});
    if (end_.file.empty()) {
        open_next_file();
        return;
    }
    file_ = File::open_to_write(folder_ / end_.file);
    if (file_->size() > end_.bytes) {
        file_->truncate(end_.bytes);
        file_->sync();
    }
}

void Journal::append(const std::vector<std::string>& records) {
    if (records.empty()) return;
    if (end_.bytes > max_file_bytes) open_next_file();
    const std::string frame = encoded_frame(end_.sequence + 1, records);
    file_->write_at(end_.bytes, frame);
    file_->sync();
    end_.bytes += frame.size();
    end_.sequence += records.size();
}

void Journal::open_next_file() {
    const std::uint64_t number = end_.file.empty() ? 1 : std::stoull(end_.file) + 1;
    end_.file = file_name(number);
    end_.bytes = 0;
    file_ = File::open_to_write(folder_ / end_.file);
    sync_folder(folder_);
}

void read_journal(const fs::path& index_folder, const JournalPosition& from, const Visit& visit) {
    read_from(articles_folder(index_folder), from, visit);
}

std::vector<std::string> journal_files(const fs::path& index_folder) {
    return file_names(articles_folder(index_folder));
}

std::uint64_t journal_size(const fs::path& index_folder) {
    std::uint64_t size = 0;
    const fs::path folder = articles_folder(index_folder);
    for (const std::string& name : file_names(folder)) size += fs::file_size(folder / name);
    return size;
}

}  // namespace nutgraf::index
