#include "base/utf8.h"
#include "indexer/archive/text_reader.h"
#include "tests/fuzz/memory_source.h"
#include "tests/fuzz/promise.h"

using namespace nutgraf;
using nutgraf::tests::require;

/// Any bytes are one article or refused with a reason.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = tests::text_from(data, size);
    const auto reader = archive::text_reader(std::make_unique<tests::MemorySource>(bytes), "id");
    const auto record = reader->next();
    require(record.has_value(), "a file is one record");
    require(!reader->next(), "and no more");
    if (const auto* article = std::get_if<archive::Article>(&record->outcome)) {
        require(!article->body.empty(), "an article says something");
        require(is_valid_utf8(article->body), "texts are UTF-8");
        require(!article->body.starts_with('\n') && !article->body.ends_with('\n'),
                "no blank lines stand around the text");
        require(record->warnings.empty() == is_valid_utf8(bytes), "what is replaced is told");
    }
    return 0;
}
