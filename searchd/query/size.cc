#include "searchd/query/size.h"

#include <algorithm>

namespace nutgraf::query {

namespace {

/// Says whether a node needs parentheses before a weight.
struct ParenthesesNeed {
    bool operator()(const Proximity&) const { return true; }
    bool operator()(const Not&) const { return true; }
    bool operator()(const Weighted&) const { return true; }
    // A value of these may end like a weight.
    bool operator()(const DateRange&) const { return true; }
    bool operator()(const Undated&) const { return true; }
    bool operator()(const Seen&) const { return true; }
    bool operator()(const Language&) const { return true; }
    bool operator()(const Identity&) const { return true; }
    bool operator()(const Address&) const { return true; }
    bool operator()(const Saved&) const { return true; }
    bool operator()(const InStory&) const { return true; }
    bool operator()(const Originality&) const { return true; }
    bool operator()(const InFurniture&) const { return true; }
    template <class Other>
    bool operator()(const Other& /*other*/) const {
        return false;
    }
};

/// A leaf stands one level deeper behind a field.
Size leaf(bool has_field) {
    return {1, 0, 0, has_field ? std::size_t{2} : std::size_t{1}};
}

/// The words looked for beside an entity's terms count too.
Size entity_size(const Entity& entity) {
    Size size = leaf(true);
    size.leaves += entity.words.size();
    return size;
}

Size phrase_size(const Scope& scope, const std::vector<PhraseWord>& words) {
    Size size = leaf(scope.has_value());
    size.leaves = 0;
    for (const PhraseWord& word : words) {
        size.leaves += word.entity ? entity_size(*word.entity).leaves : 1;
        size.prefixes += word.is_prefix ? 1 : 0;
    }
    return size;
}

/// Whether it stands in parentheses within another.
bool is_joined(const Query& query) {
    if (const auto* words = std::get_if<NamedWords>(&query.node))
        return is_joined(words->part.front());
    return std::holds_alternative<And>(query.node) || std::holds_alternative<Or>(query.node);
}

struct Measure {
    Size operator()(const Everything&) const { return leaf(false); }
    Size operator()(const Word& word) const { return leaf(word.scope.has_value()); }
    Size operator()(const Prefix& prefix) const {
        Size size = leaf(prefix.scope.has_value());
        size.prefixes = 1;
        return size;
    }
    Size operator()(const Similar& similar) const {
        Size size = leaf(similar.scope.has_value());
        size.similar = 1;
        return size;
    }
    Size operator()(const Weighted& weighted) const {
        Size size = of_parts(weighted.part);
        if (needs_parentheses(weighted.part.front())) ++size.depth;
        return size;
    }
    /// What is found besides is not printed.
    Size operator()(const NamedWords& words) const { return size_of(words.part.front()); }
    Size operator()(const AtLeast& least) const {
        Size size = of_parts(least.part);
        ++size.depth;
        return size;
    }
    Size operator()(const Phrase& phrase) const { return phrase_size(phrase.scope, phrase.words); }
    Size operator()(const Within& within) const { return phrase_size(within.scope, within.words); }
    Size operator()(const Entity& entity) const { return entity_size(entity); }
    Size operator()(const Said& said) const {
        Size size = entity_size(said.speaker);
        const Size words = phrase_size({}, said.words);
        size.leaves += words.leaves;
        size.prefixes += words.prefixes;
        return size;
    }
    Size operator()(const Proximity& proximity) const { return of_parts(proximity.operands); }
    Size operator()(const DateRange&) const { return leaf(true); }
    Size operator()(const Undated&) const { return leaf(true); }
    Size operator()(const Seen&) const { return leaf(true); }
    Size operator()(const Language&) const { return leaf(true); }
    Size operator()(const Identity&) const { return leaf(true); }
    Size operator()(const Address&) const { return leaf(true); }
    /// All that it asks for counts, though its name alone is printed.
    Size operator()(const Saved& saved) const {
        Size size = size_of(saved.part.front());
        size.depth = leaf(true).depth;
        return size;
    }
    Size operator()(const InStory&) const { return leaf(true); }
    Size operator()(const Originality&) const { return leaf(true); }
    Size operator()(const InFurniture&) const { return leaf(true); }
    Size operator()(const And& all) const { return of_parts(all.parts); }
    Size operator()(const Or& any) const { return of_parts(any.parts); }
    Size operator()(const Not& none) const {
        Size size = of_parts(none.part);
        ++size.depth;
        return size;
    }

    static Size of_parts(const std::vector<Query>& parts) {
        Size sum;
        for (const Query& part : parts) {
            Size size = size_of(part);
            if (is_joined(part)) ++size.depth;
            sum.leaves += size.leaves;
            sum.prefixes += size.prefixes;
            sum.similar += size.similar;
            sum.depth = std::max(sum.depth, size.depth);
        }
        return sum;
    }
};

}  // namespace

bool needs_parentheses(const Query& query) {
    return std::visit(ParenthesesNeed{}, query.node);
}

Size size_of(const Query& query) {
    return std::visit(Measure{}, query.node);
}

}  // namespace nutgraf::query
