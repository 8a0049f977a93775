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

/// Words that are written just so; in one field, or in the title and the text.
struct WrittenPattern {
    Scope scope;
    std::string spelling;
};

struct Pattern;

/// Words that stand in somebody's speech.
struct SpokenPattern {
    std::vector<std::string> speaker;  ///< Terms, at each word of the speech; sorted.
    std::vector<Pattern> words;        ///< Exactly one.
};

/// What an operand stands for, in terms of the index: any of what is listed.
struct Pattern {
    std::vector<std::string> terms;  ///< Each at its own positions; sorted.
    std::vector<MentionPattern> mentions;
    std::vector<WrittenPattern> written;
    std::vector<SpokenPattern> spoken;
    std::vector<std::vector<Pattern>>
        sequences;            ///< Each its parts, one directly behind the other.
    bool is_in_lead = false;  ///< Only what stands in the title or the first paragraph counts.
};

/// A condition on where patterns stand in an article.
struct SpanTest {
    std::vector<Pattern> patterns;

    /// Every pattern so many times, all within a distance.
    struct Gathering {
        std::vector<std::size_t> times;
        std::size_t distance = 1;
    };
    /// The one pattern at so many places at least that do not overlap.
    struct Repetition {
        std::size_t times = 1;
    };
    /// Links between the patterns, as of a Proximity, or one of the others.
    std::variant<std::vector<Link>, Gathering, Repetition> condition;

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
    Pattern pattern(const Similar& similar);
    Pattern pattern(const Phrase& phrase);
    Pattern pattern(const Entity& entity, const Scope& scope);
    Pattern pattern(const Said& said);

    SpanTest test(const Within& within);
    SpanTest test(const Proximity& proximity);
    SpanTest test(const AtLeast& least);
    /// Of a single operand.
    SpanTest test(const Query& operand);

private:
    Pattern pattern(const PhraseWord& word, const Scope& scope);

    Expander& expander_;
    const std::vector<std::string>& languages_;
};

/// Whether an article's record must be read to find a pattern, or a part of a sequence in it.
bool needs_record(const Pattern& pattern);

/// The fields a scope stands for, or is a part of.
std::vector<index::Field> fields_of(const Scope& scope);

}  // namespace nutgraf::query
