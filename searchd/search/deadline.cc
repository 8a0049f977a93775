#include "searchd/search/deadline.h"

namespace nutgraf::search {

namespace {

/// Every article of one database, with an eye on the clock.
class WatchedPostings final : public Xapian::PostingSource {
public:
    explicit WatchedPostings(std::chrono::steady_clock::time_point deadline)
        : deadline_(deadline) {}

    void init(const Xapian::Database& database) override {
        last_ = database.get_lastdocid();
        articles_ = database.get_doccount();
        current_ = 0;
    }
    PostingSource* clone() const override { return new WatchedPostings(deadline_); }

    Xapian::doccount get_termfreq_min() const override { return articles_; }
    Xapian::doccount get_termfreq_est() const override { return articles_; }
    Xapian::doccount get_termfreq_max() const override { return last_; }

    void next(double) override { move_to(current_ + 1); }
    void skip_to(Xapian::docid document, double) override {
        if (document > current_) move_to(document);
    }
    bool at_end() const override { return current_ > last_; }
    Xapian::docid get_docid() const override { return current_; }
    std::string get_description() const override { return "WatchedPostings"; }

private:
    void move_to(Xapian::docid document) {
        constexpr unsigned steps_between_looks = 64;
        current_ = document;
        if (++steps_ % steps_between_looks != 0) return;
        if (std::chrono::steady_clock::now() > deadline_) throw DeadlineExceeded();
    }

    std::chrono::steady_clock::time_point deadline_;
    Xapian::docid last_ = 0;
    Xapian::doccount articles_ = 0;
    Xapian::docid current_ = 0;
    unsigned steps_ = 0;
};

}  // namespace

Xapian::Query with_deadline(const Xapian::Query& query, const Deadline& deadline) {
    if (!deadline || query.empty()) return query;
    // Xapian counts references to what `release` gives it, and deletes it.
    auto* source = (new WatchedPostings(*deadline))->release();
    return {Xapian::Query::OP_FILTER, query, Xapian::Query(source)};
}

}  // namespace nutgraf::search
