#include "searchd/query/furniture_clause.h"

#include "searchd/query/proximity_clause.h"

#include <algorithm>

namespace nutgraf::query {

namespace {

bool is_in_furniture(const Query& query) {
    return std::holds_alternative<InFurniture>(query.node);
}

bool has_entity(const std::vector<PhraseWord>& words) {
    return std::ranges::any_of(words,
                               [](const PhraseWord& word) { return word.entity.has_value(); });
}

/// Makes the words of a query those of the furniture.
struct Mover {
    void operator()(Prefix& prefix) const { move(prefix.scope); }
    void operator()(Similar& similar) const { move(similar.scope); }
    void operator()(Phrase& phrase) const {
        if (!has_entity(phrase.words)) move(phrase.scope);
    }
    void operator()(Within& within) const {
        if (!has_entity(within.words)) move(within.scope);
    }
    void operator()(And& all) const { move(all.parts); }
    void operator()(Or& any) const { move(any.parts); }
    void operator()(Not& none) const { move(none.part); }
    void operator()(Weighted& heavy) const { move(heavy.part); }
    void operator()(AtLeast& least) const {
        std::vector<Query> moved = least.part;
        move(moved);
        if (can_be_counted(moved)) least.part = std::move(moved);
    }
    void operator()(Proximity& near) const {
        // A field of names has neither sentences nor paragraphs.
        const bool is_of_units = std::ranges::any_of(near.links, [](const Link& link) {
            return link.kind == Link::Kind::sentence || link.kind == Link::Kind::paragraph;
        });
        std::vector<Query> moved = near.operands;
        move(moved);
        if (!is_of_units && can_be_counted(moved)) near.operands = std::move(moved);
    }
    template <class Other>
    void operator()(Other& /*other*/) const {}

    static void move(Scope& scope) {
        if (!scope) scope = index::Field::furniture;
    }
    static void move(std::vector<Query>& parts) {
        for (Query& part : parts) {
            // Fields of names have no stems: a word of one is a phrase.
            if (const auto* word = std::get_if<Word>(&part.node); word != nullptr && !word->scope)
                part = Query{Phrase{{}, {{word->forms}}}};
            std::visit(Mover{}, part.node);
        }
    }
};

}  // namespace

std::optional<Query> parse_in(std::string_view text) {
    if (text != "furniture") return std::nullopt;
    return Query{InFurniture{}};
}

std::vector<Query> with_places(std::vector<Query> parts) {
    if (std::ranges::any_of(parts, is_in_furniture)) Mover::move(parts);
    return parts;
}

}  // namespace nutgraf::query
