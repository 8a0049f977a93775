#include "searchd/query/stop_words.h"

#include <algorithm>
#include <array>

namespace nutgraf::query {

namespace {

// Sorted, as it is searched so; a test sees to it.
constexpr std::array<std::string_view, 141> stop_words = {
    "a",        "about",   "above",     "after", "again", "against", "all",    "also",
    "although", "am",      "among",     "an",    "and",   "another", "any",    "anyone",
    "anything", "are",     "as",        "at",    "be",    "been",    "being",  "both",
    "but",      "by",      "can",       "could", "did",   "do",      "does",   "doing",
    "done",     "each",    "either",    "else",  "ever",  "every",   "few",    "for",
    "from",     "further", "had",       "has",   "have",  "having",  "he",     "her",
    "here",     "hers",    "him",       "his",   "how",   "however", "i",      "if",
    "in",       "into",    "is",        "it",    "its",   "just",    "less",   "like",
    "many",     "me",      "might",     "more",  "most",  "much",    "must",   "my",
    "neither",  "no",      "nor",       "not",   "of",    "on",      "only",   "or",
    "other",    "others",  "otherwise", "our",   "ours",  "over",    "own",    "per",
    "please",   "pleased", "rather",    "same",  "shall", "she",     "should", "since",
    "so",       "some",    "such",      "than",  "that",  "the",     "their",  "them",
    "then",     "there",   "these",     "they",  "this",  "those",   "though", "through",
    "thus",     "to",      "too",       "under", "until", "up",      "upon",   "very",
    "via",      "was",     "we",        "were",  "what",  "when",    "where",  "whether",
    "which",    "while",   "whom",      "whose", "why",   "will",    "with",   "within",
    "without",  "would",   "yet",       "you",   "your",
};

}  // namespace

bool is_stop_word(std::string_view caseless) {
    return std::ranges::binary_search(stop_words, caseless);
}

}  // namespace nutgraf::query
