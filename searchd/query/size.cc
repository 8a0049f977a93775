#include "searchd/query/size.h"

#include <algorithm>

namespace nutgraf::query {

namespace {

/// A leaf stands one level deeper behind a field.
Size leaf(bool has_field) {
    return {1, 0, has_field ? std::size_t{2} : std::size_t{1}};
}

struct Measure {
    Size operator()(const Everything&) const { return leaf(false); }
    Size operator()(const Word& word) const { return leaf(word.scope.has_value()); }
    Size operator()(const Prefix& prefix) const {
        Size size = leaf(prefix.scope.has_value());
        size.prefixes = 1;
        return size;
    }
    Size operator()(const Phrase& phrase) const {
        Size size = leaf(phrase.scope.has_value());
        size.leaves = phrase.words.size();
        const auto prefixes = std::ranges::count_if(phrase.words, &PhraseWord::is_prefix);
        size.prefixes = static_cast<std::size_t>(prefixes);
        return size;
    }
    Size operator()(const DateRange&) const { return leaf(true); }
    Size operator()(const Undated&) const { return leaf(true); }
    Size operator()(const Language&) const { return leaf(true); }
    Size operator()(const Identity&) const { return leaf(true); }
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
            const bool in_parentheses =
                std::holds_alternative<And>(part.node) || std::holds_alternative<Or>(part.node);
            if (in_parentheses) ++size.depth;
            sum.leaves += size.leaves;
            sum.prefixes += size.prefixes;
            sum.depth = std::max(sum.depth, size.depth);
        }
        return sum;
    }
};

}  // namespace

Size size_of(const Query& query) {
    return std::visit(Measure{}, query.node);
}

}  // namespace nutgraf::query
