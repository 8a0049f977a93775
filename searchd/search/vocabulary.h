#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nutgraf::search {

/// The words that headlines and texts of one state of an index hold, folded, and in how many
/// articles; of a large index only those that more than one article holds. In memory, since to walk
/// the index's terms takes a hundred times as long. Immutable: may be shared between threads.
class Vocabulary {
public:
    struct Word {
        std::string_view letters;  ///< Lives as long as the vocabulary.
        std::uint32_t articles =
            0;  ///< That hold it in the text, or those in the headline if more.
    };

    /// Reads the terms. May throw what Xapian throws on reading.
    explicit Vocabulary(const Xapian::Database& database);

    /// The words that begin so, the most frequent first, at most `limit`.
    std::vector<Word> begun_with(std::string_view beginning, std::size_t limit) const;

    /// In how many articles a word is; 0 for one that is not here.
    std::uint32_t articles_of(std::string_view word) const;

    /// The words that may have been meant by a misspelt one, the likeliest first, at most `limit`:
    /// those at most two letters inserted, left out, replaced or swapped with their neighbour away,
    /// one for a word of less than six letters, by how such slips happen (slip_cost) and how
    /// frequent they are. Each is in more than `articles` articles. Empty for a word of less than
    /// four letters.
    std::vector<std::string_view> meant_by(std::string_view misspelt, std::uint32_t articles,
                                           std::size_t limit) const;

    /// Two words, each of three letters and in more than `articles` articles, that were run
    /// together to make this one; those that are in most. Empty when there are none.
    std::pair<std::string_view, std::string_view> run_together(std::string_view word,
                                                               std::uint32_t articles) const;

private:
    struct Place {
        std::uint32_t begin = 0;  // In letters_.
        std::uint32_t size = 0;
        std::uint32_t articles = 0;
    };

    void add(std::string_view word, std::uint32_t articles);
    std::string_view letters_of(const Place& place) const {
        return std::string_view(letters_).substr(place.begin, place.size);
    }

    std::string letters_;
    std::vector<Place> words_;  // By their letters.
};

}  // namespace nutgraf::search
