#include "tests/relevance/judgements.h"

#include "base/error.h"
#include "base/file.h"

#include <sstream>

namespace nutgraf::tests {

std::vector<JudgedQuery> judgements_in(const std::filesystem::path& file) {
    std::istringstream lines(read_file(file));
    std::vector<JudgedQuery> queries;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        std::istringstream fields(line);
        std::string id;
        std::string text;
        std::string article;
        int grade = 0;
        std::getline(fields, id, '\t');
        std::getline(fields, text, '\t');
        std::getline(fields, article, '\t');
        if (!(fields >> grade) || grade < 1 || grade > 3)
            throw Error("\"" + file.string() + "\" has a row that is no judgement: " + line);
        if (queries.empty() || queries.back().id != id) queries.push_back({id, text, {}});
        if (!queries.back().grades.emplace(article, grade).second)
            throw Error("\"" + file.string() + "\" judges an article twice: " + line);
    }
    return queries;
}

}  // namespace nutgraf::tests
