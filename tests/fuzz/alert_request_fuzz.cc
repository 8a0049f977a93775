#include "base/utf8.h"
#include "searchd/http/alert_body.h"
#include "searchd/http/request.h"
#include "tests/fuzz/promise.h"

#include <string>

using namespace nutgraf;
using nutgraf::tests::require;

/// Any bytes are the body of a request about alerts, or are refused by a sentence; and any are a
/// form.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(tests::text_from(data, size));
    for (const auto deed : {http::AlertDeed::make, http::AlertDeed::change}) {
        const auto body = http::alert_body(bytes, deed);
        if (body) {
            require(is_valid_utf8(bytes), "only UTF-8 is taken");
            continue;
        }
        const std::string& message = body.error().message;
        require(is_valid_utf8(message) && message.ends_with('.'), "a refusal is a sentence");
    }
    std::size_t decoded = 0;
    for (const auto& [name, value] : http::parameters_from(bytes))
        decoded += name.size() + value.size();
    require(decoded <= size, "a form decodes to no more than it is");
    return 0;
}
