#include "searchd/query/word_runs.h"

#include "searchd/query/stop_words.h"

namespace nutgraf::query {

namespace {

using Runs = std::vector<std::vector<const Word*>>;

const Word* bare_word(const Query& query) {
    const auto* word = std::get_if<Word>(&query.node);
    return word != nullptr && !word->scope ? word : nullptr;
}

void add_runs(const Query& query, Runs& runs);

void add_runs(const std::vector<Query>& parts, Runs& runs) {
    std::vector<const Word*> run;
    const auto end_run = [&] {
        if (!run.empty()) runs.push_back(std::move(run));
        run.clear();
    };
    for (const Query& part : parts) {
        const Word* const word = bare_word(part);
        if (word != nullptr && !is_stop_word(word->forms.caseless)) {
            run.push_back(word);
            continue;
        }
        end_run();
        if (word == nullptr) add_runs(part, runs);
    }
    end_run();
}

void add_runs(const Query& query, Runs& runs) {
    if (const auto* all = std::get_if<And>(&query.node)) {
        add_runs(all->parts, runs);
    } else if (const auto* any = std::get_if<Or>(&query.node)) {
        add_runs(any->parts, runs);
    } else if (const auto* word = bare_word(query)) {
        runs.push_back({word});
    }
}

}  // namespace

std::vector<std::vector<const Word*>> word_runs(const Query& query) {
    Runs runs;
    add_runs(query, runs);
    return runs;
}

}  // namespace nutgraf::query
