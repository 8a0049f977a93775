#include "indexer/archive/notice.h"
#include "tests/fuzz/promise.h"

#include <algorithm>

using namespace nutgraf;

/// Any text is a notice that names an article, an embargo that has an end, or neither.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    archive::Article article;
    article.id = "item";
    article.body = tests::text_from(data, size);
    const auto notice = archive::notice_of(article, {});
    if (!notice) return 0;
    tests::require(notice->names.empty() == (notice->kind == archive::NoticeKind::embargo),
                   "only an embargo is about its own text");
    tests::require(std::ranges::find(notice->names, "") == notice->names.end(), "no name is empty");
    if (notice->kind == archive::NoticeKind::embargo)
        tests::require(notice->until.has_value(), "an embargo over a text has an end");
    return 0;
}
