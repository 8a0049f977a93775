#include "searchd/search/ranking.h"

#include "indexer/index/known_day.h"
#include "indexer/index/schema.h"
#include "indexer/index/terms.h"
#include "searchd/query/weights.h"
#include "searchd/search/recency.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace nutgraf::search {

namespace {

using query::Query;

bool has_ranked_part(const std::vector<Query>& parts);

/// Whether words of that scope are words of the text: those of a source or a byline only filter.
bool is_text(const query::Scope& scope) {
    return !query::is_of_names(scope);
}

/// Whether one of the terms counts how often somebody is named: all others only filter.
bool is_identity(const query::Entity& entity) {
    using index::EntityField;
    return std::ranges::any_of(entity.terms, [](const std::string& term) {
        return term.starts_with(row_of(EntityField::org).prefix) ||
               term.starts_with(row_of(EntityField::official).prefix) ||
               term.starts_with(row_of(EntityField::person).prefix);
    });
}

bool ranks(const Query& query) {
    if (const auto* all = std::get_if<query::And>(&query.node)) return has_ranked_part(all->parts);
    if (const auto* any = std::get_if<query::Or>(&query.node)) return has_ranked_part(any->parts);
    if (const auto* word = std::get_if<query::Word>(&query.node)) return is_text(word->scope);
    if (const auto* phrase = std::get_if<query::Phrase>(&query.node)) return is_text(phrase->scope);
    if (const auto* prefix = std::get_if<query::Prefix>(&query.node)) return is_text(prefix->scope);
    if (const auto* like = std::get_if<query::Similar>(&query.node)) return is_text(like->scope);
    if (const auto* least = std::get_if<query::AtLeast>(&query.node))
        return has_ranked_part(least->part);
    if (const auto* words = std::get_if<query::NamedWords>(&query.node))
        return has_ranked_part(words->part);
    if (const auto* heavy = std::get_if<query::Weighted>(&query.node))
        return has_ranked_part(heavy->part);
    if (const auto* saved = std::get_if<query::Saved>(&query.node))
        return has_ranked_part(saved->part);
    if (const auto* within = std::get_if<query::Within>(&query.node)) return is_text(within->scope);
    if (const auto* near = std::get_if<query::Proximity>(&query.node))
        return has_ranked_part(near->operands);
    if (const auto* entity = std::get_if<query::Entity>(&query.node)) return is_identity(*entity);
    if (const auto* said = std::get_if<query::Said>(&query.node)) return !said->is_anybodys();
    return false;
}

bool has_ranked_part(const std::vector<Query>& parts) {
    return std::ranges::any_of(parts, ranks);
}

Xapian::valueno number_of(index::Slot slot) {
    return static_cast<Xapian::valueno>(slot);
}

class TimeKey final : public Xapian::KeyMaker {
public:
    explicit TimeKey(Order order) : order_(order) {}

    std::string operator()(const Xapian::Document& document) const override {
        return time_key(document, order_);
    }

private:
    Order order_;
};

/// Xapian counts references to what `release` gives it, and deletes it.
Xapian::KeyMaker* released_key(Order order) {
    return (new TimeKey(order))->release();
}

/// The bytes in the opposite order of comparison.
std::string reversed_order(std::string bytes) {
    for (char& byte : bytes) byte = static_cast<char>(~byte);
    return bytes;
}

}  // namespace

std::string time_key(const Xapian::Document& document, Order order) {
    constexpr char before_days = '\x00';
    constexpr char of_days = '\x01';
    constexpr char behind_days = '\x02';
    const std::string sequence = document.get_value(number_of(index::Slot::sequence));
    const std::string day = index::known_day(document);
    // Newest first reads the keys backwards, so that undated articles come last in both orders.
    const bool is_backwards = order == Order::newest;
    const std::string last = is_backwards ? reversed_order(sequence) : sequence;
    if (day.empty()) return (is_backwards ? before_days : behind_days) + last;
    return of_days + day + last;
}

Order effective_order(const Query& query, Order wanted) {
    return wanted == Order::relevance && !ranks(query) ? Order::newest : wanted;
}

Xapian::Query ranked(const Xapian::Query& query, const Xapian::Query& bonus,
                     std::optional<std::chrono::sys_days> latest) {
    std::vector<Xapian::Query> more;
    if (!bonus.empty()) more.push_back(bonus);
    if (latest) more.push_back(recency(*latest));
    if (more.empty()) return query;
    return {Xapian::Query::OP_AND_MAYBE, query,
            Xapian::Query(Xapian::Query::OP_OR, more.begin(), more.end())};
}

void set_up_ranking(Xapian::Enquire& enquire, Order order) {
    constexpr double no_k2 = 0;
    constexpr double k3 = 1;
    using query::weights;
    switch (order) {
        case Order::relevance:
            enquire.set_weighting_scheme(Xapian::BM25Weight(weights.k1, no_k2, k3, weights.b,
                                                            weights.min_normalised_length));
            break;
        case Order::newest:
            enquire.set_weighting_scheme(Xapian::BoolWeight());
            enquire.set_sort_by_key(released_key(order), true);
            break;
        case Order::oldest:
            enquire.set_weighting_scheme(Xapian::BoolWeight());
            enquire.set_sort_by_key(released_key(order), false);
            break;
    }
}

}  // namespace nutgraf::search
