#include "searchd/search/raw_view.h"

#include "indexer/archive/piece.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace nutgraf::search {

namespace {

using archive::Piece;
using archive::PieceKind;

/// Where the bytes of an article's text stand in its raw text.
class RawPlaces {
public:
    explicit RawPlaces(const ArticleView& view)
        : removed_(view.article.removed),
          standfirst_bytes_(view.article.standfirst.size()),
          body_begin_(view.text.text.size() - view.article.body.size()) {
        const auto piece = std::ranges::find(removed_, PieceKind::standfirst, &Piece::kind);
        if (piece == removed_.end()) {
            raw_body_begin_ = body_begin_;
            standfirst_begin_ = 0;
        } else if (const auto at = piece->text.find(view.article.standfirst);
                   at != std::string::npos) {
            standfirst_begin_ = piece->begin + at;
        }
    }

    /// Empty for a range that has no place there.
    std::optional<Mark> range(std::size_t begin, std::size_t end) const {
        if (begin >= end) return std::nullopt;
        const auto first = place(begin);
        const auto last = place(end - 1);
        if (!first || !last || *last < *first) return std::nullopt;
        return Mark{*first, *last + 1};
    }

    /// The furniture without white space around it, which takes no place in a line.
    std::vector<Mark> furniture() const {
        constexpr std::string_view space = " \t\n";
        std::vector<Mark> places;
        for (const Piece& piece : removed_) {
            const std::size_t first = piece.text.find_first_not_of(space);
            if (!archive::is_furniture(piece.kind) || first == std::string::npos) continue;
            const std::size_t begin = raw_body_begin_ + piece.begin;
            places.push_back({begin + first, begin + piece.text.find_last_not_of(space) + 1});
        }
        return places;
    }

private:
    std::optional<std::size_t> place(std::size_t offset) const {
        if (offset >= body_begin_)
            return raw_body_begin_ + archive::place_in_whole(removed_, offset - body_begin_);
        if (!standfirst_begin_ || offset >= standfirst_bytes_) return std::nullopt;
        return *standfirst_begin_ + offset;
    }

    const std::vector<Piece>& removed_;
    std::size_t standfirst_bytes_;
    std::size_t body_begin_;
    std::size_t raw_body_begin_ = 0;
    std::optional<std::size_t> standfirst_begin_;
};

std::vector<Mark> marks_in_raw(const std::vector<Mark>& marks, const RawPlaces& places) {
    std::vector<Mark> moved;
    for (const Mark& mark : marks)
        if (const auto place = places.range(mark.begin, mark.end)) moved.push_back(*place);
    std::ranges::sort(moved, {}, &Mark::begin);
    std::vector<Mark> disjoint;
    for (const Mark& mark : moved)
        if (disjoint.empty() || mark.begin >= disjoint.back().end) disjoint.push_back(mark);
    return disjoint;
}

std::vector<index::StoredQuote> quotes_in_raw(const std::vector<index::StoredQuote>& quotes,
                                              const RawPlaces& places) {
    std::vector<index::StoredQuote> moved;
    for (index::StoredQuote quote : quotes) {
        if (!quote.is_in_title) {
            const auto place = places.range(quote.begin, quote.end);
            if (!place) continue;
            quote.begin = static_cast<std::uint32_t>(place->begin);
            quote.end = static_cast<std::uint32_t>(place->end);
        }
        moved.push_back(std::move(quote));
    }
    std::ranges::stable_sort(moved, {}, [](const index::StoredQuote& quote) {
        return std::pair(!quote.is_in_title, quote.begin);
    });
    return moved;
}

}  // namespace

ArticleView raw_view(ArticleView view) {
    const RawPlaces places(view);
    view.text.marks = marks_in_raw(view.text.marks, places);
    view.quotes = quotes_in_raw(view.quotes, places);
    view.furniture = places.furniture();
    view.text.text = archive::raw_text_of(view.article);
    view.is_raw = true;
    return view;
}

}  // namespace nutgraf::search
