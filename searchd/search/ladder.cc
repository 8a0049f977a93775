#include "searchd/search/ladder.h"

#include "searchd/query/parser.h"
#include "searchd/query/print.h"
#include "searchd/query/to_xapian.h"
#include "searchd/search/deadline.h"
#include "searchd/search/matching.h"

#include <algorithm>
#include <array>
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

struct ListFilter {
    const char* name;
    std::vector<std::string> SearchRequest::*values;
};
constexpr std::array list_filters = {
    ListFilter{"source", &SearchRequest::sources}, ListFilter{"lang", &SearchRequest::langs},
    ListFilter{"org", &SearchRequest::orgs}, ListFilter{"official", &SearchRequest::officials}};

struct DateFilter {
    const char* name;
    std::string SearchRequest::*value;
};
constexpr std::array date_filters = {DateFilter{"from", &SearchRequest::from},
                                     DateFilter{"to", &SearchRequest::to}};

/// The filters of a request, each left out.
void add_filter_steps(const SearchRequest& request, std::vector<Step>& steps) {
    const auto add = [&](const char* name, auto member) {
        if ((request.*member).empty()) return;
        Step step{{{}, name, request.text, 0}, request};
        (step.request.*member).clear();
        steps.push_back(std::move(step));
    };
    for (const ListFilter& filter : list_filters) add(filter.name, filter.values);
    for (const DateFilter& filter : date_filters) add(filter.name, filter.value);
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
            if (step.relaxation.total > 0) found.push_back(std::move(step.relaxation));
        }
    } catch (const DeadlineExceeded&) {
        return found;  // What was counted in time.
    }
    return found;
}

}  // namespace nutgraf::search
