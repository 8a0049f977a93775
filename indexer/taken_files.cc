#include "indexer/taken_files.h"

#include "base/error.h"
#include "indexer/archive/article.h"

#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <charconv>
#include <string_view>

namespace nutgraf::indexer {

namespace fs = std::filesystem;

namespace {

/// "bytes modified node path" and a NUL, which no path has.
std::string line_for(const std::string& path, const FileStamp& stamp) {
    std::string line = fmt::format("{} {} {} {}", stamp.bytes, stamp.modified, stamp.node, path);
    line.push_back('\0');
    return line;
}

template <class Number>
bool take_number(std::string_view& line, Number& number) {
    const char* const end = line.data() + line.size();
    const auto [stop, error] = std::from_chars(line.data(), end, number);
    if (error != std::errc{} || stop == end || *stop != ' ') return false;
    line.remove_prefix(static_cast<std::size_t>(stop - line.data()) + 1);
    return true;
}

fs::path list_path(const fs::path& index, const fs::path& folder) {
    return index / fmt::format("watched-{}.list", archive::key_of(folder.string()));
}

}  // namespace

std::optional<FileStamp> stamp_of(const fs::path& path) {
    constexpr std::int64_t nanoseconds = 1'000'000'000;
    struct stat status {};
    if (::stat(path.c_str(), &status) == -1 || !S_ISREG(status.st_mode)) return std::nullopt;
    return FileStamp{static_cast<std::uint64_t>(status.st_size),
                     status.st_mtim.tv_sec * nanoseconds + status.st_mtim.tv_nsec, status.st_ino};
}

TakenFiles::TakenFiles(const fs::path& index, const fs::path& folder)
    : file_(File::open_to_write(list_path(index, folder))) {
    if (::flock(file_.descriptor(), LOCK_EX | LOCK_NB) == -1)
        throw Error(fmt::format("Another process watches the folder \"{}\" for this index.",
                                folder.string()));
    read();
}

void TakenFiles::read() {
    const std::string list = file_.read_at(0, file_.size());
    std::size_t lines = 0;
    for (std::size_t at = 0; at < list.size(); ++lines) {
        const std::size_t end = list.find('\0', at);
        if (end == std::string::npos) break;  // A line that a crash has cut short.
        std::string_view line = std::string_view(list).substr(at, end - at);
        at = end + 1;
        end_ = at;
        FileStamp stamp;
        if (take_number(line, stamp.bytes) && take_number(line, stamp.modified) &&
            take_number(line, stamp.node))
            taken_[std::string(line)] = stamp;
    }
    file_.truncate(end_);
    std::erase_if(taken_, [](const auto& entry) { return !stamp_of(entry.first); });
    if (lines > 2 * taken_.size()) rewrite();
}

/// In place: were it cut off, files would be read again and nothing else.
void TakenFiles::rewrite() {
    std::string list;
    for (const auto& [path, stamp] : taken_) list += line_for(path, stamp);
    file_.truncate(0);
    file_.write_at(0, list);
    end_ = list.size();
}

bool TakenFiles::has(const TakenFile& file) const {
    const auto found = taken_.find(file.path.string());
    return found != taken_.end() && found->second == file.stamp;
}

void TakenFiles::add(const std::vector<TakenFile>& files) {
    std::string lines;
    for (const TakenFile& file : files) {
        lines += line_for(file.path.string(), file.stamp);
        taken_[file.path.string()] = file.stamp;
    }
    file_.write_at(end_, lines);
    file_.sync();
    end_ += lines.size();
}

}  // namespace nutgraf::indexer
