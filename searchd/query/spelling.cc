#include "searchd/query/spelling.h"

#include "base/utf8.h"

#include <algorithm>
#include <bit>

namespace nutgraf::query {

Spelling::Spelling(std::string_view word) {
    constexpr unsigned bits = 64;
    for (std::size_t at = 0; at < word.size() && size_ < max_letters;) {
        const CodePoint letter = code_point_at(word, at);
        at += letter.size;
        letters_[size_++] = letter.value;
        letter_set_ |= std::uint64_t{1} << (static_cast<unsigned>(letter.value) % bits);
    }
}

std::optional<std::size_t> Spelling::distance(std::string_view other, std::size_t most) const {
    // Bytes are at most four times the letters, and never fewer.
    constexpr std::size_t bytes_a_letter = 4;
    if (other.size() + most < size_ || other.size() > (size_ + most) * bytes_a_letter)
        return std::nullopt;
    const Spelling read(other);
    if (read.size_ > size_ + most || size_ > read.size_ + most) return std::nullopt;
    // One change of a letter takes at most one out of the set and puts one in.
    const int differences = std::popcount(letter_set_ ^ read.letter_set_);
    if (static_cast<std::size_t>(differences) > 2 * most) return std::nullopt;
    const std::size_t found = distance(read, most);
    if (found > most) return std::nullopt;
    return found;
}

/// More than `most`, but perhaps not how much more, when it is more.
std::size_t Spelling::distance(const Spelling& other, std::size_t most) const {
    Row before_last = {};
    Row last = {};
    Row row = {};
    for (std::size_t j = 0; j <= other.size_; ++j) last[j] = j;
    for (std::size_t i = 1; i <= size_; ++i) {
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= other.size_; ++j) {
            const bool is_same = letters_[i - 1] == other.letters_[j - 1];
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (is_same ? 0 : 1)});
            if (i > 1 && j > 1 && letters_[i - 1] == other.letters_[j - 2] &&
                letters_[i - 2] == other.letters_[j - 1])
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        // A swap reaches back two rows, which are at most one better than this one.
        if (least > most + 1) return least;
        before_last = last;
        last = row;
    }
    return last[other.size_];
}

}  // namespace nutgraf::query
