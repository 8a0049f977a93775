#pragma once

#include <string>
#include <string_view>

namespace nutgraf::analyzers {

/// The two forms a word is compared by.
struct FoldedWord {
    std::string folded;    ///< Width, case and accents folded: "cafe" for "CAFÉ".
    std::string caseless;  ///< The same with its accents: "café". What stems are made from.
};

/// The one place where words are folded: the writer, the query and the highlighter share it.
///
/// Caseless is Unicode's NFKC_Casefold, which also drops soft hyphens and zero-width characters,
/// with ’ read as '. Accents are the marks on Latin, Greek, Arabic (hamza included) and Hebrew
/// letters, and those of ё; й and the like are letters of their own and stay. Ł, Ø, Æ, Œ, Đ, Þ and
/// ß become l, o, ae, oe, d, th and ss, as readers without the keyboard type them. Only the first
/// 256 bytes of a word are looked at, and both forms are cut to 64 bytes between code points. Both
/// are empty where nothing but ignorable characters was there. Bytes that are not UTF-8 count as
/// U+FFFD.
FoldedWord fold(std::string_view word);

}  // namespace nutgraf::analyzers
