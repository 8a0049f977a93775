#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

namespace nutgraf::archive {

/// Phrases as they are compared with lines: by their folded words. Immutable: may be shared between
/// threads.
class PhraseSet {
public:
    explicit PhraseSet(std::span<const std::string_view> phrases);

    /// Whether folded words with spaces between are one of the phrases.
    bool has(const std::string& words) const { return phrases_.contains(words); }

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
};

}  // namespace nutgraf::archive
