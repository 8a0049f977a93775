#include "analyzers/text/fold.h"
#include "analyzers/text/normalise.h"
#include "base/utf8.h"
#include "tests/fuzz/promise.h"

#include <unicode/normalizer2.h>

using namespace nutgraf;
using namespace nutgraf::analyzers;
using nutgraf::tests::require;

namespace {

bool is_nfc(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* composer = icu::Normalizer2::getNFCInstance(status);
    return U_SUCCESS(status) && composer->isNormalizedUTF8(text, status) != 0;
}

}  // namespace

/// Any bytes become a text that needs no further normalising, and any word a form that folds to
/// itself.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = tests::text_from(data, size);
    const NormalisedText once = normalised_text(bytes);
    require(is_valid_utf8(once.text), "a normalised text is UTF-8");
    require(is_nfc(once.text), "a normalised text is in NFC");
    for (const char c : once.text)
        require(c < 0 || c >= ' ' || c == '\n' || c == '\t', "controls are removed");
    require((once.replaced_bytes == 0) == is_valid_utf8(bytes), "what is replaced is counted");
    const NormalisedText twice = normalised_text(once.text);
    require(twice.text == once.text, "a normalised text is left as it is");

    const FoldedWord word = fold(bytes);
    require(word.folded.size() <= 64 && word.caseless.size() <= 64, "a form has at most 64 bytes");
    require(is_valid_utf8(word.folded) && is_valid_utf8(word.caseless), "a form is UTF-8");
    require(word.folded.empty() == word.caseless.empty(), "both forms are empty, or none");
    require(fold(word.folded).folded == word.folded, "a folded word folds to itself");
    require(fold(word.caseless).caseless == word.caseless, "a caseless word stays as it is");
    return 0;
}
