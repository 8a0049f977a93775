#include "searchd/query/word_runs.h"

#include "searchd/query/stop_words.h"

#include <utility>

namespace nutgraf::query {

namespace {

using Run = std::vector<const Word*>;
using Runs = std::vector<Run>;

/// The words that a part of an AND or an OR is, without a field: itself, or those that are a name.
Run bare_words(const Query& query) {
    if (const auto* named = std::get_if<NamedWords>(&query.node)) {
        const auto* all = std::get_if<And>(&named->part.front().node);
        if (all == nullptr) return bare_words(named->part.front());
        Run words;
        for (const Query& part : all->parts) words.push_back(&std::get<Word>(part.node));
        return words;
    }
    const auto* word = std::get_if<Word>(&query.node);
    return word != nullptr && !word->scope ? Run{word} : Run{};
}

void add_runs(const Query& query, Runs& runs);

void add_runs(const std::vector<Query>& parts, Runs& runs) {
    Run run;
    const auto end_run = [&] {
        if (!run.empty()) runs.push_back(std::move(run));
        run.clear();
    };
    for (const Query& part : parts) {
        const Run words = bare_words(part);
        for (const Word* word : words) {
            if (is_stop_word(word->forms.caseless)) {
                end_run();
            } else {
                run.push_back(word);
            }
        }
        if (!words.empty()) continue;
        end_run();
        add_runs(part, runs);
    }
    end_run();
}

void add_runs(const Query& query, Runs& runs) {
    if (const auto* all = std::get_if<And>(&query.node)) {
        add_runs(all->parts, runs);
    } else if (const auto* any = std::get_if<Or>(&query.node)) {
        add_runs(any->parts, runs);
    } else if (Run words = bare_words(query); !words.empty()) {
        runs.push_back(std::move(words));
    }
}

}  // namespace

std::vector<std::vector<const Word*>> word_runs(const Query& query) {
    Runs runs;
    add_runs(query, runs);
    return runs;
}

}  // namespace nutgraf::query
