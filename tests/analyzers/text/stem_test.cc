#include "analyzers/text/stem.h"

#include "analyzers/text/fold.h"
#include "analyzers/text/tokenizer.h"
#include "base/error.h"
#include "tests/analyzers/text/random_text.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_stem_test {

using namespace nutgraf;
using namespace nutgraf::analyzers;

TEST_CASE("every language that Snowball knows is stemmed") {
    std::string all;
    for (const std::string_view language : stemmed_languages()) {
        CHECK(is_stemmed(language));
        all += std::string(language) + " ";
    }
    CHECK(all ==
          "ar ca da de el en es eu fi fr ga hi hu hy id it lt nb ne nl nn no pt ro ru sr sv ta tr "
          "yi ");
    for (const char* other : {"", "zh", "EN", "english", "eng", "xx"})
        CHECK_FALSE(is_stemmed(other));
    CHECK_THROWS_WITH_AS(Stemmer("zh"), "There is no stemmer for \"zh\".", Error);
    CHECK_THROWS_AS(Stemmer("english"), Error);  // Snowball would take it.
}

// The examples of https://snowballstem.org/algorithms/, folded.
TEST_CASE("a word's stem is Snowball's, folded") {
    struct Case {
        std::string language, word, stem;
    };
    const Case cases[] = {
        {"en", "consigned", "consign"},
        {"en", "consistency", "consist"},
        {"en", "consolation", "consol"},
        {"en", "knightly", "knight"},
        {"en", "generate", "generat"},
        {"en", "generously", "generous"},
        {"en", "dying", "die"},
        {"en", "news", "news"},
        {"en", "is", "is"},
        {"en", "5g", "5g"},
        {"fr", "continua", "continu"},
        {"fr", "continuellement", "continuel"},
        {"fr", "majestueusement", "majestu"},
        {"de", "aufeinander", "aufeinand"},
        {"de", "kategorien", "kategori"},
        {"de", "häuser", "haus"},
        {"de", "größte", "grosst"},
        {"ru", "важная", "важн"},
        {"ru", "вагонов", "вагон"},
        {"ru", "падших", "падш"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.word);
        Stemmer stemmer(c.language);
        CHECK(stemmer.stem(c.word) == c.stem);
        CHECK(stemmer.stem(c.word) == c.stem);  // Now from the cache.
    }
}

TEST_CASE("the forms of one word meet in one stem") {
    struct Case {
        std::string language, one, other;
    };
    const Case cases[] = {
        {"en", "sanction", "sanctions"},
        {"en", "nation's", "nation"},
        {"fr", "l'état", "état"},  // French elision goes,
        {"fr", "qu'elle", "elle"},
        {"fr", "jusqu'ici", "ici"},
        {"fr", "d'États", "États"},
        {"de", "verbot", "verbote"},
        {"de", "haus", "häuser"},
        {"ru", "закон", "законы"},
        {"ru", "её", "ее"},
        {"ar", "الكتاب", "كتاب"},
        {"ca", "política", "polítiques"},
        {"da", "valget", "valg"},
        {"el", "εκλογή", "εκλογές"},
        {"es", "elecciones", "elección"},
        {"eu", "etxe", "etxeak"},
        {"fi", "talon", "talot"},
        {"ga", "fear", "bhfear"},
        {"hi", "चुनाव", "चुनावों"},
        {"hu", "ház", "házak"},
        {"hy", "քաղաք", "քաղաքներ"},
        {"id", "pemilihan", "pilihan"},
        {"it", "elezione", "elezioni"},
        {"lt", "rinkimai", "rinkimų"},
        {"nb", "valgene", "valg"},
        {"ne", "चुनावहरू", "चुनाव"},
        {"nl", "verkiezing", "verkiezingen"},
        {"nn", "valgene", "valg"},
        {"no", "valgene", "valg"},
        {"pt", "governo", "governos"},
        {"ro", "alegeri", "alegerile"},
        {"sr", "избори", "izbora"},
        {"sv", "regering", "regeringen"},
        {"ta", "மரம்", "மரத்தை"},
        {"tr", "evler", "ev"},
        {"yi", "טיש", "טישן"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.one);
        Stemmer stemmer(c.language);
        const std::string one(stemmer.stem(fold(c.one).caseless));
        CHECK(one == stemmer.stem(fold(c.other).caseless));
    }
    Stemmer french("fr");
    CHECK(french.stem("aujourd'hui") == "aujourd'hui");  // but is no elision,
    Stemmer english("en");
    CHECK(english.stem("d'etat") != english.stem("etat"));  // and is French.
}

TEST_CASE("a stemmer that keeps first letters keeps them, whatever the word") {
    for (const std::string_view language : stemmed_languages()) {
        CAPTURE(std::string(language));
        Stemmer stemmer(language);
        if (!stemmer.keeps_first_letter()) continue;
        for (unsigned seed = 0; seed < 500; ++seed) {
            CAPTURE(seed);
            const Tokens tokens = tokenise(tests::random_text(seed));
            for (std::size_t i = 0; i < tokens.size(); ++i) {
                const std::string caseless(tokens.caseless(i));
                if (caseless.find('\'') != std::string::npos) continue;
                CAPTURE(caseless);
                CHECK(stemmer.stem(caseless).front() == tokens.folded(i).front());
            }
        }
    }
}

TEST_CASE("a stem is never empty, folded, and at most 64 bytes, whatever the word") {
    for (const std::string_view language : stemmed_languages()) {
        CAPTURE(std::string(language));
        Stemmer stemmer(language);
        for (const char* word :
             {"'", "''", "'s", "''s", "s", "l'", "'l", "l''", "qu'", "y", "еть", "ся", "е"}) {
            CAPTURE(word);
            CHECK_FALSE(stemmer.stem(word).empty());
        }
        CHECK(stemmer.stem(std::string(64, 's')).size() <= 64);
        for (unsigned seed = 0; seed < 500; ++seed) {
            CAPTURE(seed);
            const Tokens tokens = tokenise(tests::random_text(seed));
            for (std::size_t i = 0; i < tokens.size(); ++i) {
                const std::string stem(stemmer.stem(tokens.caseless(i)));
                CHECK_FALSE(stem.empty());
                CHECK(stem.size() <= 64);
                CHECK(fold(stem).folded == stem);
            }
        }
    }
}

TEST_CASE("a full cache is begun anew and changes no stem") {
    Stemmer stemmer("en");
    for (int i = 0; i < 100'100; ++i) {
        const std::string number = std::to_string(i);
        if (stemmer.stem("x" + number) != "x" + number) FAIL_CHECK(number);
    }
    CHECK(stemmer.stem("sanctions") == "sanction");
}

TEST_CASE("a stemmer can be moved") {
    Stemmer one("de");
    CHECK(one.stem("häuser") == "haus");
    Stemmer other(std::move(one));
    CHECK(other.stem("häuser") == "haus");
    CHECK(other.stem("verbote") == "verbot");
}

}  // namespace nutgraf::tests::in_stem_test
