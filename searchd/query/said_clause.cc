#include "searchd/query/said_clause.h"

#include "searchd/query/shown.h"

#include <fmt/format.h>

#include <utility>

namespace nutgraf::query {

namespace {

/// Makes of what a phrase was read as what a speaker says.
struct Attributed {
    const Said& speaker;

    Query operator()(const Phrase& phrase) const { return {Said{speaker.speaker, phrase.words}}; }
    Query operator()(const Entity& entity) const {
        return {Said{speaker.speaker, {PhraseWord{{}, false, entity}}}};
    }
    Query operator()(const Or& any) const {
        Or either;
        for (const Query& part : any.parts) either.parts.push_back(std::visit(*this, part.node));
        return {std::move(either)};
    }
    template <class Other>
    Query operator()(const Other& /*other*/) const {
        return {speaker};
    }
};

}  // namespace

Query query_of_speech(const Lexeme& lexeme, const Said& speaker, ClauseReader& clauses) {
    Lexeme words = lexeme;
    if (!words.within.empty()) {
        clauses.add_error(lexeme, fmt::format("\"~{}\" cannot stand behind what somebody says; it "
                                              "is left out.",
                                              shown(lexeme.within)));
        words.within = {};
    }
    const auto phrase = clauses.phrase(words, {});
    return phrase ? std::visit(Attributed{speaker}, phrase->node) : Query{speaker};
}

}  // namespace nutgraf::query
