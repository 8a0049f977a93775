#include "base/json.h"
#include "base/utf8.h"
#include "tests/fuzz/promise.h"

using namespace nutgraf;
using nutgraf::tests::require;

/// Any bytes are a value that prints and reads again as the same, or are refused at a byte.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = tests::text_from(data, size);
    const auto value = parse_json(bytes);
    if (!value) {
        const JsonError& error = value.error();
        require(error.position <= size, "a refusal is about a byte of the text, or its end");
        require(is_valid_utf8(error.message) && error.message.ends_with('.'), "it is a sentence");
        require(error.message.size() < 500, "and does not repeat the text");
    } else {
        require(is_valid_utf8(bytes), "only UTF-8 is taken");
        const std::string text = to_text(*value);
        require(is_valid_utf8(text), "a printed value is UTF-8");
        require(text.find('\n') == std::string::npos, "a printed value is one line");
        const auto again = parse_json(text);
        require(static_cast<bool>(again), "a printed value is read again");
        require(to_text(*again) == text, "and is the same");
    }
    // The bytes as a text within a value, whatever they are.
    const std::string text = to_text(Json(std::string(bytes)));
    require(is_valid_utf8(text), "a printed text is UTF-8");
    require(static_cast<bool>(parse_json(text)), "a printed text is read again");
    return 0;
}
