#include "analyzers/entities/compile.h"

#include "analyzers/entities/compose.h"
#include "analyzers/entities/gazetteer_writer.h"
#include "analyzers/entities/lint.h"

#include <algorithm>
#include <tuple>

namespace nutgraf::entities {

Compiled compile(std::vector<SourceFile> files) {
    Compiled result;
    Source source = read_source(std::move(files), result.problems);
    compose(source, result.problems);
    lint(source, result.problems);
    std::ranges::stable_sort(result.problems, [](const Problem& one, const Problem& other) {
        return std::tie(one.location.file, one.location.line) <
               std::tie(other.location.file, other.location.line);
    });
    if (!has_errors(result.problems)) result.bytes = gazetteer_bytes(source);
    return result;
}

}  // namespace nutgraf::entities
