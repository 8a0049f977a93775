#pragma once

#include "base/error.h"
#include "indexer/index/index_reader.h"
#include "searchd/query/syntax.h"
#include "searchd/search/hit.h"
#include "searchd/search/neighbours.h"

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::search {

/// A page of hits.
struct Page {
    Results results;
    std::size_t passed = 0;  ///< Hits before its first one.
    std::string next;        ///< The cursor of the page behind it; empty where none follows.
};

/// A cursor that cannot be gone on from: its index has changed too much, or it is none of this
/// query's.
class CursorRefused : public Error {
public:
    enum class Reason { is_expired, is_foreign };

    CursorRefused(Reason reason, const std::string& message) : Error(message), reason_(reason) {}
    Reason reason() const { return reason_; }

private:
    Reason reason_;
};

/// Where a page of hits ended. Texts are hexadecimal digits.
struct PagePosition {
    std::string query;         ///< Digest of the query and its order.
    std::string index;         ///< Of the index.
    std::string state;         ///< Of its databases and its last change.
    std::uint64_t passed = 0;  ///< Hits up to there.
    std::string key;  ///< By what the last of them is ordered; empty in order of relevance.

    bool operator==(const PagePosition&) const = default;
};

/// A position as a text of letters, digits and hyphens, with a digest of itself in it.
std::string to_cursor(const PagePosition& position);

/// Back from that text; empty when it is none, or a character of it was changed.
std::optional<PagePosition> position_in(std::string_view cursor);

/// How the hits of a query are ordered, and what is done about the best of them.
struct HitOrder {
    Order order = Order::relevance;  ///< The one they really come in.
    Rerank rerank = Rerank::none;    ///< Counts in order of relevance alone.
    Collapse collapse = Collapse::none;
};

/// Takes one page out of the matches of a query, in an order in which no two articles are equal.
/// Its rows are articles, or stories: what is passed over and left is counted in rows.
///
/// In orders of time a page begins behind the last article of the page before, whatever came into
/// the index since: articles that stay are given once each. Ranks depend on everything in the
/// index, so in order of relevance a cursor expires with the next change. Borrows the reader.
class Pager {
public:
    Pager(const index::IndexReader& reader, const query::Query& query, HitOrder order);

    /// Begins behind a cursor's position instead of at an offset; an empty one changes nothing.
    /// Throws CursorRefused.
    void go_on_from(std::string_view cursor);

    /// The matches of the page. `enquire` has its query, and its order set up.
    std::vector<RankedDocument> matches(const Xapian::Enquire& enquire, std::size_t offset,
                                        std::size_t limit);

    // Of what `matches` returned last.

    std::uint64_t total() const { return total_; }  ///< Articles that match, on any page.
    std::uint64_t rows() const { return rows_; }    ///< Their rows.
    std::size_t passed() const { return passed_; }
    /// The cursor of the page behind it; empty where none follows.
    std::string next() const;

private:
    Xapian::MSet matches_behind(const Xapian::Enquire& enquire, std::size_t limit);
    Xapian::MSet matches_from(const Xapian::Enquire& enquire, std::size_t first, std::size_t limit);
    std::vector<RankedDocument> reranked(const Xapian::Enquire& enquire, std::size_t limit);
    std::vector<RankedDocument> stories(const Xapian::Enquire& enquire, std::size_t limit);
    std::vector<RankedDocument> best(const Xapian::Enquire& enquire, std::size_t depth);
    std::size_t passed_in(const std::vector<RankedDocument>& rows) const;

    const index::IndexReader& reader_;
    HitOrder order_;
    PagePosition here_;                   // Of the query; `passed` and `key` say nothing.
    std::optional<PagePosition> before_;  // The cursor's.
    std::uint64_t total_ = 0;
    std::uint64_t rows_ = 0;
    std::size_t passed_ = 0;
    std::size_t on_page_ = 0;
    std::string last_key_;
    bool has_more_ = false;
};

}  // namespace nutgraf::search
