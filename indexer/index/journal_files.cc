#include "indexer/index/journal_files.h"

#include "base/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view journal_suffix = ".zst";
constexpr std::string_view draft_suffix = ".new";
constexpr std::size_t number_digits = 8;

/// The number that digits are; 0 for anything else.
std::uint64_t number_from(std::string_view digits) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end == digits.data() + digits.size() ? number : 0;
}

}  // namespace

fs::path articles_folder(const fs::path& index_folder) {
    return index_folder / "articles";
}

std::string name_of(const JournalFile& file) {
    if (file.generation == 0) return fmt::format("{:08}.zst", file.number);
    return fmt::format("{:08}-{}.zst", file.number, file.generation);
}

JournalFile journal_file_named(std::string_view name) {
    const std::string_view given = name;
    if (!name.ends_with(journal_suffix)) return {};
    name.remove_suffix(journal_suffix.size());
    JournalFile file{number_from(name.substr(0, number_digits)), 0};
    if (name.size() > number_digits + 1)
        file.generation = number_from(name.substr(number_digits + 1));
    return name_of(file) == given ? file : JournalFile{};
}

std::vector<JournalFile> current_files(const fs::path& folder) {
    std::map<std::uint64_t, JournalFile> newest;
    if (!fs::exists(folder)) return {};
    for (const auto& entry : fs::directory_iterator(folder)) {
        const JournalFile file = journal_file_named(entry.path().filename().string());
        if (file.number == 0) continue;
        JournalFile& known = newest[file.number];
        if (known.number == 0 || known.generation < file.generation) known = file;
    }
    std::vector<JournalFile> files;
    files.reserve(newest.size());
    for (const auto& [number, file] : newest) files.push_back(file);
    return files;
}

File open_current(const fs::path& folder, std::uint64_t number) {
    constexpr int max_tries = 5;
    for (int tries = 1;; ++tries) {
        const auto files = current_files(folder);
        const auto found = std::ranges::find(files, number, &JournalFile::number);
        const JournalFile wanted = found == files.end() ? JournalFile{number, 0} : *found;
        const fs::path path = folder / name_of(wanted);
        try {
            return File::open_to_read(path);
        } catch (const Error&) {
            // It may have been replaced since the folder was looked through.
            if (tries == max_tries || fs::exists(path)) throw;
        }
    }
}

void remove_superseded(const fs::path& folder) {
    const auto current = current_files(folder);
    bool has_removed = false;
    std::vector<fs::path> superseded;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        const JournalFile file = journal_file_named(name);
        const bool is_old = file.number != 0 && std::ranges::find(current, file) == current.end();
        const bool is_draft =
            name.ends_with(draft_suffix) &&
            journal_file_named(name.substr(0, name.size() - draft_suffix.size())).number != 0;
        if (is_old || is_draft) superseded.push_back(entry.path());
    }
    for (const fs::path& path : superseded) has_removed = fs::remove(path) || has_removed;
    if (has_removed) sync_folder(folder);
}

}  // namespace nutgraf::index
