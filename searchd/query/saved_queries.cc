#include "searchd/query/saved_queries.h"

#include "searchd/query/print.h"

#include <utility>
#include <variant>
#include <vector>

namespace nutgraf::query {

namespace {

/// Collects the saved queries of a query, which stand below AND, OR, NOT and weights alone.
struct SavedCollector {
    std::string text;

    void operator()(const Saved& saved) {
        text += saved.name + "\n" + to_text(saved.part.front()) + "\n";
    }
    void operator()(const And& all) { look_at(all.parts); }
    void operator()(const Or& any) { look_at(any.parts); }
    void operator()(const Not& none) { look_at(none.part); }
    void operator()(const Weighted& heavy) { look_at(heavy.part); }
    template <class Other>
    void operator()(const Other& /*other*/) {}

    void look_at(const std::vector<Query>& parts) {
        for (const Query& part : parts) std::visit(*this, part.node);
    }
};

}  // namespace

std::string saved_in(const Query& query) {
    SavedCollector collector;
    std::visit(collector, query.node);
    return std::move(collector.text);
}

}  // namespace nutgraf::query
