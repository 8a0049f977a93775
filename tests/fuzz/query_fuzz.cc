#include "base/utf8.h"
#include "searchd/query/parser.h"
#include "searchd/query/print.h"
#include "tests/fuzz/promise.h"

using namespace nutgraf;
using nutgraf::tests::require;

namespace {

bool is_sentence(const std::string& text) {
    return is_valid_utf8(text) && text.size() < 1000 && text.ends_with('.');
}

/// Reads a text in one way, and what comes out again as printed.
void try_query(std::string_view text, const query::ParseOptions& options) {
    const auto parsed = query::parse_query(text, options);
    if (!parsed) {
        require(is_sentence(parsed.error().message), "a refusal is a sentence");
        require(parsed.error().position <= text.size(), "and about a byte of the text, or its end");
        return;
    }
    require(parsed->notes.size() <= query::max_notes + 1, "notes are few");
    for (const query::Note& note : parsed->notes) {
        require(is_sentence(note.message), "a note is a sentence");
        require(is_valid_utf8(note.suggestion), "a suggestion is UTF-8");
        require(note.position <= text.size(), "a note is about a byte of the text, or its end");
    }
    const std::string printed = query::to_text(parsed->query);
    require(is_valid_utf8(printed), "a printed query is UTF-8");
    const auto again = query::parse_query(printed, {.today = options.today});
    // Only ids can be so long that they do not fit when they are written out with their field.
    const bool is_too_long = printed.size() > query::max_query_bytes;
    require(is_too_long || again, "a printed query is read again");
    require(is_too_long || again->query == parsed->query, "and is the same query");
    require(is_too_long || again->notes.empty(), "with nothing to note about it");
}

}  // namespace

/// Any bytes are a query that prints and reads again as the same, or are refused with a sentence.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace std::chrono;
    const std::string_view text = tests::text_from(data, size);
    const sys_days today = 2019y / May / 10;
    try_query(text, {.today = today});
    try_query(text, {.today = today, .is_any = true});
    try_query(text, {.today = today, .is_plain = true});
    try_query(text, {.today = today, .is_strict = true});
    return 0;
}
