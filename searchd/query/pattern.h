#pragma once

#include "searchd/query/expander.h"
#include "searchd/query/spans.h"
#include "searchd/query/syntax.h"

#include <string>
#include <variant>
#include <vector>

namespace nutgraf::query {

/// Mentions that are found by one of these terms; in the title, in the text, or in both.
struct MentionPattern {
    Scope scope;
    std::vector<std::string> terms;  ///< Sorted.
};

/// What an operand stands for, in terms of the index: any of what is listed.
struct Pattern {
    std::vector<std::string> terms;  ///< Each at its own positions; sorted.
    std::vector<MentionPattern> mentions;
    std::vector<std::vector<Pattern>>
        sequences;  ///< Each its parts, one directly behind the other.
};

/// A condition on where patterns stand in an article.
struct SpanTest {
    std::vector<Pattern> patterns;

    /// Every pattern so many times, all within a distance.
    struct Gathering {
        std::vector<std::size_t> times;
        std::size_t distance = 1;
    };
    /// Links between the patterns, as of a Proximity, or a Gathering.
    std::variant<std::vector<Link>, Gathering> condition;

    std::string description;  ///< For people.
};

/// Makes patterns of parts of a query. Borrows what it is made of; the expander grows.
class PatternMaker {
public:
    PatternMaker(Expander& expander, const std::vector<std::string>& languages)
        : expander_(expander), languages_(languages) {}

    // The nodes that can stand in a phrase or beside NEAR. Throw as the expander does.
    Pattern pattern(const Query& query);
    Pattern pattern(const Word& word);
    Pattern pattern(const Prefix& prefix);
    Pattern pattern(const Phrase& phrase);
    Pattern pattern(const Entity& entity, const Scope& scope);

    SpanTest test(const Phrase& phrase);
    SpanTest test(const Within& within);
    SpanTest test(const Proximity& proximity);

private:
    Pattern pattern(const PhraseWord& word, const Scope& scope);

    Expander& expander_;
    const std::vector<std::string>& languages_;
};

/// Whether a pattern has mentions, itself or in a sequence.
bool has_mentions(const Pattern& pattern);

/// The fields a scope stands for.
std::vector<index::Field> fields_of(const Scope& scope);

}  // namespace nutgraf::query
