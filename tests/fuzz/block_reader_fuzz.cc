#include "analyzers/entities/block_reader.h"
#include "analyzers/entities/compile.h"
#include "analyzers/entities/lexicon.h"
#include "base/utf8.h"
#include "tests/fuzz/promise.h"

#include <algorithm>

using namespace nutgraf;
using namespace nutgraf::entities;
using nutgraf::tests::require;

namespace {

void check_problems(const Problems& problems, std::uint32_t lines) {
    for (const Problem& problem : problems) {
        const std::string& sentence = problem.sentence;
        require(problem.location.line >= 1 && problem.location.line <= lines,
                "a problem is of a line of the file");
        require(is_valid_utf8(sentence), "it is told in UTF-8");
        require(sentence.ends_with('.') || sentence.ends_with('?'), "it is a sentence");
    }
}

}  // namespace

/// Any bytes are blocks of facts, or a lexicon, and a gazetteer or errors.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = tests::text_from(data, size);
    const auto lines = static_cast<std::uint32_t>(1 + std::ranges::count(text, '\n'));
    const Blocks read = read_blocks(text, "a.ent");
    check_problems(read.problems, lines);
    std::uint32_t last = 0;
    for (const Block& block : read.blocks) {
        require(!block.id.empty() && !block.kind.empty(), "a block has a kind and an id");
        require(block.location.line > last, "blocks are in the order of their lines");
        last = block.location.line;
        for (const Fact& fact : block.facts) {
            require(fact.location.line > last, "so are facts");
            last = fact.location.line;
            require(!fact.key.empty() && !fact.values.empty(), "a fact has a key and a value");
            for (const std::string& value : fact.values)
                require(
                    !value.empty() && is_valid_utf8(value) && value.find('\n') == std::string::npos,
                    "a value is a text of one line");
        }
    }
    Problems of_lexicon;
    const auto rows = read_lexicon(text, "lexicon-a.tsv", of_lexicon);
    check_problems(of_lexicon, lines);
    require(rows.size() < lines, "a lexicon has a header and a row a line");
    const bool is_lexicon = !rows.empty();
    const std::string name = is_lexicon ? "lexicon-a.tsv" : "a.ent";
    const Compiled compiled = compile({{name, std::string(text)}});
    check_problems(compiled.problems, lines);
    require(compiled.bytes.empty() == has_errors(compiled.problems), "errors alone refuse");
    return 0;
}
