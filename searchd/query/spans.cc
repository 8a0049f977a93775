#include "searchd/query/spans.h"

#include <algorithm>
#include <cassert>
#include <limits>

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

/// What may lie between two operands that are joined by one link.
class Reach {
public:
    Reach(const Link& link, const Borders& borders) : link_(link) {
        if (link.kind == Link::Kind::sentence) borders_ = &borders.sentences;
        if (link.kind == Link::Kind::paragraph) borders_ = &borders.paragraphs;
    }

    bool is_ordered() const { return link_.kind == Link::Kind::adjacent; }

    /// Whether a span can be joined at all: none that runs over a border can.
    bool is_whole(const Span& span) const {
        return borders_ == nullptr || span.last < end_of(span.first);
    }

    /// How far on an operand may begin, how far back one may end.
    std::size_t ahead(const Span& span) const {
        return borders_ == nullptr ? link_.distance : end_of(span.last) - 1 - span.last;
    }
    std::size_t back(const Span& span) const {
        if (borders_ == nullptr) return link_.distance;
        const auto next = std::ranges::upper_bound(*borders_, span.first);
        return span.first - (next == borders_->begin() ? 0 : *(next - 1));
    }

    /// Those of the chosen that can be joined.
    std::vector<bool> whole(const Spans& spans, std::vector<bool> chosen) const {
        for (std::size_t i = 0; i < spans.size(); ++i)
            if (!is_whole(spans[i])) chosen[i] = false;
        return chosen;
    }

private:
    std::uint32_t end_of(std::uint32_t position) const {
        const auto next = std::ranges::upper_bound(*borders_, position);
        return next == borders_->end() ? std::numeric_limits<std::uint32_t>::max() : *next;
    }

    const Link& link_;
    const std::vector<std::uint32_t>* borders_ = nullptr;  // Null where the distance counts.
};

/// Chooses among the operands of one chain.
class Chain {
public:
    Chain(const std::vector<Spans>& operands, const std::vector<Link>& links,
          const Borders& borders)
        : operands_(operands), links_(links), borders_(borders) {
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
            const Reach reach(link, borders_);
            const Ends excluded(operands_[i], reach.whole(operands_[i], chosen_[i]));
            keep_if(operands_[wanted_.back()], chosen_[wanted_.back()], [&](const Span& span) {
                if (!reach.is_whole(span) || excluded.has_behind(span, reach.ahead(span)))
                    return false;
                if ((!reach.is_ordered() || link.may_share) && excluded.overlaps(span))
                    return false;
                return reach.is_ordered() || !excluded.has_before(span, reach.back(span));
            });
            chosen_[i].assign(chosen_[i].size(), false);
        }
    }

    /// Takes out the spans of one wanted operand that no span of its neighbour is linked to.
    void keep_linked(std::size_t one, std::size_t neighbour) {
        const std::size_t kept = wanted_[one];
        const std::size_t other = wanted_[neighbour];
        const Link& link = links_[std::max(kept, other) - 1];
        const Reach reach(link, borders_);
        const Ends ends(operands_[other], reach.whole(operands_[other], chosen_[other]));
        keep_if(operands_[kept], chosen_[kept], [&](const Span& span) {
            if (!reach.is_whole(span)) return false;
            if (link.may_share && ends.overlaps(span)) return true;
            if ((!reach.is_ordered() || neighbour < one) && ends.has_before(span, reach.back(span)))
                return true;
            return (!reach.is_ordered() || neighbour > one) &&
                   ends.has_behind(span, reach.ahead(span));
        });
    }

    const std::vector<Spans>& operands_;
    const std::vector<Link>& links_;
    const Borders& borders_;
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
            const bool is_same_word = other.word.forms.folded == word.forms.folded &&
                                      other.word.is_prefix == word.is_prefix &&
                                      other.word.entity == word.entity;
            if (!is_same_word || other.word.is_exact != word.is_exact) return false;
            return !word.is_exact || other.word.forms.spelling == word.forms.spelling;
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

Chosen linked(const std::vector<Spans>& operands, const std::vector<Link>& links,
              const Borders& borders) {
    assert(!operands.empty() && links.size() + 1 == operands.size());
    return Chain(operands, links, borders).chosen();
}

bool needs_borders(const std::vector<Link>& links) {
    return std::ranges::any_of(links, [](const Link& link) {
        return link.kind == Link::Kind::sentence || link.kind == Link::Kind::paragraph;
    });
}

std::size_t disjoint_count(Spans spans) {
    std::ranges::sort(spans, {}, &Span::last);
    std::size_t count = 0;
    std::uint32_t end = 0;  // One past the last position taken.
    for (const Span& span : spans) {
        if (span.first < end) continue;
        ++count;
        end = span.last + 1;
    }
    return count;
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

Spans covered(const Spans& spans, const Spans& cover) {
    Spans inside;
    for (const Span& span : spans) {
        std::uint32_t next = span.first;  // The first of it that may not be covered.
        auto one = std::ranges::lower_bound(cover, span.first, {}, &Span::last);
        for (; one != cover.end() && one->first <= next && next <= span.last; ++one)
            next = std::max(next, one->last + 1);
        if (next > span.last) inside.push_back(span);
    }
    return inside;
}

bool any(const Chosen& chosen) {
    return std::ranges::any_of(chosen, [](const std::vector<bool>& of_one) {
        return std::ranges::find(of_one, true) != of_one.end();
    });
}

}  // namespace nutgraf::query
