#pragma once

#include "indexer/index/record_fields.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace nutgraf::index {

/// A place of an article that gives what somebody said.
struct StoredQuote {
    static constexpr std::uint32_t nobody = 0xffffffff;

    bool is_in_title = false;  ///< In the title, or else in the text.
    std::uint32_t begin = 0;   ///< Bytes of that, [begin, end).
    std::uint32_t end = 0;
    std::uint32_t first_token = 0;  ///< Tokens of that, both included.
    std::uint32_t last_token = 0;
    std::string kind;                ///< "direct", "partial" or "indirect".
    std::uint32_t speaker = nobody;  ///< Which of the article's entities; `nobody` when unnamed.
    std::uint32_t terms = nobody;    ///< Which of its sets of terms; `nobody` likewise.
    std::string speaker_text;        ///< How the speaker stands there: "the ambassador", "he".
    std::string cue;                 ///< "said"; may be empty.

    bool operator==(const StoredQuote&) const = default;
};

/// How many entities and sets of terms an article has: what its quotes may point to.
struct QuoteLimits {
    std::size_t entities = 0;
    std::size_t term_sets = 0;
};

/// Appends quotes to a record, and takes them off it again. Reading throws Error for bytes that are
/// not of that form, and for a quote of an entity or of terms that are not there.
void put_quotes(std::string& bytes, const std::vector<StoredQuote>& quotes);
std::vector<StoredQuote> quotes_from(RecordFields& fields, QuoteLimits limits);

}  // namespace nutgraf::index
