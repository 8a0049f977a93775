#pragma once

#include "analyzers/text/token.h"

#include <string_view>

namespace nutgraf::analyzers {

/// The words of a UTF-8 text of less than 4 GiB, in order, in time linear in its size.
///
/// The borders are those of UAX #29, with these differences, which news text asks for:
/// - a full stop splits before a capital: "Coons.Theresa" is two words;
/// - letters with full stops are one word, the last stop included, and are compared
///   without the stops: "U.S." as "us"; a single capital likewise: "J.";
/// - "&" joins capitals: "AT&T"; the colon and the narrow no-break space never join;
/// - a possessive is marked, not part of the word: "Huawei’s", "allies'"; nor is a Hebrew word's
///   last apostrophe;
/// - a Han, Kana, Thai, Lao, Khmer or Burmese code point is a word of its own;
/// - a single "_" joins letters and digits, only between them;
/// - a zero-width space hides inside a word, and no joiner makes a picture part of one;
/// - hyphens split, and mark the next word as glued.
///
/// A byte that is not UTF-8 ends a word.
Tokens tokenise(std::string_view text);

}  // namespace nutgraf::analyzers
