#include "searchd/search/paging.h"

#include "base/digest.h"
#include "searchd/query/named_words.h"
#include "searchd/query/print.h"
#include "searchd/query/saved_queries.h"
#include "searchd/query/weights.h"
#include "searchd/search/ranking.h"
#include "searchd/search/stories.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace nutgraf::search {

namespace {

constexpr char separator = '-';
constexpr std::string_view cursor_version = "c1";

std::string short_digest(std::string_view text) {
    constexpr std::size_t bytes = 6;
    return hexadecimal(bytes_of(sha256(text)).substr(0, bytes));
}

/// Accepts the articles behind a place in an order of time, and counts all it sees.
class ArticlesBehind final : public Xapian::MatchDecider {
public:
    ArticlesBehind(Order order, std::string_view key) : order_(order), key_(key) {}

    bool operator()(const Xapian::Document& document) const override {
        ++seen_;
        const std::string key = hexadecimal(time_key(document, order_));
        const bool is_behind = order_ == Order::newest ? key < key_ : key > key_;
        if (is_behind) ++accepted_;
        return is_behind;
    }

    std::uint64_t seen() const { return seen_; }
    std::uint64_t accepted() const { return accepted_; }

private:
    Order order_;
    std::string_view key_;
    // Xapian takes deciders for functions.
    mutable std::uint64_t seen_ = 0;
    mutable std::uint64_t accepted_ = 0;
};

PagePosition position_of(const index::IndexReader& reader, const query::Query& query,
                         HitOrder order) {
    // A number for each way that hits can be ordered.
    constexpr int reranked_by_neighbours = 3;
    const bool is_reranked = order.order == Order::relevance && order.rerank == Rerank::neighbours;
    const int way = is_reranked ? reranked_by_neighbours : static_cast<int>(order.order);
    std::string state = fmt::format("{}", reader.sequence());
    for (const std::string& name : reader.manifest().databases) state += "\n" + name;
    std::string text = fmt::format("{}\n{}", way, query::to_text(query));
    if (order.collapse == Collapse::story) text += "\nstories";
    for (const query::NamedWords* words : query::named_words_in(query))
        text += "\n" + query::to_text({words->entity});
    text += "\n" + query::saved_in(query);
    return {.query = short_digest(text),
            .index = short_digest(reader.manifest().uuid),
            .state = short_digest(state),
            .passed = 0,
            .key = {}};
}

std::vector<RankedDocument> ranked_documents(const Xapian::MSet& matches) {
    std::vector<RankedDocument> documents;
    for (auto match = matches.begin(); match != matches.end(); ++match)
        documents.push_back({*match, match.get_weight()});
    return documents;
}

}  // namespace

std::string to_cursor(const PagePosition& position) {
    std::string text =
        fmt::format("{1}{0}{2}{0}{3}{0}{4}{0}{5}{0}{6}", separator, cursor_version, position.query,
                    position.index, position.state, position.passed, position.key);
    return text + separator + short_digest(text);
}

std::optional<PagePosition> position_in(std::string_view cursor) {
    constexpr std::size_t fields = 6;
    const std::size_t end = cursor.rfind(separator);
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view rest = cursor.substr(0, end);
    if (short_digest(rest) != cursor.substr(end + 1)) return std::nullopt;
    std::array<std::string_view, fields> parts;
    for (std::string_view& part : parts) {
        part = rest.substr(0, rest.find(separator));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    }
    if (parts[0] != cursor_version || !rest.empty()) return std::nullopt;
    PagePosition position{.query = std::string(parts[1]),
                          .index = std::string(parts[2]),
                          .state = std::string(parts[3]),
                          .passed = 0,
                          .key = std::string(parts[5])};
    const std::string_view passed = parts[4];
    const auto [stop, error] =
        std::from_chars(passed.data(), passed.data() + passed.size(), position.passed);
    if (error != std::errc{} || stop != passed.data() + passed.size()) return std::nullopt;
    return position;
}

Pager::Pager(const index::IndexReader& reader, const query::Query& query, HitOrder order)
    : reader_(reader), order_(order), here_(position_of(reader, query, order)) {}

void Pager::go_on_from(std::string_view cursor) {
    using Reason = CursorRefused::Reason;
    if (cursor.empty()) return;
    auto position = position_in(cursor);
    if (!position)
        throw CursorRefused(Reason::is_foreign, "This is no cursor that was given out here.");
    if (position->query != here_.query)
        throw CursorRefused(Reason::is_foreign,
                            "The cursor belongs to another query or another order.");
    if (position->index != here_.index)
        throw CursorRefused(Reason::is_expired, "The cursor belongs to another index.");
    if (order_.order == Order::relevance && position->state != here_.state)
        throw CursorRefused(Reason::is_expired,
                            "The index has changed since, and the ranks of the hits with it.");
    before_ = std::move(position);
}

std::vector<RankedDocument> Pager::matches(const Xapian::Enquire& enquire, std::size_t offset,
                                           std::size_t limit) {
    passed_ = before_ ? before_->passed : offset;
    std::vector<RankedDocument> page;
    const bool has_copies = order_.collapse == Collapse::story && has_stories(reader_.database());
    if (has_copies) {
        page = stories(enquire, limit);
    } else if (order_.order == Order::relevance && order_.rerank == Rerank::neighbours &&
               passed_ < query::neighbour_weights.hits) {
        page = reranked(enquire, limit);
    } else if (order_.order == Order::relevance || !before_) {
        page = ranked_documents(matches_from(enquire, passed_, limit));
    } else {
        page = ranked_documents(matches_behind(enquire, limit));
    }
    if (!has_copies) rows_ = total_;
    on_page_ = page.size();
    if (order_.order != Order::relevance && !page.empty())
        last_key_ = hexadecimal(
            time_key(reader_.database().get_document(page.back().document), order_.order));
    return page;
}

/// The matches from a rank on, and their total.
Xapian::MSet Pager::matches_from(const Xapian::Enquire& enquire, std::size_t first,
                                 std::size_t limit) {
    // Looking at every match gives the exact total.
    const Xapian::doccount everything = reader_.database().get_doccount();
    auto matches =
        enquire.get_mset(static_cast<Xapian::doccount>(std::min<std::size_t>(first, everything)),
                         static_cast<Xapian::doccount>(limit), everything);
    // Where every article matches, Xapian guesses still, and postings of ours may say one more.
    total_ = std::min(matches.get_matches_estimated(), everything);
    has_more_ = first + matches.size() < total_;
    return matches;
}

/// The first hits in their order.
std::vector<RankedDocument> Pager::best(const Xapian::Enquire& enquire, std::size_t depth) {
    const std::size_t reranked = query::neighbour_weights.hits;
    const bool is_reranked =
        order_.order == Order::relevance && order_.rerank == Rerank::neighbours;
    if (!is_reranked) return ranked_documents(matches_from(enquire, 0, depth));
    auto all = ranked_documents(matches_from(enquire, 0, std::max(depth, reranked)));
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), reranked));
    std::vector<RankedDocument> best(all.begin(), end);
    rank_by_neighbours(reader_.database(), best);
    std::ranges::copy(best, all.begin());
    return all;
}

/// The page out of all that is put in a new order, and what follows it.
std::vector<RankedDocument> Pager::reranked(const Xapian::Enquire& enquire, std::size_t limit) {
    auto all = best(enquire, passed_ + limit);
    all.erase(all.begin(),
              all.begin() + static_cast<std::ptrdiff_t>(std::min(passed_, all.size())));
    if (all.size() > limit) all.resize(limit);
    has_more_ = passed_ + all.size() < total_;
    return all;
}

/// The page where its rows are stories. A story stands where the first of its matches does, so that
/// all before a page has to be looked at to know what is on it.
std::vector<RankedDocument> Pager::stories(const Xapian::Enquire& enquire, std::size_t limit) {
    const Xapian::Database& database = reader_.database();
    const std::size_t everything = database.get_doccount();
    const std::size_t wanted = std::min(passed_, everything) + std::min(limit, everything) + 1;
    std::vector<RankedDocument> rows;
    bool is_whole = false;
    for (std::size_t depth = wanted + wanted / 2; !is_whole; depth *= 2) {
        const auto hits = best(enquire, depth);
        is_whole = hits.size() >= total_;
        rows = without_copies(database, hits);
        rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(passed_in(rows)));
        if (rows.size() > limit) break;
    }
    has_more_ = rows.size() > limit;
    if (has_more_) rows.resize(limit);
    rows_ = stories_among(database, enquire.get_query(), total_);
    return rows;
}

/// How many rows come before the page.
std::size_t Pager::passed_in(const std::vector<RankedDocument>& rows) const {
    if (order_.order == Order::relevance || !before_) return std::min(passed_, rows.size());
    const auto is_before = [&](const RankedDocument& row) {
        const std::string key =
            hexadecimal(time_key(reader_.database().get_document(row.document), order_.order));
        return order_.order == Order::newest ? key >= before_->key : key <= before_->key;
    };
    const auto first = std::ranges::partition_point(rows, is_before);
    return static_cast<std::size_t>(first - rows.begin());
}

Xapian::MSet Pager::matches_behind(const Xapian::Enquire& enquire, std::size_t limit) {
    const ArticlesBehind decider(order_.order, before_->key);
    auto matches = enquire.get_mset(0, static_cast<Xapian::doccount>(limit),
                                    reader_.database().get_doccount(), nullptr, &decider);
    total_ = decider.seen();
    has_more_ = matches.size() < decider.accepted();
    return matches;
}

std::string Pager::next() const {
    if (!has_more_ || on_page_ == 0) return {};
    PagePosition position = here_;
    position.passed = passed_ + on_page_;
    position.key = last_key_;
    return to_cursor(position);
}

}  // namespace nutgraf::search
