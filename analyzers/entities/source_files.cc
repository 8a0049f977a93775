#include "analyzers/entities/source_files.h"

#include "base/error.h"
#include "base/file.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace nutgraf::entities {

namespace fs = std::filesystem;

namespace {

bool is_source(const fs::path& path) {
    return path.extension() == ".ent" || path.extension() == ".tsv";
}

std::vector<fs::path> sources_in(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.is_regular_file() && is_source(entry.path())) found.push_back(entry.path());
    std::ranges::sort(found);
    if (found.empty())
        throw Error(fmt::format("\"{}\" has no file of facts; they end in \".ent\" and \".tsv\".",
                                folder.string()));
    return found;
}

fs::path default_folder() {
    const fs::path program = fs::read_symlink("/proc/self/exe").parent_path();
    fs::path built = (program / "../analyzers/gazetteers").lexically_normal();
    if (fs::is_directory(built)) return built;
    fs::path installed = (program / "../share/nutgraf/gazetteers").lexically_normal();
    if (fs::is_directory(installed)) return installed;
    throw Error(
        fmt::format("There is neither \"{}\" nor \"{}\", one of which holds the facts that "
                    "Nutgraf brings. Build them with \"./run build\", or reinstall Nutgraf.",
                    built.string(), installed.string()));
}

}  // namespace

std::vector<SourceFile> read_source_files(const std::vector<fs::path>& paths) {
    std::vector<SourceFile> files;
    for (const fs::path& path : paths) {
        if (fs::is_directory(path)) {
            for (const fs::path& file : sources_in(path))
                files.push_back({file.string(), read_file(file)});
        } else {
            files.push_back({path.string(), read_file(path)});
        }
    }
    return files;
}

std::vector<SourceFile> default_source_files() {
    std::vector<SourceFile> files;
    for (const fs::path& path : sources_in(default_folder()))
        files.push_back({path.filename().string(), read_file(path)});
    return files;
}

std::vector<SourceFile> with_default_files(std::vector<SourceFile> files) {
    std::vector<SourceFile> all = default_source_files();
    std::set<std::string> names;
    for (const SourceFile& file : all) names.insert(file.name);
    for (SourceFile& file : files) {
        if (names.contains(file.name)) file.name.insert(0, "./");
        file.layer = 1;
        all.push_back(std::move(file));
    }
    return all;
}

}  // namespace nutgraf::entities
