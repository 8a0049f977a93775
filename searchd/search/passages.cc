#include "searchd/search/passages.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace nutgraf::search {

namespace {

constexpr std::size_t max_candidates = 400;  // Bounds the work on a text that matches everywhere.
constexpr std::size_t long_enough = 60;      // Bytes; shorter paragraphs tend to be page furniture.

struct Paragraph {
    std::size_t begin = 0;
    std::size_t end = 0;
};

bool is_space(char c) {
    return c == ' ' || c == '\t';
}

/// The lines of a text that hold more than spaces, without the spaces around them.
std::vector<Paragraph> paragraphs_of(std::string_view text) {
    std::vector<Paragraph> paragraphs;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::size_t next = end + 1;
        while (begin < end && is_space(text[begin])) ++begin;
        while (end > begin && is_space(text[end - 1])) --end;
        if (begin < end) paragraphs.push_back({begin, end});
        begin = next;
    }
    return paragraphs;
}

/// Whether a byte can be the last one of a sentence: most are letters, which need no closer look.
constexpr auto may_end_sentence = [] {
    std::array<bool, 0x100> ends{};
    for (std::size_t byte = 0; byte < ends.size(); ++byte)
        ends.at(byte) = byte >= 0x80 || std::string_view(".?!\"')").find(static_cast<char>(byte)) !=
                                            std::string_view::npos;
    return ends;
}();

/// Where a sentence may begin within a paragraph: at its start, and behind each full stop, question
/// or exclamation mark with a space after it.
std::vector<std::size_t> sentence_starts(std::string_view text, const Paragraph& paragraph) {
    std::vector<std::size_t> starts = {paragraph.begin};
    for (std::size_t at = paragraph.begin + 1; at + 1 < paragraph.end; ++at) {
        if (!may_end_sentence[static_cast<unsigned char>(text[at - 1])] || !is_space(text[at]))
            continue;
        std::string_view before = text.substr(paragraph.begin, at - paragraph.begin);
        for (const std::string_view quote : {"”", "’", "\"", "'", ")"})
            if (before.ends_with(quote)) before.remove_suffix(quote.size());
        const bool is_end = before.ends_with('.') || before.ends_with('?') || before.ends_with('!');
        if (is_end && !is_space(text[at + 1])) starts.push_back(at + 1);
    }
    return starts;
}

std::size_t character_start(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
        --at;
    return at;
}

/// The window of a paragraph that begins with, or shortly before, a mark.
class WindowMaker {
public:
    WindowMaker(std::string_view text, const Paragraph& paragraph, std::size_t bytes)
        : text_(text),
          paragraph_(paragraph),
          bytes_(bytes),
          starts_(sentence_starts(text, paragraph)) {}

    Mark around(const Mark& mark) const {
        const std::size_t begin = begin_before(mark);
        return {begin, end_after(begin, mark)};
    }

    /// The window at the paragraph's beginning.
    Mark first() const {
        return {paragraph_.begin,
                end_after(paragraph_.begin, {paragraph_.begin, paragraph_.begin})};
    }

private:
    std::size_t begin_before(const Mark& mark) const {
        if (paragraph_.end - paragraph_.begin <= bytes_) return paragraph_.begin;
        const auto after = std::ranges::upper_bound(starts_, mark.begin);
        const std::size_t sentence = *std::prev(after);
        if (mark.begin - sentence <= bytes_ / 2) return sentence;
        // The sentence begins too far off: some words of context instead.
        const std::size_t back = bytes_ / 4;
        return word_start_from(mark.begin - std::min(back, mark.begin - paragraph_.begin),
                               mark.begin);
    }

    std::size_t end_after(std::size_t begin, const Mark& mark) const {
        const std::size_t limit = begin + bytes_;
        if (paragraph_.end <= limit) return paragraph_.end;
        const auto after = std::ranges::upper_bound(starts_, limit);
        const std::size_t sentence_end = after == starts_.begin() ? begin : *std::prev(after);
        if (sentence_end > begin + bytes_ / 2 && sentence_end > mark.end)
            return without_spaces_before(sentence_end, begin);
        const std::size_t end = word_end_before(limit, begin);
        return std::max(end, mark.end);
    }

    std::size_t word_start_from(std::size_t at, std::size_t limit) const {
        at = character_start(text_, at);
        for (std::size_t i = at; i < limit; ++i)
            if (is_space(text_[i])) return i + 1;
        return at;
    }

    std::size_t word_end_before(std::size_t at, std::size_t begin) const {
        at = character_start(text_, at);
        for (std::size_t i = at; i > begin + bytes_ / 2; --i)
            if (is_space(text_[i])) return without_spaces_before(i, begin);
        return at;  // No space near, as in Chinese.
    }

    std::size_t without_spaces_before(std::size_t at, std::size_t begin) const {
        while (at > begin && is_space(text_[at - 1])) --at;
        return at;
    }

    std::string_view text_;
    Paragraph paragraph_;
    std::size_t bytes_;
    std::vector<std::size_t> starts_;
};

/// A window that could become a snippet.
struct Candidate {
    Mark window;
    std::size_t paragraph = 0;
    std::size_t first_mark = 0;  // Its marks, [first_mark, end_mark) of the highlights.
    std::size_t end_mark = 0;
    std::size_t score = 0;
};

/// Chooses among the windows around the marks.
class Chooser {
public:
    Chooser(std::string_view text, const Highlights& highlights, const PassageOptions& options)
        : text_(text),
          highlights_(highlights),
          options_(options),
          paragraphs_(paragraphs_of(text)) {}

    std::vector<Snippet> chosen() {
        if (paragraphs_.empty()) return {};
        if (highlights_.text.empty()) return {snippet(opening())};
        std::vector<Candidate> candidates = all_candidates();
        std::vector<Candidate> best;
        while (best.size() < options_.passages && !candidates.empty()) {
            for (Candidate& one : candidates) one.score = score(one);
            const auto top = std::ranges::max_element(candidates, {}, &Candidate::score);
            if (!best.empty() && top->score == 0) break;
            const Candidate taken = *top;
            for (std::size_t i = taken.first_mark; i < taken.end_mark; ++i)
                insert(highlights_.text_clauses[i], covered_);
            best.push_back(taken);
            std::erase_if(candidates, [&](const Candidate& c) {
                return c.window.begin < taken.window.end && taken.window.begin < c.window.end;
            });
        }
        std::ranges::sort(best, {}, [](const Candidate& c) { return c.window.begin; });
        std::vector<Snippet> snippets;
        snippets.reserve(best.size());
        for (const Candidate& candidate : best) snippets.push_back(snippet(candidate));
        return snippets;
    }

private:
    /// A few numbers, each once: in a list they are found sooner than in a tree.
    using Clauses = std::vector<std::size_t>;

    static bool contains(const Clauses& clauses, std::size_t clause) {
        return std::ranges::find(clauses, clause) != clauses.end();
    }

    static void insert(std::size_t clause, Clauses& clauses) {
        if (!contains(clauses, clause)) clauses.push_back(clause);
    }

    std::vector<Candidate> all_candidates() const {
        std::vector<Candidate> candidates;
        std::size_t mark = 0;
        for (std::size_t p = 0; p < paragraphs_.size() && candidates.size() < max_candidates; ++p) {
            if (mark == highlights_.text.size()) break;
            if (highlights_.text[mark].begin >= paragraphs_[p].end) continue;
            const WindowMaker windows(text_, paragraphs_[p], options_.bytes);
            for (; mark < highlights_.text.size() &&
                   highlights_.text[mark].begin < paragraphs_[p].end;
                 ++mark)
                if (candidates.size() < max_candidates)
                    candidates.push_back(candidate(windows.around(highlights_.text[mark]), p));
        }
        return candidates;
    }

    Candidate candidate(Mark window, std::size_t paragraph) const {
        const auto& marks = highlights_.text;
        auto first = std::ranges::lower_bound(marks, window.begin, {}, &Mark::begin);
        // A phrase that runs over the window's ends, or the paragraph's, comes along whole.
        if (first != marks.begin() && std::prev(first)->end > window.begin) {
            --first;
            window.begin = first->begin;
        }
        auto end = first;
        while (end != marks.end() && end->begin < window.end) {
            window.end = std::max(window.end, end->end);
            ++end;
        }
        return {window, paragraph, static_cast<std::size_t>(first - marks.begin()),
                static_cast<std::size_t>(end - marks.begin())};
    }

    /// New clauses first, then marks; of equals `max_element` keeps the earliest.
    std::size_t score(const Candidate& candidate) const {
        if (repeats_title(candidate.window)) return 0;
        Clauses fresh;
        for (std::size_t i = candidate.first_mark; i < candidate.end_mark; ++i)
            if (!contains(covered_, highlights_.text_clauses[i]))
                insert(highlights_.text_clauses[i], fresh);
        constexpr std::size_t most_marks = 9;
        return fresh.size() * (most_marks + 1) +
               std::min(candidate.end_mark - candidate.first_mark, most_marks);
    }

    bool repeats_title(const Mark& window) const {
        return text_.substr(window.begin, window.end - window.begin) == options_.title;
    }

    Candidate opening() const {
        std::size_t p = 0;
        while (p + 1 < paragraphs_.size() &&
               paragraphs_[p].end - paragraphs_[p].begin < long_enough)
            ++p;
        if (paragraphs_[p].end - paragraphs_[p].begin < long_enough) p = 0;
        return {WindowMaker(text_, paragraphs_[p], options_.bytes).first(), p, 0, 0};
    }

    Snippet snippet(const Candidate& candidate) const {
        const Mark& window = candidate.window;
        Snippet snippet{candidate.paragraph,
                        {std::string(text_.substr(window.begin, window.end - window.begin)), {}},
                        window.begin > paragraphs_[candidate.paragraph].begin,
                        window.end < paragraphs_[candidate.paragraph].end};
        for (std::size_t i = candidate.first_mark; i < candidate.end_mark; ++i) {
            const Mark& mark = highlights_.text[i];
            snippet.passage.marks.push_back({mark.begin - window.begin, mark.end - window.begin});
        }
        return snippet;
    }

    std::string_view text_;
    const Highlights& highlights_;
    PassageOptions options_;
    std::vector<Paragraph> paragraphs_;
    Clauses covered_;
};

}  // namespace

std::vector<Snippet> best_passages(std::string_view text, const Highlights& highlights,
                                   const PassageOptions& options) {
    return Chooser(text, highlights, options).chosen();
}

}  // namespace nutgraf::search
