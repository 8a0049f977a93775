#include "indexer/archive/open_archive.h"

#include "base/error.h"
#include "indexer/archive/clean/clean.h"
#include "indexer/archive/peeked_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nutgraf::archive {

namespace fs = std::filesystem;

namespace {

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

/// Cleans what another reader reads.
class CleaningReader final : public ArchiveReader {
public:
    explicit CleaningReader(std::unique_ptr<ArchiveReader> reader) : reader_(std::move(reader)) {}

    std::optional<Record> next() override {
        auto record = reader_->next();
        if (!record) return record;
        if (auto* article = std::get_if<Article>(&record->outcome)) {
            const auto declared = article->published;
            *article = cleaned(std::move(*article));
            if (declared && is_disbelieved(*declared, *article->published))
                record->warnings.push_back(fmt::format(
                    "The date {} is before the day on which the text was written, {}, which "
                    "counts.",
                    readable_date(declared->days), readable_date(article->published->days)));
        }
        return record;
    }

private:
    static bool is_disbelieved(const Published& declared, const Published& now) {
        return now.days.first > declared.days.last;
    }

    std::unique_ptr<ArchiveReader> reader_;
};

}  // namespace

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
        for (const fs::path& file : files_below(path)) files.push_back(archive_file(file, path));
    }
    return files;
}

ArchiveFile archive_file(const fs::path& file, const fs::path& root) {
    return {file, file_id(file, root)};
}

Expected<std::unique_ptr<ArchiveReader>, RecordError> open_archive(const ArchiveFile& file,
                                                                   std::optional<Format> format,
                                                                   OnRead on_read) {
    auto bytes = std::make_unique<PeekedSource>(open_bytes(file.path, std::move(on_read)));
    if (!format) {
        const auto found = format_by_looking(beginning_of(file.path.string(), bytes->beginning()));
        if (!found) return Unexpected{found.error()};
        format = *found;
    }
    std::unique_ptr<ArchiveReader> cleaning =
        std::make_unique<CleaningReader>(row_of(*format).reader(std::move(bytes), file.id));
    return cleaning;
}

}  // namespace nutgraf::archive
