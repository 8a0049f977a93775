#include "searchd/query/plain_query.h"

#include "searchd/query/clause.h"
#include "searchd/query/question.h"
#include "searchd/query/size.h"

#include <fmt/format.h>

#include <utility>

namespace nutgraf::query {

namespace {

/// Cuts words off at the limit, in the middle of a phrase too. Whether there was anything to cut.
bool cut(std::vector<Query>& words) {
    std::size_t leaves = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t room = max_leaves - leaves;
        leaves += size_of(words[i]).leaves;
        if (leaves <= max_leaves) continue;
        words.resize(i + 1);
        auto* phrase = std::get_if<Phrase>(&words[i].node);
        if (phrase != nullptr && room > 0) {
            phrase->words.resize(room);
        } else {
            words.pop_back();
        }
        return true;
    }
    return false;
}

Query joined(std::vector<Query> words, const ParseOptions& options) {
    if (words.size() == 1) return std::move(words.front());
    return options.is_any ? Query{Or{std::move(words)}} : Query{And{std::move(words)}};
}

}  // namespace

ParsedQuery plain_query(std::string_view text, const ParseOptions& options) {
    std::vector<Query> words = plain_words(text);
    if (words.empty()) return {nothing(), {}};
    std::vector<std::string> left_out;
    if (options.is_any) {
        Question question = question_of(std::move(words));
        words = std::move(question.parts);
        left_out = std::move(question.left_out);
    }
    std::vector<Note> notes;
    if (cut(words))
        notes.push_back({Severity::warning,
                         0,
                         fmt::format("Only the first {} words are looked for.", max_leaves),
                         {}});
    return {joined(std::move(words), options), std::move(notes), std::move(left_out)};
}

}  // namespace nutgraf::query
