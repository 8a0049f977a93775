#include "analyzers/text/normalise.h"
#include "analyzers/text/stem.h"
#include "analyzers/text/tokenizer.h"
#include "tests/analyzers/text/token_invariants.h"
#include "tests/fuzz/promise.h"

using namespace nutgraf;
using namespace nutgraf::analyzers;
using nutgraf::tests::require;

namespace {

void try_stems(const Tokens& tokens) {
    static Stemmer stemmers[] = {Stemmer("de"), Stemmer("en"), Stemmer("fr"), Stemmer("ru")};
    for (Stemmer& stemmer : stemmers) {
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const std::string breach = tests::breach_in_form(stemmer.stem(tokens.caseless(i)));
            require(breach.empty(), "a stem " + breach);
        }
    }
}

}  // namespace

/// Any bytes are cut into words as the header says, and their stems are sound.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = tests::text_from(data, size);
    const std::string raw_breach = tests::breach_in(bytes, tokenise(bytes));
    require(raw_breach.empty(), raw_breach);
    const std::string text = normalised_text(bytes).text;
    const Tokens tokens = tokenise(text);
    const std::string breach = tests::breach_in(text, tokens);
    require(breach.empty(), breach);
    try_stems(tokens);
    return 0;
}
