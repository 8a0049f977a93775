#include "searchd/cli/answers.h"

#include "searchd/cli/index_answers.h"
#include "searchd/cli/server_answers.h"

namespace nutgraf::cli {

std::unique_ptr<Answers> answers_of(const CommonOptions& common) {
    if (common.server.empty()) return std::make_unique<IndexAnswers>(common);
    return std::make_unique<ServerAnswers>(common.server);
}

}  // namespace nutgraf::cli
