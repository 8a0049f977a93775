#include "base/utf8.h"
#include "searchd/search/passages.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace nutgraf::tests::in_passages_property_test {

using namespace nutgraf;
using search::Mark;

namespace {

/// A text whose words are all different, so that a passage stands in one place only, with marks of
/// one or several words.
struct Sample {
    std::string text;
    search::Highlights highlights;
};

Sample random_sample(std::mt19937& random) {
    Sample sample;
    const bool is_dense = random() % 3 == 0;
    const std::size_t words = random() % 400;
    std::size_t phrase_begin = 0;
    std::size_t left = 0;  // Words of the phrase that is being written.
    for (std::size_t i = 0; i < words; ++i) {
        if (left == 0) phrase_begin = sample.text.size();
        sample.text += (random() % 4 == 0 ? "é华" : "w") + std::to_string(i);
        if (left == 0 && random() % (is_dense ? 3 : 25) == 0)
            left = random() % 5 == 0 ? 1 + random() % 30 : 1;
        if (left > 0 && --left == 0) {
            sample.highlights.text.push_back({phrase_begin, sample.text.size()});
            sample.highlights.text_clauses.push_back(random() % 4);
        }
        const char* const ends[] = {" ",  " ",  " ",   " ",  " ",    ", ", "  ",
                                    ". ", "! ", ".” ", "\n", "\n\n", "—"};
        sample.text += ends[random() % std::size(ends)];
    }
    return sample;
}

/// What passages break of their promises; empty when nothing.
std::string breach(const Sample& sample, const search::PassageOptions& options) {
    const auto found = search::best_passages(sample.text, sample.highlights, options);
    if (found.size() > options.passages) return "too many passages";
    if (found.empty() !=
        (sample.text.find('w') == std::string::npos && sample.text.find("é") == std::string::npos))
        return "no passage of a text, or one of none";
    std::size_t previous_end = 0;
    for (const search::Snippet& snippet : found) {
        const std::string& passage = snippet.passage.text;
        const std::size_t begin = sample.text.find(passage);
        if (begin == std::string::npos) return "not verbatim";
        const std::size_t end = begin + passage.size();
        if (begin < previous_end) return "not apart, or not in order";
        previous_end = end;
        if (!is_valid_utf8(passage)) return "cut within a character";
        if (passage.empty()) return "empty";
        std::vector<Mark> expected;
        std::size_t longest = 0;
        bool has_break = false;  // Within a mark, where alone it may be.
        for (const Mark& mark : sample.highlights.text) {
            if (mark.end <= begin || mark.begin >= end) continue;
            if (mark.begin < begin || mark.end > end) return "a phrase is cut";
            expected.push_back({mark.begin - begin, mark.end - begin});
            longest = std::max(longest, mark.end - mark.begin);
            has_break =
                has_break || sample.text.substr(mark.begin, mark.end - mark.begin).find('\n') !=
                                 std::string::npos;
        }
        if (snippet.passage.marks != expected) return "other marks than the text has there";
        if (!has_break && passage.find('\n') != std::string::npos) return "beyond the paragraph";
        if (passage.size() > options.bytes + 2 * longest) return "too long";
        if (!sample.highlights.text.empty() && expected.empty()) return "without a mark";
    }
    return {};
}

}  // namespace

TEST_CASE("passages are verbatim, apart, in order, within a paragraph, and cut no phrase") {
    const unsigned first_seed = 20190513;
    for (unsigned seed = first_seed; seed < first_seed + 3000; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const Sample sample = random_sample(random);
        const search::PassageOptions options{.passages = 1 + random() % 4,
                                             .bytes = random() % 2 == 0 ? 280U : 40U};
        REQUIRE(breach(sample, options) == "");
    }
}

}  // namespace nutgraf::tests::in_passages_property_test
