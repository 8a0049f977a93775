#include "analyzers/entities/quotes.h"

#include "analyzers/text/tokenizer.h"
#include "base/file.h"
#include "base/utf8.h"
#include "tests/analyzers/entities/compiled.h"
#include "tests/support/checkout.h"

#include <doctest/doctest.h>

#include <random>

namespace nutgraf::tests::in_quotes_test {

using namespace nutgraf;
using namespace nutgraf::entities;

namespace {

const std::string facts = R"(@country gb
name: Britain
alias: UK
adjective: British
name[zh]: 英国
@country cn
name: China
adjective: Chinese
name[zh]: 中国
@country us
name: United States
adjective: American
capital: Washington
@role president
name: president
class: head-of-state
@role minister
name: minister
plural: ministers
class: minister
@role trade-minister
name: trade minister
broader: minister
class: minister
@role spokesperson
name: spokesman | spokeswoman
class: spokesperson
@org acme
name: Acme
alias: Acme Corp
kind: company/telecoms
country: GB
desc: company
@org watchdog
name: Cable Safety Board
kind: agency
country: GB
desc: watchdog
@org bbc
name: BBC
kind: media
country: GB
@person anna-berg
name: Anna Berg
surname: Berg
sex: f
country: GB
role: trade-minister 2010-01-01..
@person paul-lund
name: Paul Lund
alias[ru]: Пауль Лунд
alias[zh]: 隆德
surname: Lund
sex: m
country: US
role: president 2010-01-01..
@office gb-trade-minister
name: Trade Minister
role: trade-minister
country: GB
holder: anna-berg 2010-01-01..
)";

const Gazetteer& gazetteer() {
    static const Gazetteer made = tests::gazetteer_of({
        {"facts.ent", facts},
        {"lexicon-say-verbs.tsv",
         read_file(tests::checkout() / "analyzers/gazetteers/lexicon-say-verbs.tsv")},
        {"lexicon-words.tsv",
         "form\tclass\tlang\tflags\nMr\thonorific\ten\tm\nthe\tstarter\nmonday\tweekday\n"
         "tuesday\tweekday\nmary\tfirst-name\ten\tf\njohn\tfirst-name\ten\tm\n"
         "trade\tpolicy\n"},
    });
    return made;
}

Analysis analysed(std::string_view text) {
    static Analyzer analyzer(gazetteer());
    const analyzers::Tokens tokens = analyzers::tokenise(text);
    return analyzer.analysis({.text = text,
                              .tokens = tokens,
                              .published = std::chrono::sys_days(std::chrono::days(17'900)),
                              .lang = "en"});
}

/// "direct anna-berg: what was said", a line a quote.
std::string quotes_of(std::string_view text) {
    const Analysis analysis = analysed(text);
    std::string lines;
    for (const Quote& quote : analysis.quotes) {
        const bool is_named = quote.speaker != none;
        lines += std::string(name_of(quote.kind)) + " " +
                 (is_named ? analysis.mentions[quote.speaker].id : "-") + ": " +
                 std::string(text.substr(quote.begin, quote.end - quote.begin)) + "\n";
    }
    return lines;
}

struct Case {
    std::string_view text;
    std::string_view quotes;
};

void check(std::span<const Case> cases) {
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(quotes_of(c.text) == c.quotes);
    }
}

}  // namespace

TEST_CASE("a quotation belongs to who stands behind it") {
    const Case cases[] = {
        {"“The cable is safe,” said Anna Berg.", "direct anna-berg: The cable is safe\n"},
        {"“The cable is safe,” Anna Berg said.", "direct anna-berg: The cable is safe\n"},
        {"“The cable is safe,” said Trade Minister Anna Berg on Monday.",
         "direct anna-berg: The cable is safe\n"},
        {"\"Is the cable safe?\" asked Paul Lund.", "direct paul-lund: Is the cable safe?\n"},
        {"\"The cable is safe\", Paul Lund told reporters.",
         "direct paul-lund: The cable is safe\n"},
        {"“The cable is safe,” Paul Lund, the American president, said.",
         "direct paul-lund: The cable is safe\n"},
        {"“The cable is safe,” said one of the officials.", "direct -: The cable is safe\n"},
    };
    check(cases);
}

TEST_CASE("a quotation belongs to who stands before it") {
    const Case cases[] = {
        {"Anna Berg said: “The cable is safe.”", "direct anna-berg: The cable is safe.\n"},
        {"Anna Berg said, \"The cable is safe.\"", "direct anna-berg: The cable is safe.\n"},
        {"Anna Berg told the BBC: “The cable is safe.”", "direct anna-berg: The cable is safe.\n"},
        {"Anna Berg: “The cable is safe.”", "direct anna-berg: The cable is safe.\n"},
    };
    check(cases);
}

TEST_CASE("a few words in marks are the speaker's of the clause around them") {
    const Case cases[] = {
        {"Paul Lund called the cable “a disaster” on Monday.", "partial paul-lund: a disaster\n"},
        {"Paul Lund voiced “deep concern” about the cable.", "partial paul-lund: deep concern\n"},
        {"Paul Lund said the cable was a “risk” to all.",
         "indirect paul-lund: the cable was a “risk” to all\npartial paul-lund: risk\n"},
        {"The report by the Cable Safety Board identified 'serious faults' in the cables.",
         "partial watchdog: serious faults\n"},
    };
    check(cases);
}

TEST_CASE("speech in the reporter's words ends where the clause does") {
    const Case cases[] = {
        {"Paul Lund said that the cable was safe.", "indirect paul-lund: the cable was safe\n"},
        {"Paul Lund said on Monday that the cable was safe.",
         "indirect paul-lund: the cable was safe\n"},
        {"The cable was safe, Paul Lund said.", "indirect paul-lund: The cable was safe\n"},
        {"The cable was quite safe, said Paul Lund, the president.",
         "indirect paul-lund: The cable was quite safe\n"},
        {"Paul Lund said the cable was safe, but warned it would fail.",
         "indirect paul-lund: the cable was safe\nindirect paul-lund: it would fail\n"},
        {"Paul Lund urged Acme to repair the cable.", "indirect paul-lund: to repair the cable\n"},
        {"Paul Lund called for a repair of the cable.",
         "indirect paul-lund: for a repair of the cable\n"},
        {"Acme denied the claims, saying the cable was safe.",
         "indirect acme: the claims\nindirect acme: the cable was safe\n"},
        {"Paul Lund has repeatedly warned that the cable would fail.",
         "indirect paul-lund: the cable would fail\n"},
    };
    check(cases);
}

TEST_CASE("the source of a sentence is its speaker") {
    const Case cases[] = {
        {"According to Acme, the cable is safe.", "indirect acme: the cable is safe\n"},
        {"The old cable is safe, according to Paul Lund.",
         "indirect paul-lund: The old cable is safe\n"},
    };
    check(cases);
}

TEST_CASE("a quotation that is split, or goes on in the next paragraph, stays the speaker's") {
    const Case cases[] = {
        {"“The cable is safe,” Anna Berg said. “We will keep it.”",
         "direct anna-berg: The cable is safe\ndirect anna-berg: We will keep it.\n"},
        {"Anna Berg said: “The cable is safe.\n\n“We will keep it.”",
         "direct anna-berg: The cable is safe.\ndirect anna-berg: We will keep it.\n"},
        {"“The cable is safe.\n\n“We will keep it,’’ Anna Berg said.",
         "direct anna-berg: The cable is safe.\ndirect anna-berg: We will keep it\n"},
    };
    check(cases);
}

TEST_CASE("a pronoun is who spoke last, of that sex; or who is named later") {
    const Case cases[] = {
        {"Anna Berg met Paul Lund on Monday. “The cable is safe,” she said.",
         "direct anna-berg: The cable is safe\n"},
        {"Paul Lund said the cable was safe. He added that it was new.",
         "indirect paul-lund: the cable was safe\nindirect paul-lund: it was new\n"},
        {"Anna Berg said the cable was safe. Paul Lund said it was not. She said he was wrong.",
         "indirect anna-berg: the cable was safe\nindirect paul-lund: it was not\n"
         "indirect anna-berg: he was wrong\n"},
        {"The cable is quite safe, he said.\n\nPaul Lund visited Britain.",
         "indirect paul-lund: The cable is quite safe\n"},
    };
    check(cases);
}

TEST_CASE("an organisation speaks in statements and reports") {
    const Case cases[] = {
        {"“The cable is safe,” Acme said in a statement.", "direct acme: The cable is safe\n"},
        {"Acme tested the cable. “It is quite safe,” a statement said.",
         "direct acme: It is quite safe\n"},
        {"A report by the Cable Safety Board warned that cables fail.",
         "indirect watchdog: cables fail\n"},
    };
    check(cases);
}

TEST_CASE("who is not named is nobody in particular, and no one near") {
    const Case cases[] = {
        {"Critics of Acme say the cable is unsafe.", "indirect -: the cable is unsafe\n"},
        {"Washington says the cable is unsafe.", "indirect -: the cable is unsafe\n"},
        {"Two officials of Acme said the cable was safe.", "indirect -: the cable was safe\n"},
    };
    check(cases);
}

TEST_CASE("all kinds of quotation marks hold speech") {
    const Case cases[] = {
        {"'The cable is safe,' said Anna Berg.", "direct anna-berg: The cable is safe\n"},
        {"''The cable is safe,'' said Anna Berg.", "direct anna-berg: The cable is safe\n"},
        {"‘The firms’ cable is safe,’ said Anna Berg.",
         "direct anna-berg: The firms’ cable is safe\n"},
        {"„Das Kabel ist sicher“, sagte Anna Berg.", "direct anna-berg: Das Kabel ist sicher\n"},
        {"»Das Kabel ist sicher«, sagte Anna Berg.", "direct anna-berg: Das Kabel ist sicher\n"},
        {"« Le câble est sûr », a déclaré Anna Berg.", "direct anna-berg: Le câble est sûr\n"},
        {"«Кабель очень надёжный», — заявил Пауль Лунд.",
         "direct paul-lund: Кабель очень надёжный\n"},
        {"隆德说：“电缆是安全的。”", "direct paul-lund: 电缆是安全的。\n"},
        {"隆德说：「电缆是安全的。」", "direct paul-lund: 电缆是安全的。\n"},
    };
    check(cases);
}

TEST_CASE("what nobody says is no quote") {
    const Case cases[] = {
        {"The so-called “smart cable” was laid in May.", ""},
        {"Paul Lund was told that the cable was safe.", ""},
        {"The cable's maker doesn't sell the engineers' tools.", ""},
        {"The reports of the Cable Safety Board are long.", ""},
        {"Ministers were expected to meet Paul Lund.", ""},
        {"He bought a 5\" screen and a 7\" screen.", ""},
        {"", ""},
        {"“", ""},
        {"“”", ""},
    };
    check(cases);
}

TEST_CASE("quotes are in order, inside the text and on the borders of characters and words") {
    constexpr std::string_view pieces[] = {"“",
                                           "”",
                                           "\"",
                                           "'",
                                           "’",
                                           "‘",
                                           "''",
                                           "„",
                                           "«",
                                           "»",
                                           "「",
                                           "」",
                                           "\n\n",
                                           "\n",
                                           ". ",
                                           ", ",
                                           ": ",
                                           " – ",
                                           "(",
                                           ")",
                                           "\xC3",
                                           "Anna Berg",
                                           " said ",
                                           " told ",
                                           " that ",
                                           "Paul Lund",
                                           "Acme",
                                           " he ",
                                           " and ",
                                           " but ",
                                           "according to ",
                                           " the ",
                                           "cable",
                                           " was ",
                                           "隆德",
                                           "说",
                                           " report by ",
                                           "é",
                                           "s' ",
                                           " urged ",
                                           " to ",
                                           "He "};
    for (unsigned seed = 1; seed <= 3000; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        std::string text;
        for (auto left = random() % 60; left > 0; --left)
            text += pieces[random() % std::size(pieces)];
        CAPTURE(text);
        const analyzers::Tokens tokens = analyzers::tokenise(text);
        const Analysis analysis = analysed(text);
        std::uint32_t begin = 0;
        for (const Quote& quote : analysis.quotes) {
            REQUIRE(quote.begin >= begin);
            begin = quote.begin;
            REQUIRE(quote.begin < quote.end);
            REQUIRE(quote.end <= text.size());
            REQUIRE(quote.first_token <= quote.last_token);
            REQUIRE(quote.last_token < tokens.size());
            REQUIRE(quote.begin <= tokens[quote.first_token].begin);
            REQUIRE(quote.end >= tokens[quote.last_token].end);
            REQUIRE((quote.speaker == none || quote.speaker < analysis.mentions.size()));
            REQUIRE(quote.confidence >= 0);
            REQUIRE(quote.confidence <= 1);
            for (const std::uint32_t place : {quote.begin, quote.end, quote.speaker_begin,
                                              quote.speaker_end, quote.cue_begin, quote.cue_end}) {
                const bool is_inside = place < text.size() &&
                                       (static_cast<unsigned char>(text[place]) & 0xC0U) == 0x80;
                REQUIRE_FALSE(is_inside);
            }
        }
    }
}

// Steps are counted where assertions are compiled in: in the debug and sanitizer builds.
#ifndef NDEBUG
TEST_CASE("hostile texts take time in proportion to their words") {
    const auto steps = [](std::string_view piece, std::size_t times) {
        std::string text;
        for (std::size_t i = 0; i < times; ++i) text += piece;
        const analyzers::Tokens tokens = analyzers::tokenise(text);
        Analyzer analyzer(gazetteer());
        static_cast<void>(analyzer.analysis({.text = text, .tokens = tokens}));
        return static_cast<double>(analyzer.steps());
    };
    for (const std::string_view piece :
         {"Anna Berg said ", "said ", "“", "“ a ", "“a” ", "' a", "he said that ", "and said ",
          ", said ", "a, ", "according to ", "Paul Lund, ", "“A.\n\n", "told Acme that ", "he ",
          "urged "}) {
        CAPTURE(piece);
        const double few = steps(piece, 500);
        const double many = steps(piece, 5000);
        CHECK(many <= 12 * few + 1000);
    }
}
#endif

}  // namespace nutgraf::tests::in_quotes_test
