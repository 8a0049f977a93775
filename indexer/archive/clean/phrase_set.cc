#include "indexer/archive/clean/phrase_set.h"

#include "indexer/archive/clean/block.h"

#include <algorithm>

namespace nutgraf::archive {

std::vector<std::string_view> phrases_in(std::string_view list) {
    std::vector<std::string_view> phrases;
    for (std::size_t begin = 0; begin <= list.size();) {
        const std::size_t end = std::min(list.find('|', begin), list.size());
        phrases.push_back(list.substr(begin, end - begin));
        begin = end + 1;
    }
    return phrases;
}

PhraseSet::PhraseSet(std::string_view list) {
    for (const std::string_view phrase : phrases_in(list)) {
        std::string words = folded_words(phrase);
        const auto count = 1 + static_cast<std::size_t>(std::ranges::count(words, ' '));
        most_words_ = std::max(most_words_, count);
        most_bytes_ = std::max(most_bytes_, words.size());
        phrases_.insert(std::move(words));
    }
}

/// The bytes of the longest phrase the words begin with; 0 for none.
std::size_t PhraseSet::longest_prefix(std::string_view words) const {
    std::size_t longest = 0;
    std::size_t end = 0;
    for (std::size_t count = 0; count < most_words_ && end < words.size(); ++count) {
        end = std::min(words.find(' ', end + 1), words.size());
        if (phrases_.contains(std::string(words.substr(0, end)))) longest = end;
    }
    return longest;
}

bool PhraseSet::has_beginning_of(std::string_view words) const {
    return longest_prefix(words) > 0;
}

bool PhraseSet::has_part_of(std::string_view words) const {
    while (!words.empty()) {
        if (has_beginning_of(words)) return true;
        words.remove_prefix(std::min(words.find(' '), words.size() - 1) + 1);
    }
    return false;
}

bool PhraseSet::is_made_of(std::string_view words) const {
    if (words.empty()) return false;
    while (!words.empty()) {
        const std::size_t size = longest_prefix(words);
        if (size == 0) return false;
        words.remove_prefix(std::min(size + 1, words.size()));
    }
    return true;
}

}  // namespace nutgraf::archive
