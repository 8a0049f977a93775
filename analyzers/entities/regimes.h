#pragma once

#include "analyzers/entities/reading.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace nutgraf::entities {

/// Whether the lines of a text end where they are full, inside sentences, rather than where
/// paragraphs do.
bool is_hard_wrapped(std::string_view text);

/// Counts what tells the regime of a line, word by word.
class LineCounter {
public:
    void add(const Word& word) {
        letters_ += word.letters;
        capitals_ += word.capitals;
        ++words_;
        content_words_ += word.is_content ? 1 : 0;
        if (word.is_content && word.is_capitalised()) add_capitalised(word);
    }

    /// What capitals say in the line of the words so far. `ends_in_stop`: a full stop follows.
    Regime regime(bool ends_in_stop) const;

private:
    void add_capitalised(const Word& word);

    std::size_t letters_ = 0;
    std::size_t capitals_ = 0;
    std::size_t content_words_ = 0;
    std::size_t capitalised_ = 0;
    std::size_t capitalised_common_ = 0;  // Words that are no names, but not the first.
    std::size_t words_ = 0;
};

}  // namespace nutgraf::entities
