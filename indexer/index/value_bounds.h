#pragma once

#include <cstddef>
#include <filesystem>

namespace nutgraf::index {

/// Makes the least and the greatest value that a database notes of a slot those of its articles.
///
/// Xapian widens these bounds and never narrows them, so that the source, the section or the
/// entities of an article that was removed may stand there for good. Only the slots that hold words
/// are looked at; where a bound is nobody's any more, the values of that slot are taken from all
/// documents and put back, in one transaction: about 0.04 ms a document, and as much memory as the
/// values take. Returns how many slots that was. The caller holds the right to write. Throws Error
/// when the database fails.
std::size_t tighten_bounds(const std::filesystem::path& path);

}  // namespace nutgraf::index
