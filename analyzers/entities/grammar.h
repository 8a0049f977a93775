#pragma once

#include <cstdint>
#include <string_view>

namespace nutgraf::entities {

/// What a small English word does to the names around it.
enum class Grammar : std::uint8_t {
    content,     ///< Nothing: a word with a meaning of its own.
    definite,    ///< the
    indefinite,  ///< a
    determiner,  ///< this, any, several
    possessive,  ///< his, their
    pronoun,     ///< she, they
    relative,    ///< who, which
    of,
    conjunction,  ///< and, or
    in,           ///< Prepositions of place and time: in, on
    by,
    at,  ///< at, with, from: before organisations rather than people
    to,  ///< to, for
    as,
    be,              ///< be, been, have, not: what follows "may"
    is,              ///< is, are, has
    was,             ///< was, were, had
    became,          ///< became, remains
    appointed,       ///< named, elected
    dismissed,       ///< sacked, resigned
    particle,        ///< von, bin, de: within names of people
    time,            ///< until, since, early: before months
    adverb,          ///< also, later: between a name and its verb
    abbreviation,    ///< vs, St: a full stop behind it ends no sentence
    exchange,        ///< NYSE: before a colon and a ticker
    share,           ///< shares
    medium,          ///< newspaper, website: behind the name of one
    administration,  ///< administration, government: behind a person's name
    attached,        ///< backed, led: glued behind a name
    attaching,       ///< anti, pro: glued before a name
};

/// What a word does, by its folded form; `content` for all others. Constant time. Thread-safe.
Grammar grammar_of(std::string_view folded);

}  // namespace nutgraf::entities
