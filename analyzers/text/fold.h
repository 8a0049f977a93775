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
/// with ’ read as '. Accents are the marks of Latin and Greek letters, ё to е, and the vowel signs
/// of Arabic and Hebrew; letters that are their own (й, ñ's tilde goes, but Ł, Ø, Æ, ß as l, o, ae,
/// ss) keep what tells them apart. Only the first 256 bytes of a word are looked at, and both forms
/// are cut to 64 bytes between code points. Both are empty where nothing but ignorable characters
/// was there. Bytes that are not UTF-8 count as U+FFFD.
FoldedWord fold(std::string_view word);

}  // namespace nutgraf::analyzers
