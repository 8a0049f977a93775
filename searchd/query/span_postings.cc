#include "searchd/query/span_postings.h"

#include "searchd/query/span_reader.h"

#include <optional>
#include <utility>

namespace nutgraf::query {

namespace {

/// The articles of one database that meet a test.
class SpanPostings final : public Xapian::PostingSource {
public:
    explicit SpanPostings(SpanTest test) : test_(std::move(test)) {}

    void init(const Xapian::Database& database) override {
        reader_.emplace(database, test_);
        all_ = database.postlist_begin("");
        articles_ = database.get_doccount();
        current_ = 0;
        is_at_end_ = false;
    }
    PostingSource* clone() const override { return new SpanPostings(test_); }

    Xapian::doccount get_termfreq_min() const override { return 0; }
    /// Xapian asks its rarest operand first: this one, which takes longest, is to come last.
    Xapian::doccount get_termfreq_est() const override { return articles_ + 1; }
    Xapian::doccount get_termfreq_max() const override { return articles_ + 1; }

    void next(double) override { move_to(current_ + 1); }
    void skip_to(Xapian::docid document, double) override {
        if (document > current_) move_to(document);
    }
    bool check(Xapian::docid document, double) override {
        if (document <= current_) return true;
        current_ = document;
        return reader_->is_met(document);
    }
    bool at_end() const override { return is_at_end_; }
    Xapian::docid get_docid() const override { return current_; }
    std::string get_description() const override { return "(" + test_.description + ")"; }

private:
    /// Moves to the first article that meets the test, from one on.
    void move_to(Xapian::docid document) {
        const Xapian::PostingIterator end;
        if (all_ != end) all_.skip_to(document);
        for (; all_ != end; ++all_) {
            current_ = *all_;
            if (reader_->is_met(current_)) return;
        }
        is_at_end_ = true;
    }

    SpanTest test_;
    std::optional<SpanReader> reader_;
    Xapian::PostingIterator all_;
    Xapian::doccount articles_ = 0;
    Xapian::docid current_ = 0;
    bool is_at_end_ = false;
};

}  // namespace

Xapian::Query span_query(SpanTest test) {
    // Xapian counts references to what `release` gives it, and deletes it.
    return Xapian::Query((new SpanPostings(std::move(test)))->release());
}

}  // namespace nutgraf::query
