#include "searchd/search/ladder.h"

#include "searchd/query/parser.h"
#include "searchd/query/print.h"
#include "searchd/query/to_xapian.h"
#include "searchd/search/deadline.h"
#include "searchd/search/filters.h"
#include "searchd/search/matching.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace nutgraf::search {

using query::Query;

namespace {

/// How many clauses of a query are looked at.
constexpr std::size_t most_clauses = 8;

/// A step of the ladder, before it is counted.
struct Step {
    Relaxation relaxation;
    SearchRequest request;
};

/// The filters of a request, each left out.
void add_filter_steps(const SearchRequest& request, std::vector<Step>& steps) {
    const auto add = [&](std::string_view name, const auto& values_of) {
        Step step{{.filter = std::string(name), .text = request.text}, request};
        auto& values = values_of(step.request);
        if (values.empty()) return;
        values.clear();
        steps.push_back(std::move(step));
    };
    for (const FacetField field : facet_fields) {
        add(
            name_of(field), [&](SearchRequest & to) -> auto& { return wanted_values(to, field); });
        add(
            exclusion_name_of(field), [&](SearchRequest & to) -> auto& {
                return excluded_values(to, field);
            });
    }
    add(
        "from", [](SearchRequest & to) -> auto& { return to.from; });
    add(
        "to", [](SearchRequest & to) -> auto& { return to.to; });
}

/// Appends the words that a query is made of by AND; whether there is nothing else in it.
bool add_words(const Query& query, std::vector<Query>& words) {
    if (std::holds_alternative<query::Word>(query.node)) {
        words.push_back(query);
        return true;
    }
    if (const auto* named = std::get_if<query::NamedWords>(&query.node))
        return add_words(named->part.front(), words);
    const auto* all = std::get_if<query::And>(&query.node);
    return all != nullptr && std::ranges::all_of(all->parts, [&](const Query& part) {
               return add_words(part, words);
           });
}

/// Looks for what to leave out of one request.
class LadderBuilder {
public:
    LadderBuilder(const SearchRequest& request, const Xapian::Database& database)
        : request_(request), database_(database), translator_(database) {}

    std::vector<Step> steps() {
        std::vector<Step> steps;
        add_filter_steps(request_, steps);
        if (!request_.parse.is_plain) add_clause_steps(steps);
        if (steps.size() > most_relaxations) steps.resize(most_relaxations);
        return steps;
    }

    /// How many articles a request finds.
    std::uint64_t count(const SearchRequest& request) const {
        const auto parsed = query_of(request);
        if (!parsed) return 0;
        const auto translated = translator_.translated(parsed->query);
        if (!translated) return 0;
        return matching_documents(database_, translated->query, request.deadline).size();
    }

private:
    void add_clause_steps(std::vector<Step>& steps) {
        const auto parsed = query::parse_query(request_.text, request_.parse);
        const auto* const all = parsed ? std::get_if<query::And>(&parsed->query.node) : nullptr;
        if (all == nullptr) return;
        const std::vector<std::size_t> empty = empty_clauses(all->parts);
        if (empty.size() == all->parts.size()) return;
        if (!empty.empty()) {
            steps.push_back(without(all->parts, empty));
            return;
        }
        for (std::size_t i = 0; i < std::min(most_clauses, all->parts.size()); ++i)
            steps.push_back(without(all->parts, {i}));
        std::vector<Query> words;
        if (add_words(parsed->query, words)) steps.push_back(with_any(std::move(words)));
    }

    Step with_any(std::vector<Query> words) const {
        Step step{{.is_any = true}, request_};
        step.request.text = query::to_text(Query{query::Or{std::move(words)}});
        step.relaxation.text = step.request.text;
        return step;
    }

    /// The clauses that find nothing even alone.
    std::vector<std::size_t> empty_clauses(const std::vector<Query>& clauses) const {
        std::vector<std::size_t> empty;
        for (std::size_t i = 0; i < std::min(most_clauses, clauses.size()); ++i)
            if (!finds_something(clauses[i])) empty.push_back(i);
        return empty;
    }

    bool finds_something(const Query& clause) const {
        const auto translated = translator_.translated(clause);
        if (!translated) return false;
        Xapian::Enquire enquire(database_);
        enquire.set_query(with_deadline(translated->query, request_.deadline));
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        return !enquire.get_mset(0, 1).empty();
    }

    Step without(const std::vector<Query>& clauses, const std::vector<std::size_t>& dropped) const {
        Step step{{}, request_};
        std::vector<Query> kept;
        for (std::size_t i = 0; i < clauses.size(); ++i) {
            if (std::ranges::find(dropped, i) == dropped.end())
                kept.push_back(clauses[i]);
            else
                step.relaxation.clauses.push_back(query::to_text(clauses[i]));
        }
        step.request.text =
            query::to_text(kept.size() == 1 ? kept.front() : Query{query::And{std::move(kept)}});
        step.relaxation.text = step.request.text;
        return step;
    }

    const SearchRequest& request_;
    const Xapian::Database& database_;
    query::Translator translator_;
};

}  // namespace

std::vector<Relaxation> relaxations(const SearchRequest& request,
                                    const Xapian::Database& database) {
    std::vector<Relaxation> found;
    try {
        LadderBuilder builder(request, database);
        for (Step& step : builder.steps()) {
            step.relaxation.total = builder.count(step.request);
            const bool is_other =
                std::ranges::find(found, step.relaxation.total, &Relaxation::total) == found.end();
            if (step.relaxation.total > 0 && (!step.relaxation.is_any || is_other))
                found.push_back(std::move(step.relaxation));
        }
    } catch (const DeadlineExceeded&) {
        return found;  // What was counted in time.
    }
    return found;
}

}  // namespace nutgraf::search
