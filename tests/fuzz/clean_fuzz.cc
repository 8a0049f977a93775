#include "base/utf8.h"
#include "indexer/archive/clean/clean.h"
#include "indexer/archive/clean/text_parts.h"
#include "tests/fuzz/promise.h"

using namespace nutgraf;
using nutgraf::tests::require;

/// Any bytes have parts, and any text can be put together again after it was cleaned.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = tests::text_from(data, size);
    std::size_t end = 0;
    for (const archive::TextPart& part : archive::parts_of(bytes, {}).besides) {
        require(part.range.begin >= end && part.range.begin < part.range.end,
                "parts are in order and not empty");
        end = part.range.end;
    }
    require(end <= bytes.size(), "parts are within the text");

    archive::Article article;
    article.body = repaired_utf8(bytes);
    const archive::Article clean = archive::cleaned(article);
    require(archive::fit(clean.body, clean.removed), "what was removed fits the rest");
    require(archive::raw_text_of(clean) == article.body, "a text can be put together again");
    require(is_valid_utf8(clean.body) && is_valid_utf8(clean.title), "texts are UTF-8");
    require(clean.title.find('\n') == std::string::npos, "a title is one line");
    require(article.body.empty() || !clean.body.empty(), "something is left of a text");
    require(archive::cleaned(archive::as_given(clean)) == clean, "cleaning is the same twice");
    require(archive::article_from_stored(archive::to_json(clean)) == clean, "it can be stored");
    return 0;
}
