#include "searchd/search/ranking.h"

#include "indexer/index/schema.h"

#include <algorithm>

namespace nutgraf::search {

namespace {

using query::Query;

bool has_ranked_part(const std::vector<Query>& parts);

bool ranks(const Query& query) {
    if (const auto* all = std::get_if<query::And>(&query.node)) return has_ranked_part(all->parts);
    if (const auto* any = std::get_if<query::Or>(&query.node)) return has_ranked_part(any->parts);
    return std::holds_alternative<query::Word>(query.node) ||
           std::holds_alternative<query::Phrase>(query.node) ||
           std::holds_alternative<query::Prefix>(query.node);
}

bool has_ranked_part(const std::vector<Query>& parts) {
    return std::ranges::any_of(parts, ranks);
}

constexpr auto published_slot = static_cast<Xapian::valueno>(index::Slot::published_from);

/// Orders by date with the undated last, which a plain sort by value puts first.
Xapian::KeyMaker* oldest_first() {
    auto* maker = new Xapian::MultiValueKeyMaker();
    maker->add_value(published_slot, false, std::string(8, '\xFF'));
    return maker->release();  // Xapian counts the references and deletes it.
}

}  // namespace

Order effective_order(const Query& query, Order wanted) {
    return wanted == Order::relevance && !ranks(query) ? Order::newest : wanted;
}

void set_up_ranking(Xapian::Enquire& enquire, Order order) {
    constexpr double k1 = 1.2;
    constexpr double no_k2 = 0;
    constexpr double k3 = 1;
    constexpr double b = 0.75;
    constexpr double min_normalised_length = 0.5;
    enquire.set_weighting_scheme(Xapian::BM25Weight(k1, no_k2, k3, b, min_normalised_length));
    switch (order) {
        case Order::relevance:
            break;
        case Order::newest:
            enquire.set_sort_by_value(published_slot, true);
            break;
        case Order::oldest:
            enquire.set_sort_by_key(oldest_first(), false);
            break;
    }
}

}  // namespace nutgraf::search
