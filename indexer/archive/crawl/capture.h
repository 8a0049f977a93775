#pragma once

#include "indexer/archive/archive_reader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::archive {

/// The largest record of a crawl that is looked into; of larger ones the rest is passed over.
constexpr std::size_t max_capture_bytes = std::size_t{32} * 1024 * 1024;

/// What a crawler took from an address.
struct Capture {
    std::string url;
    std::string fetched;  ///< When, as the crawl writes it.
    std::string type;     ///< Of the content; empty when an answer of HTTP says so itself.
    bool is_http = false;
    std::string_view content;
    std::uint64_t offset = 0;  ///< In the crawl's file, undone.
};

/// The article of a page that was captured, or why it cannot be read. Nothing for what no one
/// would search for words: pictures, scripts, redirections, pages that were not found.
std::optional<Record> captured_article(const Capture& capture);

/// A reason, with the place in a file that has no lines.
Record refused_at_byte(std::uint64_t offset, std::string_view message);

}  // namespace nutgraf::archive
