// compile-gazetteer OUTPUT INPUT...: what the build makes entities.bin with. Errors are of the form
// "us.ent:12: There is no role "senatr".", and nothing is written then.

#include "analyzers/entities/compile.h"
#include "base/error.h"
#include "base/file.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <span>
#include <string>

namespace fs = std::filesystem;
using namespace nutgraf;
using namespace nutgraf::entities;

namespace {

void print_problems(const Problems& problems, const fs::path& folder) {
    for (Problem problem : problems) {
        problem.location.file = (folder / problem.location.file).string();
        fmt::print(stderr, "{}\n", visible(to_text(problem)));
    }
}

int run(const fs::path& output, std::span<char* const> inputs) {
    std::vector<SourceFile> files;
    fs::path folder;
    for (const fs::path input : inputs) {
        folder = input.parent_path();
        files.push_back({input.filename().string(), read_file(input)});
    }
    const Compiled compiled = compile(std::move(files));
    print_problems(compiled.problems, folder);
    if (has_errors(compiled.problems)) {
        fmt::print(stderr, "\"{}\" was not made; mend the lines above.\n", output.string());
        return 1;
    }
    replace_file(output, compiled.bytes);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::span<char* const> arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() < 3) {
        fmt::print(stderr, "Usage: compile-gazetteer OUTPUT INPUT...\n");
        return 2;
    }
    try {
        return run(arguments[1], arguments.subspan(2));
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 2;
    }
}
