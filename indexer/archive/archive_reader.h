#pragma once

#include "indexer/archive/article.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace nutgraf::archive {

/// The largest text an article may have: title, standfirst and body together.
constexpr std::size_t max_article_bytes = std::size_t{4} * 1024 * 1024;

/// The sentence that refuses a larger one.
std::string too_large_message();

/// One record of an archive file: an article, or the reason it is none.
struct Record {
    std::uint64_t line = 0;  ///< Where it begins, counted from 1; 0 when it is the whole file.
    std::variant<Article, RecordError> outcome;
    std::vector<std::string> warnings;  ///< What was mended in the article, as whole sentences.
};

/// Reads the records of one archive file in order, in bounded memory.
///
/// Not thread-safe: one per thread.
class ArchiveReader {
public:
    virtual ~ArchiveReader() = default;
    ArchiveReader() = default;
    ArchiveReader(const ArchiveReader&) = delete;
    ArchiveReader& operator=(const ArchiveReader&) = delete;

    /// The next record; empty at the end. Throws Error when the file cannot be
    /// read any further; the records before that have been given.
    virtual std::optional<Record> next() = 0;
};

}  // namespace nutgraf::archive
