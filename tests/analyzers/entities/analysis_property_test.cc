#include "analyzers/text/tokenizer.h"
#include "tests/analyzers/entities/recognised_names.h"
#include "tests/analyzers/text/random_text.h"

#include <doctest/doctest.h>

#include <array>
#include <iterator>
#include <random>
#include <string>

namespace nutgraf::tests::in_analysis_property_test {

using namespace nutgraf;
using namespace nutgraf::tests;

namespace {

/// A text of words that names are made of and go wrong with; the same for a seed.
std::string random_article(unsigned seed) {
    static constexpr std::string_view pieces[] = {
        "Huawei",   "Theresa",  "May",        "Senator",
        "Senators", "US",       "Chinese",    "the",
        "The",      "company",  "of",         "for",
        "and",      "Ministry", "Foreign",    "Committee",
        "Police",   "Inc",      "plc",        "said",
        "told",     "former",   "minister",   "ministers",
        "PM",       "Mr",       "Dr",         "von",
        "der",      "Leyen",    "NCSC",       "(",
        ")",        ",",        ".",          "\n\n",
        "\"",       "-backed",  "(R-CO)",     "'s",
        "54",       "who",      "was",        "sacked",
        "as",       "King",     "Apple",      "shares",
        "in",       "a",        "member",     "HUAWEI WINS CONTRACT\n",
        "刘晓明",   "Путин",    "l'Assemblée"};
    std::mt19937 random(seed);
    std::string text;
    for (int i = 0; i < 80; ++i) {
        text += pieces[random() % std::size(pieces)];
        if (random() % 8 != 0) text += ' ';
    }
    return text;
}

/// What is wrong with the mentions of a text; empty when nothing is.
std::string breach_of(const std::string& text, const std::vector<entities::Mention>& mentions) {
    std::array<std::uint32_t, 2> ends{};
    std::uint32_t latest = 0;
    const auto is_inside = [&](std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
    };
    for (const entities::Mention& mention : mentions) {
        if (mention.begin >= mention.end || mention.end > text.size()) return "no span";
        if (is_inside(mention.begin) || is_inside(mention.end)) return "a border in a character";
        if (mention.begin < latest) return "not in order";
        latest = mention.begin;
        std::uint32_t& end = ends[mention.kind == entities::MentionKind::organisation ? 0 : 1];
        if (mention.begin < end) return "two of a kind overlap";
        end = mention.end;
        if (!(mention.confidence > 0 && mention.confidence <= 1)) return "no confidence";
    }
    return {};
}

// Steps are counted where assertions are compiled in: in the debug and sanitizer builds.
#ifndef NDEBUG
std::uint64_t steps_of(const std::string& text) {
    entities::Analyzer analyzer(built_gazetteer());
    const analyzers::Tokens tokens = analyzers::tokenise(text);
    analyzer.analysis({.text = text, .tokens = tokens, .published = {}, .lang = "en"});
    return analyzer.steps();
}
#endif

}  // namespace

TEST_CASE("mentions of any text are in order, apart and on the borders of characters") {
    for (unsigned seed = 0; seed < 600; ++seed) {
        CAPTURE(seed);
        const std::string text = seed % 3 == 0 ? random_text(seed) : random_article(seed);
        CHECK(breach_of(text, mentions_in(text, {.lang = seed % 2 == 0 ? "en" : ""})) == "");
    }
}

TEST_CASE("an analysis leaves nothing behind for the next") {
    const std::string_view text = "Jeremy Hunt came. Hunt spoke of Huawei, and the company sued.";
    const auto first = mentions_in(text, {});
    mentions_in(random_article(1), {});
    CHECK(mentions_in(text, {}) == first);
}

#ifndef NDEBUG
TEST_CASE("twice the text takes about twice the steps, whatever it repeats") {
    for (const std::string_view piece :
         {"Huawei ", "Senator Chris Coons (R-CO), ", "the company ", "Ministry of ", "May ",
          "von der ", "the former ", "A member of the US Senate ", "X, ", "(ABC) ", "King "}) {
        CAPTURE(piece);
        std::string text;
        for (int i = 0; i < 2000; ++i) text += piece;
        const std::uint64_t once = steps_of(text);
        CHECK(steps_of(text + text) < once * 5 / 2);
    }
}
#endif

}  // namespace nutgraf::tests::in_analysis_property_test
