#include "searchd/query/spans.h"

#include <algorithm>
#include <cassert>

namespace nutgraf::query {

namespace {

/// Where the chosen ones of a list of spans begin and end.
class Ends {
public:
    Ends(const Spans& spans, const std::vector<bool>& chosen) {
        for (std::size_t i = 0; i < spans.size(); ++i) {
            if (!chosen[i]) continue;
            firsts_.push_back(spans[i].first);
            lasts_.push_back(spans[i].last);
        }
        sort_if_needed(firsts_);
        sort_if_needed(lasts_);
    }

    /// Whether one begins behind a span, within a distance.
    bool has_behind(const Span& span, std::size_t distance) const {
        const auto next = std::ranges::upper_bound(firsts_, span.last);
        return next != firsts_.end() && *next - span.last <= distance;
    }

    /// Whether one ends before a span, within a distance.
    bool has_before(const Span& span, std::size_t distance) const {
        const auto next = std::ranges::lower_bound(lasts_, span.first);
        return next != lasts_.begin() && span.first - *(next - 1) <= distance;
    }

    bool overlaps(const Span& span) const {
        // All but those that begin behind it or end before it.
        const auto not_behind = std::ranges::upper_bound(firsts_, span.last) - firsts_.begin();
        const auto before = std::ranges::lower_bound(lasts_, span.first) - lasts_.begin();
        return not_behind > before;
    }

private:
    static void sort_if_needed(std::vector<std::uint32_t>& positions) {
        if (!std::ranges::is_sorted(positions)) std::ranges::sort(positions);
    }

    std::vector<std::uint32_t> firsts_;
    std::vector<std::uint32_t> lasts_;
};

/// Unchooses the spans that do not meet a condition.
template <class Condition>
void keep_if(const Spans& spans, std::vector<bool>& chosen, const Condition& is_kept) {
    for (std::size_t i = 0; i < spans.size(); ++i)
        if (chosen[i] && !is_kept(spans[i])) chosen[i] = false;
}

/// Chooses among the operands of one chain.
class Chain {
public:
    Chain(const std::vector<Spans>& operands, const std::vector<Link>& links)
        : operands_(operands), links_(links) {
        for (const Spans& spans : operands) chosen_.emplace_back(spans.size(), true);
    }

    Chosen chosen() && {
        exclude();
        // What is left at the end of a chain that is followed forth and back lies on a whole one.
        for (std::size_t i = 1; i < wanted_.size(); ++i) keep_linked(i, i - 1);
        for (std::size_t i = wanted_.size() - 1; i > 0; --i) keep_linked(i - 1, i);
        return std::move(chosen_);
    }

private:
    /// Takes out what stands near an excluded operand, and notes which operands are left.
    void exclude() {
        wanted_ = {0};
        for (std::size_t i = 1; i < operands_.size(); ++i) {
            const Link& link = links_[i - 1];
            if (!link.is_excluded) {
                wanted_.push_back(i);
                continue;
            }
            const Ends excluded(operands_[i], chosen_[i]);
            keep_if(operands_[wanted_.back()], chosen_[wanted_.back()], [&](const Span& span) {
                if (link.kind == Link::Kind::adjacent)
                    return !excluded.has_behind(span, link.distance);
                return !excluded.overlaps(span) && !excluded.has_behind(span, link.distance) &&
                       !excluded.has_before(span, link.distance);
            });
            chosen_[i].assign(chosen_[i].size(), false);
        }
    }

    /// Takes out the spans of one wanted operand that no span of its neighbour is linked to.
    void keep_linked(std::size_t one, std::size_t neighbour) {
        const std::size_t kept = wanted_[one];
        const std::size_t other = wanted_[neighbour];
        const Link& link = links_[std::max(kept, other) - 1];
        const bool is_ordered = link.kind == Link::Kind::adjacent;
        const Ends ends(operands_[other], chosen_[other]);
        keep_if(operands_[kept], chosen_[kept], [&](const Span& span) {
            if ((!is_ordered || neighbour < one) && ends.has_before(span, link.distance))
                return true;
            return (!is_ordered || neighbour > one) && ends.has_behind(span, link.distance);
        });
    }

    const std::vector<Spans>& operands_;
    const std::vector<Link>& links_;
    Chosen chosen_;
    std::vector<std::size_t> wanted_;  // The operands that are not excluded.
};

/// A span of a Within's words, and which it is.
struct Item {
    Span span;
    std::size_t word = 0;
    std::size_t index = 0;
};

/// Moves a window over the spans of all words of a Within.
///
/// The window that begins with the last position of some span holds all that end there or later
/// and begin within the distance. Any choice of its spans is close enough, and any choice that is
/// close enough lies in the window of the span of it that ends first.
class Window {
public:
    Window(const std::vector<Gathered>& words, std::size_t distance)
        : words_(words), distance_(distance), counts_(words.size()), missing_(words.size()) {
        for (std::size_t word = 0; word < words.size(); ++word) {
            chosen_.emplace_back(words[word].spans.size(), false);
            for (std::size_t i = 0; i < words[word].spans.size(); ++i)
                by_first_.push_back({words[word].spans[i], word, i});
        }
        by_last_ = by_first_;
        std::ranges::sort(by_first_, {}, [](const Item& item) { return item.span.first; });
        std::ranges::sort(by_last_, {}, [](const Item& item) { return item.span.last; });
    }

    Chosen chosen() && {
        std::size_t out = 0;
        for (const Item& begin : by_last_) {
            const std::uint32_t at = begin.span.last;
            for (; in_ < by_first_.size() && by_first_[in_].span.first <= at + distance_; ++in_)
                add(by_first_[in_]);
            for (; by_last_[out].span.last < at; ++out) take_out(by_last_[out]);
            if (missing_ == 0) choose(at);
        }
        return std::move(chosen_);
    }

private:
    void add(const Item& item) {
        if (++counts_[item.word] == words_[item.word].times) --missing_;
        widest_ = std::max(widest_, item.span.last - item.span.first);
    }

    void take_out(const Item& item) {
        if (counts_[item.word]-- == words_[item.word].times) ++missing_;
    }

    /// Chooses all of the window that begins at a position.
    void choose(std::uint32_t at) {
        for (std::size_t i = in_; i > 0 && by_first_[i - 1].span.first + widest_ >= at; --i) {
            const Item& item = by_first_[i - 1];
            if (item.span.last >= at) chosen_[item.word][item.index] = true;
        }
    }

    const std::vector<Gathered>& words_;
    std::size_t distance_;
    std::vector<Item> by_first_;
    std::vector<Item> by_last_;
    std::size_t in_ = 0;               // So many of `by_first_` have come into the window.
    std::uint32_t widest_ = 0;         // Of those, in positions beside the first.
    std::vector<std::size_t> counts_;  // Spans of each word in the window.
    std::size_t missing_;              // Words that are not there as often as they must be.
    Chosen chosen_;
};

}  // namespace

std::vector<RepeatedWord> repeated_words(const std::vector<PhraseWord>& words) {
    std::vector<RepeatedWord> repeated;
    for (const PhraseWord& word : words) {
        const auto is_same = [&](const RepeatedWord& other) {
            return other.word.forms.folded == word.forms.folded &&
                   other.word.is_prefix == word.is_prefix && other.word.entity == word.entity;
        };
        const auto known = std::ranges::find_if(repeated, is_same);
        if (known == repeated.end()) {
            repeated.push_back({word, 1});
        } else {
            ++known->times;
        }
    }
    return repeated;
}

Chosen linked(const std::vector<Spans>& operands, const std::vector<Link>& links) {
    assert(!operands.empty() && links.size() + 1 == operands.size());
    return Chain(operands, links).chosen();
}

Chosen gathered(const std::vector<Gathered>& words, std::size_t distance) {
    return Window(words, distance).chosen();
}

std::vector<std::pair<std::size_t, std::size_t>> side_by_side(const Spans& before,
                                                              const Spans& behind) {
    std::vector<std::size_t> by_first(behind.size());
    for (std::size_t i = 0; i < behind.size(); ++i) by_first[i] = i;
    const auto first_of = [&](std::size_t i) { return behind[i].first; };
    std::ranges::sort(by_first, {}, first_of);
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const std::uint32_t begin = before[i].last + 1;
        for (auto next = std::ranges::lower_bound(by_first, begin, {}, first_of);
             next != by_first.end() && first_of(*next) == begin; ++next)
            pairs.emplace_back(i, *next);
    }
    return pairs;
}

bool any(const Chosen& chosen) {
    return std::ranges::any_of(chosen, [](const std::vector<bool>& of_one) {
        return std::ranges::find(of_one, true) != of_one.end();
    });
}

}  // namespace nutgraf::query
