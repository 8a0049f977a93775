#include "base/error.h"
#include "base/file.h"
#include "searchd/cli/commands.h"

#include <unistd.h>

#include <chrono>

namespace nutgraf::cli {

std::chrono::sys_days today(const analyzers::TimeZone& zone) {
    return zone.day_of(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
}

void run_sibling(const std::string& program, const std::vector<std::string>& arguments) {
    const auto path = std::filesystem::read_symlink("/proc/self/exe").parent_path() / program;
    std::vector<std::string> words = {path.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv(path.c_str(), pointers.data());
    throw Error(system_failure("run", path));
}

}  // namespace nutgraf::cli
