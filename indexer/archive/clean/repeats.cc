#include "indexer/archive/clean/repeats.h"

#include "analyzers/text/word_class.h"
#include "base/utf8.h"
#include "indexer/archive/ascii.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nutgraf::archive {

namespace {

using analyzers::WordClass;

/// What is shorter may well be said twice.
constexpr std::size_t min_repeated_bytes = 20;
constexpr std::size_t min_repeated_words = 4;

/// What is said again further down must be longer; above it captions stand.
constexpr std::size_t top_blocks = 10;
constexpr std::size_t min_words_below = 6;
constexpr std::size_t min_sentence_words_below = 9;

/// Lines that may be glued to others are looked up by so many bytes.
constexpr std::size_t beginning_bytes = min_repeated_bytes;

WordClass class_at(std::string_view text, std::size_t at) {
    return at < text.size() ? analyzers::word_class(code_point_at(text, at).value)
                            : WordClass::none;
}

std::size_t words_in(std::string_view line) {
    const bool has_other_scripts =
        std::ranges::any_of(line, [](char c) { return static_cast<unsigned char>(c) >= 0xE0; });
    // East Asian texts have no spaces.
    if (has_other_scripts && line.find(' ') == std::string_view::npos)
        return code_point_count(line);
    return 1 + static_cast<std::size_t>(std::ranges::count(line, ' '));
}

bool can_repeat(std::string_view line) {
    constexpr std::string_view label_ends = "?:;,";
    return line.size() >= min_repeated_bytes && words_in(line) >= min_repeated_words &&
           label_ends.find(line.back()) == std::string_view::npos && !begins_with_speaker(line);
}

/// The bytes of a line that is nothing but itself over and over: those of the first time. All of
/// them for any other line.
std::size_t period_of(std::string_view line) {
    constexpr std::size_t most_bytes = 2000;
    if (line.size() > most_bytes || line.size() < 2 * min_repeated_bytes) return line.size();
    std::string twice(line);
    twice += line;
    const std::size_t period = twice.find(line, 1);
    return line.size() % period == 0 ? period : line.size();
}

/// Whether a byte may be the last of a sentence: a stop or, of bytes that are not ASCII, the last
/// of a closing quote. Most are none, which is told fast.
bool may_end_a_sentence(char c) {
    return c == '.' || c == '!' || c == '?' || c == '"' || c == '\'' || c == '\x9D' || c == '\x99';
}

/// Whether a new sentence begins at a byte without a space before it: "work.Theresa".
bool is_glued_at(std::string_view line, std::size_t at) {
    constexpr std::array<std::string_view, 7> ends = {".", "!", "?", ".”", ".’", ".\"", ".'"};
    if (!may_end_a_sentence(line[at - 1])) return false;
    if (class_at(line, at) != WordClass::upper) return false;
    const std::string_view before = line.substr(0, at);
    return std::ranges::any_of(ends, [&](std::string_view end) {
        if (!before.ends_with(end) || before.size() == end.size()) return false;
        const auto last = static_cast<unsigned char>(before[before.size() - end.size() - 1]);
        // "U.S.Senate" is one name, spelt badly.
        return ('a' <= last && last <= 'z') || ('0' <= last && last <= '9') || last >= 0x80;
    });
}

/// The pieces of a line that are glued to each other; the line itself where nothing is.
std::vector<TextRange> glued_pieces(std::string_view line) {
    std::vector<TextRange> pieces;
    std::size_t begin = 0;
    for (std::size_t at = 1; at < line.size(); ++at)
        if (is_glued_at(line, at)) pieces.push_back({std::exchange(begin, at), at});
    pieces.push_back({begin, line.size()});
    return pieces;
}

/// What two lines that say the same have in common: short ones their words, in whatever capitals.
std::string key_of_line(std::string_view line) {
    return line.size() <= max_short_bytes ? folded_words(line) : on_one_line(line);
}

}  // namespace

void Repeats::know(std::string_view line) {
    if (line.size() >= min_repeated_bytes) know(line, key_of_line(on_one_line(line)));
}

void Repeats::know(std::string_view line, std::string key) {
    if (!can_repeat(line) || key.empty()) return;
    if (line.size() <= max_short_bytes) {
        // Of many that begin alike the first are the headline and the captions.
        constexpr std::size_t most_alike = 16;
        std::vector<std::string>& alike =
            by_beginning_[std::string(line.substr(0, beginning_bytes))];
        if (alike.size() < most_alike) alike.emplace_back(line);
    }
    lines_.insert(std::move(key));
}

bool Repeats::is_known(std::string_view line) const {
    return line.size() >= min_repeated_bytes && lines_.contains(key_of_line(line));
}

/// Whether a whole block is furniture for having stood before.
bool Repeats::is_repeat(std::string_view line, const std::string& key) const {
    if (line.size() < min_repeated_bytes || !lines_.contains(key)) return false;
    if (blocks_ <= top_blocks || line == last_block_) return true;
    return words_in(line) >= (ends_a_sentence(line) ? min_sentence_words_below : min_words_below);
}

/// The bytes of the known line that a line begins with, where the next word is glued to it; else 0.
std::size_t Repeats::known_beginning(std::string_view line) const {
    if (line.size() < beginning_bytes) return 0;
    const auto candidates = by_beginning_.find(std::string(line.substr(0, beginning_bytes)));
    if (candidates == by_beginning_.end()) return 0;
    for (const std::string& known : candidates->second)
        if (line.starts_with(known) && class_at(line, known.size()) == WordClass::upper)
            return known.size();
    return 0;
}

std::vector<TextRange> Repeats::repeated(const Block& block) {
    const std::string_view line = within(text_, block.range);
    std::string key = block.is_short() ? block.words : on_one_line(line);
    ++blocks_;
    const bool is_repeat = this->is_repeat(line, key);
    last_block_ = line;
    if (is_repeat) return {block.range};
    const std::string_view once = line.substr(0, period_of(line));
    if (once.size() < line.size() && can_repeat(once)) {
        if (is_known(once)) return {block.range};
        know(once);
        return {{block.range.begin + once.size(), block.range.end}};
    }
    std::vector<TextRange> found;
    add_glued(block.range, found);
    know(line, std::move(key));
    return found;
}

void Repeats::add_glued(const TextRange& block, std::vector<TextRange>& found) {
    const std::string_view line = within(text_, block);
    const std::size_t beginning = known_beginning(line);
    if (beginning > 0) found.push_back({block.begin, block.begin + beginning});
    for (const TextRange& piece : glued_pieces(line)) {
        if (piece.begin < beginning || piece.end - piece.begin == line.size()) continue;
        if (is_known(within(line, piece))) {
            found.push_back({block.begin + piece.begin, block.begin + piece.end});
        } else {
            know(within(line, piece));
        }
    }
}

}  // namespace nutgraf::archive
