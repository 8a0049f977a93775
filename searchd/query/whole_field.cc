#include "searchd/query/whole_field.h"

#include "analyzers/text/tokenizer.h"

#include <string>
#include <unordered_map>

namespace nutgraf::query {

namespace {

/// The articles of one database with such a value.
class WordCountPostings final : public Xapian::PostingSource {
public:
    WordCountPostings(index::Slot slot, std::size_t words)
        : slot_(static_cast<Xapian::valueno>(slot)), words_(words) {}

    void init(const Xapian::Database& database) override {
        values_ = database.valuestream_begin(slot_);
        articles_ = database.get_value_freq(slot_);
        is_begun_ = false;
    }
    PostingSource* clone() const override {
        return new WordCountPostings(static_cast<index::Slot>(slot_), words_);
    }

    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return articles_; }
    Xapian::doccount get_termfreq_max() const override { return articles_; }

    void next(double) override {
        if (is_begun_) ++values_;
        is_begun_ = true;
        move_to_next_met();
    }
    void skip_to(Xapian::docid document, double) override {
        is_begun_ = true;
        if (!at_end()) values_.skip_to(document);
        move_to_next_met();
    }
    bool check(Xapian::docid document, double) override {
        is_begun_ = true;
        if (!at_end()) values_.skip_to(document);
        return at_end() || is_met(*values_);
    }
    bool at_end() const override { return values_ == Xapian::ValueIterator(); }
    Xapian::docid get_docid() const override { return values_.get_docid(); }
    std::string get_description() const override {
        return "(" + std::to_string(words_) + " words in slot " + std::to_string(slot_) + ")";
    }

private:
    void move_to_next_met() {
        while (!at_end() && !is_met(*values_)) ++values_;
    }

    /// An archive has few sources and sections: each is cut into words once.
    bool is_met(const std::string& value) {
        const auto [known, is_new] = is_met_.try_emplace(value, false);
        if (is_new) known->second = analyzers::tokenise(value).size() == words_;
        return known->second;
    }

    Xapian::valueno slot_;
    std::size_t words_;
    Xapian::ValueIterator values_;
    Xapian::doccount articles_ = 0;
    bool is_begun_ = false;
    std::unordered_map<std::string, bool> is_met_;
};

}  // namespace

Xapian::Query of_so_many_words(index::Slot slot, std::size_t words) {
    // Xapian counts references to what `release` gives it, and deletes it.
    return Xapian::Query((new WordCountPostings(slot, words))->release());
}

}  // namespace nutgraf::query
