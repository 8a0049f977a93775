#pragma once

#include "indexer/archive/byte_source.h"

#include <memory>

namespace nutgraf::archive {

/// XML as it is found, made such that a parser reads it to its end: UTF-8 in, UTF-8 out, every line
/// keeping its number.
///
/// Comments, processing instructions, the XML declaration and the document type are left out, so
/// that no parser behind this ever sees a declaration of anything. References to HTML's entities
/// become their characters, references to short texts that the document type itself declares become
/// those texts, an ampersand that begins no reference and a "<" that begins no tag are escaped.
/// Control characters are left out; those between U+0080 and U+009F are read as Windows-1252, which
/// is what was meant.
std::unique_ptr<ByteSource> mended_xml(std::unique_ptr<ByteSource> utf8);

}  // namespace nutgraf::archive
