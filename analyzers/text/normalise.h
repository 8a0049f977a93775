#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nutgraf::analyzers {

/// A text as every room behind the readers may expect it.
struct NormalisedText {
    std::string text;                ///< Valid UTF-8 in NFC.
    std::size_t replaced_bytes = 0;  ///< Bytes that were not UTF-8, now U+FFFD.
};

/// Makes any bytes a text: valid UTF-8 in NFC, lines ending in one line feed (CR LF, CR, vertical
/// tab, form feed and NEL become one), a byte order mark, other controls than line feed and tab,
/// and noncharacters removed.
///
/// Time is linear in the size: runs of more than 30 combining marks are cut
/// there, as UAX #15's Stream-Safe format bounds them, before ICU orders them. Marks are
/// counted as they stand in the decomposed text.
NormalisedText normalised_text(std::string_view bytes);

}  // namespace nutgraf::analyzers
