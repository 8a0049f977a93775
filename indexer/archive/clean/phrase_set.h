#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace nutgraf::archive {

/// The phrases of a list with "|" between them. They live as long as the list.
std::vector<std::string_view> phrases_in(std::string_view list);

/// Phrases as they are compared with lines: by their folded words. Immutable: may be shared between
/// threads.
class PhraseSet {
public:
    /// Of phrases with "|" between them.
    explicit PhraseSet(std::string_view list);

    /// Whether folded words with spaces between are one of the phrases.
    bool has(const std::string& words) const {
        return words.size() <= most_bytes_ && phrases_.contains(words);
    }

    /// Whether they begin with one of the phrases.
    bool has_beginning_of(std::string_view words) const;

    /// Whether one of the phrases stands among them.
    bool has_part_of(std::string_view words) const;

    /// Whether each of them, several taken together where they are a phrase, is one of the phrases.
    bool is_made_of(std::string_view words) const;

private:
    std::size_t longest_prefix(std::string_view words) const;

    std::unordered_set<std::string> phrases_;
    std::size_t most_words_ = 1;
    std::size_t most_bytes_ = 0;
};

}  // namespace nutgraf::archive
