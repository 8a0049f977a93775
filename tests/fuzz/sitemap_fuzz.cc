#include "base/error.h"
#include "indexer/archive/sitemap_reader.h"
#include "tests/fuzz/memory_source.h"
#include "tests/fuzz/promise.h"

#include <memory>

using namespace nutgraf;

/// Any bytes are a sitemap whose entries have addresses on one line, up to where it is damaged.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = tests::text_from(data, size);
    archive::SitemapReader sitemap(std::make_unique<tests::MemorySource>(bytes));
    try {
        while (const auto entry = sitemap.next()) {
            tests::require(!entry->url.empty(), "an entry has an address");
            tests::require(entry->url.find('\n') == std::string::npos, "it is one line");
            tests::require(entry->title.find('\n') == std::string::npos, "a title is one line");
        }
    } catch (const Error& error) {
        tests::require(*error.what() != '\0', "a failure has a reason");
    }
    return 0;
}
