#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace nutgraf::tests {

/// A query and which articles answer it how well.
struct JudgedQuery {
    std::string id;
    std::string text;
    std::map<std::string, int> grades;  ///< By article id; whatever is not there is not relevant.
};

/// Reads a file of judgements as corpus/README.md describes it, in the file's order. Throws Error
/// for a row that is none.
std::vector<JudgedQuery> judgements_in(const std::filesystem::path& file);

}  // namespace nutgraf::tests
