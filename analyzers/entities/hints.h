#pragma once

#include "analyzers/entities/flag_set.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace nutgraf::entities {

/// What tells at a glance that a word may matter to a step of the analysis: most matter to none.
enum class Hint : std::uint8_t {
    name,       ///< Is a name of the gazetteer.
    longer,     ///< Names of the gazetteer that have more words begin with it.
    match,      ///< A name of the gazetteer begins here.
    weak,       ///< Stands in a line where capitals say nothing.
    piece,      ///< A run of capitals may begin with it.
    lead,       ///< May be the first of words that stand before a role.
    speech,     ///< May be the first of words that report speech.
    head,       ///< What bodies are called: "ministry".
    number,     ///< Begins with a digit.
    spelling,   ///< Is spelt so in one country: "defence".
    quote,      ///< A quotation mark or an apostrophe may stand before it.
    line,       ///< A line, or the text under a headline, begins.
    sentence,   ///< A sentence begins.
    named,      ///< The name of an organisation ends.
    quotation,  ///< Something in quotation marks begins.
};

using Hints = FlagSet<Hint, std::uint16_t>;

/// The hints of the words of a text.
class HintList {
public:
    /// So many words are looked at in one step.
    static constexpr std::size_t block = sizeof(std::uint64_t) / sizeof(Hints);

    /// Makes room for so many words, whose hints are then set one by one.
    void resize(std::size_t words) {
        if (hints_.size() < words) hints_.resize(words);
    }
    void set(std::size_t word, Hints hints) { hints_[word] = hints; }
    void add(std::size_t word, Hint hint) { hints_[word].add(hint); }
    void add_if(std::size_t word, bool condition, Hint hint) {
        hints_[word].add_if(condition, hint);
    }
    Hints operator[](std::size_t word) const { return hints_[word]; }

    /// The first word from `at` on and before `end`, which is at most their number, that has any of
    /// some hints; `end` when none has.
    std::uint32_t next(std::size_t at, Hints wanted, std::size_t end) const {
        constexpr std::uint64_t each = 0x0001'0001'0001'0001U;
        const std::uint64_t mask = each * wanted.bits();
        for (; at + block <= end; at += block) {
            std::uint64_t hints = 0;
            std::memcpy(&hints, hints_.data() + at, sizeof hints);
            if ((hints & mask) != 0) break;
        }
        while (at < end && !hints_[at].has_any(wanted)) ++at;
        return static_cast<std::uint32_t>(std::min(at, end));
    }

private:
    std::vector<Hints> hints_;  // Never shrinks: to make room again costs as much as to fill it.
};

}  // namespace nutgraf::entities
