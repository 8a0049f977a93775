#include "indexer/index/staged_folder.h"

#include "base/error.h"
#include "base/file.h"
#include "base/file_copy.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <system_error>

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

/// "folder/" and "folder/." name the folder itself.
fs::path plain_path(const fs::path& given) {
    fs::path path = fs::absolute(given).lexically_normal();
    if (!path.has_filename()) path = path.parent_path();
    return path;
}

void refuse_unless_free(const fs::path& target) {
    if (!fs::exists(fs::symlink_status(target))) return;
    if (fs::is_directory(fs::symlink_status(target)) && fs::is_empty(target)) return;
    throw Error(
        fmt::format("\"{}\" is there already; name a folder that is not.", target.string()));
}

}  // namespace

StagedFolder::StagedFolder(const fs::path& target, const char* suffix)
    : target_(plain_path(target)), stage_(target_) {
    stage_ += suffix;
    path_ = stage_ / target_.filename();
    refuse_unless_free(target_);
    std::error_code error;
    fs::create_directories(stage_, error);
    if (error)
        throw Error(fmt::format("The folder \"{}\" could not be made: {}.", stage_.string(),
                                error.message()));
    lock_.emplace(stage_, std::chrono::milliseconds(0));
    fs::remove_all(path_);
    fs::create_directory(path_);
}

StagedFolder::~StagedFolder() {
    std::error_code ignored;
    fs::remove_all(stage_, ignored);
}

void StagedFolder::publish() {
    sync_tree(path_);
    refuse_unless_free(target_);
    if (std::rename(path_.c_str(), target_.c_str()) == -1)
        throw Error(system_failure("put in its place", target_));
    sync_folder(target_.parent_path());
}

}  // namespace nutgraf::index
