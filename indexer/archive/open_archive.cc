#include "indexer/archive/open_archive.h"

#include "base/error.h"
#include "indexer/archive/json_lines_reader.h"
#include "indexer/archive/text_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace nutgraf::archive {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::pair<std::string_view, Format>, 2> formats = {
    {{"text", Format::text}, {"jsonl", Format::json_lines}}};

/// A stream whose beginning has been looked at and is given again.
class PeekedSource final : public ByteSource {
public:
    explicit PeekedSource(std::unique_ptr<ByteSource> rest) : rest_(std::move(rest)) {
        constexpr std::size_t looked_at = 4096;
        std::array<char, looked_at> bytes{};
        try {
            while (beginning_.size() < looked_at) {
                const std::size_t count =
                    rest_->read(std::span(bytes).first(looked_at - beginning_.size()));
                if (count == 0) break;
                beginning_.append(bytes.data(), count);
            }
        } catch (const Error& error) {
            failure_ = error.what();  // Its turn comes when what was read before is given.
        }
    }

    const std::string& beginning() const { return beginning_; }

    std::size_t read(std::span<char> buffer) override {
        if (given_ == beginning_.size()) {
            if (failure_) throw Error(*failure_);
            return rest_->read(buffer);
        }
        const std::size_t count = std::min(buffer.size(), beginning_.size() - given_);
        std::memcpy(buffer.data(), beginning_.data() + given_, count);
        given_ += count;
        return count;
    }

private:
    std::unique_ptr<ByteSource> rest_;
    std::string beginning_;
    std::size_t given_ = 0;
    std::optional<std::string> failure_;
};

Expected<Format, RecordError> format_by_looking(const fs::path& path, std::string_view beginning) {
    const fs::path name = without_compression_suffix(path);
    if (name.extension() == ".jsonl" || name.extension() == ".ndjson") return Format::json_lines;
    if (beginning.find('\0') != std::string_view::npos)
        return Unexpected{
            RecordError{"The file holds NUL bytes; it is neither text nor JSON lines."}};
    const auto first = beginning.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first == std::string_view::npos) return Format::text;
    if (beginning[first] == '[' && name.extension() == ".json")
        return Unexpected{RecordError{
            "The file is one JSON list. Write its records one a line, without the brackets and the "
            "commas between them."}};
    return beginning[first] == '{' ? Format::json_lines : Format::text;
}

std::string file_id(const fs::path& file, const fs::path& root) {
    fs::path path = fs::absolute(root).lexically_normal();
    if (!path.has_filename()) path = path.parent_path();  // "folder/." ends in a slash now.
    const fs::path parent = path.parent_path();
    const fs::path relative = fs::absolute(file).lexically_normal().lexically_relative(parent);
    return without_compression_suffix(relative).generic_string();
}

bool is_hidden(const fs::path& path) {
    return path.filename().string().starts_with('.');
}

/// The regular files below a folder, in the order of their paths.
std::vector<fs::path> files_below(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    std::error_code ignored;  // A link to nowhere or to itself is neither folder nor file.
    fs::recursive_directory_iterator entries(folder, error);
    for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
        if (is_hidden(entries->path())) {
            if (entries->is_directory(ignored)) entries.disable_recursion_pending();
        } else if (entries->is_regular_file(ignored)) {
            files.push_back(entries->path());
        }
    }
    if (error)
        throw Error(
            fmt::format("The folder \"{}\" cannot be read: {}.", folder.string(), error.message()));
    std::ranges::sort(files);
    return files;
}

}  // namespace

std::vector<std::string_view> format_names() {
    std::vector<std::string_view> names;
    names.reserve(formats.size());
    for (const auto& [name, format] : formats) names.push_back(name);
    return names;
}

std::optional<Format> format_named(std::string_view name) {
    const auto* row = std::ranges::find(formats, name, [](const auto& f) { return f.first; });
    return row == formats.end() ? std::nullopt : std::optional(row->second);
}

std::vector<ArchiveFile> archive_files(const std::vector<fs::path>& paths) {
    std::vector<ArchiveFile> files;
    for (const fs::path& given : paths) {
        if (given == "-") {
            files.push_back({given, "stdin"});
            continue;
        }
        // "folder/" names the folder itself.
        const fs::path path = given.has_filename() ? given : given.parent_path();
        if (!fs::exists(path))
            throw Error(fmt::format("There is no file or folder \"{}\".", given.string()));
        if (!fs::is_directory(path)) {
            files.push_back({path, file_id(path, path)});
            continue;
        }
        for (fs::path& file : files_below(path)) {
            std::string id = file_id(file, path);
            files.push_back({std::move(file), std::move(id)});
        }
    }
    return files;
}

Expected<std::unique_ptr<ArchiveReader>, RecordError> open_archive(const ArchiveFile& file,
                                                                   std::optional<Format> format,
                                                                   OnRead on_read) {
    auto bytes = std::make_unique<PeekedSource>(open_bytes(file.path, std::move(on_read)));
    if (!format) {
        const auto found = format_by_looking(file.path, bytes->beginning());
        if (!found) return Unexpected{found.error()};
        format = *found;
    }
    switch (*format) {
        case Format::json_lines:
            return json_lines_reader(std::move(bytes));
        case Format::text:
            break;
    }
    return text_reader(std::move(bytes), file.id);
}

}  // namespace nutgraf::archive
