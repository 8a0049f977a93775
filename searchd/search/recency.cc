#include "searchd/search/recency.h"

#include "indexer/index/known_day.h"
#include "indexer/index/schema.h"
#include "indexer/index/terms.h"
#include "searchd/query/weights.h"

#include <algorithm>
#include <string>

namespace nutgraf::search {

namespace {

constexpr auto published_slot = static_cast<Xapian::valueno>(index::Slot::published_from);
constexpr auto last_slot = static_cast<Xapian::valueno>(index::Slot::published_to);

/// The dated articles of a database, each worth what its age is.
class AgePostings final : public Xapian::ValuePostingSource {
public:
    explicit AgePostings(std::chrono::sys_days latest)
        : ValuePostingSource(published_slot), latest_(latest) {}

    void init(const Xapian::Database& database) override {
        ValuePostingSource::init(database);
        last_days_ = database.valuestream_begin(last_slot);
        set_maxweight(query::weights.newest);
    }
    double get_weight() const override {
        const std::chrono::sys_days first = index::decoded_day(get_value());
        last_days_.skip_to(get_docid());
        const bool is_known = index::decoded_day(*last_days_) - first < index::unknown_span;
        return is_known ? worth_of_age(latest_ - first) : 0;
    }
    AgePostings* clone() const override { return new AgePostings(latest_); }
    std::string get_description() const override { return "AgePostings"; }

private:
    std::chrono::sys_days latest_;
    mutable Xapian::ValueIterator last_days_;  // Articles are asked for in their order.
};

}  // namespace

double worth_of_age(std::chrono::days age) {
    const double days = std::max(0.0, static_cast<double>(age.count()));
    return query::weights.newest / (1 + days / query::weights.half_age);
}

Xapian::Query recency(std::chrono::sys_days latest) {
    // Xapian counts references to what `release` gives it, and deletes it.
    return Xapian::Query((new AgePostings(latest))->release());
}

std::optional<std::chrono::sys_days> latest_day(const Xapian::Database& database,
                                                std::chrono::sys_days today) {
    const std::string newest = database.get_value_upper_bound(published_slot);
    constexpr std::size_t bytes_of_day = 4;
    if (newest.size() != bytes_of_day) return std::nullopt;
    return std::min(index::decoded_day(newest), today);
}

}  // namespace nutgraf::search
