#pragma once

#include <string>
#include <string_view>

namespace nutgraf::archive {

/// The character set that a file or a page declares in its own first bytes, as it writes the name:
/// an XML declaration's encoding or an HTML meta element's charset. Empty when it declares none.
std::string declared_charset(std::string_view beginning);

/// The character set of bytes, under a name that iconv knows.
///
/// A byte order mark decides, then the zero bytes of UTF-16 and UTF-32. What is valid as UTF-8 and
/// declared as nothing but UTF-8, ASCII or Latin-1 is UTF-8. Else the declared set counts, as
/// browsers read it (Latin-1 is Windows-1252); one that cannot be true, or is not known, is
/// replaced by what the bytes look like.
std::string charset_of(std::string_view beginning, std::string_view declared);

/// How many bytes at the front of a text are its byte order mark.
std::size_t byte_order_mark_size(std::string_view beginning);

/// All of some bytes as UTF-8; what the set does not have becomes U+FFFD.
std::string utf8_of(std::string_view bytes, const std::string& charset);

}  // namespace nutgraf::archive
