#include "analyzers/text/fold.h"

#include "base/utf8.h"
#include "tests/analyzers/text/random_text.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_fold_test {

using namespace nutgraf;
using namespace nutgraf::analyzers;

TEST_CASE("width, case and accents are folded; the caseless form keeps the accents") {
    struct Case {
        std::string word, folded, caseless;
    };
    const Case cases[] = {
        {"", "", ""},
        {"NATO", "nato", "nato"},
        {"AT&T", "at&t", "at&t"},
        {"CAFÉ", "cafe", "café"},
        {"cafe\u0301", "cafe", "café"},  // Composed or not is the same.
        {"São", "sao", "são"},
        {"Việt", "viet", "việt"},
        {"ἈΘΗΝΑΙ", "αθηναι", "ἀθηναι"},
        {"ΟΔΟΣ", "οδοσ", "οδοσ"},  // Both forms of sigma meet.
        {"ὁδός", "οδοσ", "ὁδόσ"},
        {"ＮＡＴＯ", "nato", "nato"},  // Full width, ligatures, letters of formulas.
        {"ﬁne", "fine", "fine"},
        {"𝐍𝐚𝐭𝐨", "nato", "nato"},
        {"ｶﾞ", "ガ", "ガ"},
        {"İstanbul", "istanbul", "i\u0307stanbul"},
        {"ısı", "isi", "ısı"},
        {"O’Brien", "o'brien", "o'brien"},
        {"O＇Brien", "o'brien", "o'brien"},
        {"hua\u00ADwei", "huawei", "huawei"},  // Hidden characters go.
        {"hua\u200B\u200D\u2060\uFEFFwei", "huawei", "huawei"},
        {"\u00AD\u200B\uFE0F", "", ""},
        {"\u115F", "", ""},
        {"१२३", "१२३", "१२३"},
        {"華為", "華為", "華為"},
        {"삼성", "삼성", "삼성"},
        {"\u1109\u1161\u11B7", "삼", "삼"},
        {"a\xFF", "a\uFFFD", "a\uFFFD"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.word);
        CHECK(fold(c.word).folded == c.folded);
        CHECK(fold(c.word).caseless == c.caseless);
    }
}

TEST_CASE("marks that only colour a letter go, letters that are their own stay apart") {
    struct Case {
        std::string word, folded;
    };
    const Case cases[] = {
        {"ñandú", "nandu"},
        {"Łódź", "lodz"},
        {"Øresund", "oresund"},
        {"Ǿ", "o"},
        {"Æsir", "aesir"},
        {"ǽ", "ae"},
        {"cœur", "coeur"},
        {"Straße", "strasse"},
        {"STRASSE", "strasse"},
        {"STRAẞE", "strasse"},
        {"Þór", "thor"},
        {"Đặng", "dang"},
        {"Ещё", "еще"},
        {"е\u0308", "е"},
        {"ё\u0323", "е\u0323"},  // Was kept: another mark stood between е and its diaeresis.
        {"Мой", "мой"},
        {"и\u0306", "й"},
        {"Київ", "київ"},
        {"Ќе", "ќе"},
        {"мука\u0301", "мука\u0301"},
        {"مُحَمَّد", "محمد"},
        {"שָׁלוֹם", "שלום"},
        {"हिन्दी", "हिन्दी"},  // Vowel signs and viramas are letters there.
        {"ไทย", "ไทย"},
        {"が", "が"},
        {"か\u3099", "が"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.word);
        CHECK(fold(c.word).folded == c.folded);
    }
}

TEST_CASE("both forms are cut to 64 bytes between code points, and 256 bytes are looked at") {
    CHECK(fold(std::string(1000, 'A')).folded == std::string(64, 'a'));
    std::string accents, kana, plain;
    for (int i = 0; i < 200; ++i) accents += "É", kana += "ア", plain += "e";
    CHECK(fold(accents).folded == plain.substr(0, 64));
    CHECK(fold(accents).caseless.size() == 64);
    CHECK(fold("x" + accents).caseless.size() == 63);  // Half a letter is none.
    CHECK(fold(kana).folded.size() == 63);
    CHECK(fold(std::string("\uFDFA\uFDFA\uFDFA")).folded.size() <= 64);  // Grows eleven times.
    std::string hidden;
    for (int i = 0; i < 128; ++i) hidden += "\u00AD";
    CHECK(fold(hidden.substr(2) + "ab").folded == "ab");
    CHECK(fold(hidden + "ab").folded.empty());
    // Was empty: the cut at 256 bytes looked for the beginning of a character.
    CHECK(fold(std::string(300, '\x80')).folded.starts_with("\uFFFD\uFFFD"));
    CHECK(fold(std::string(8'000'000, '\xCC')).folded.size() <= 64);
}

TEST_CASE("a folded word folds to itself") {
    const auto check = [](const std::string& word) {
        const FoldedWord once = fold(word);
        const bool is_stable = fold(once.folded).folded == once.folded &&
                               fold(once.caseless).caseless == once.caseless;
        const bool is_sound = once.folded.size() <= 64 && once.caseless.size() <= 64 &&
                              is_valid_utf8(once.folded) && is_valid_utf8(once.caseless) &&
                              once.folded.empty() == once.caseless.empty();
        CAPTURE(word);
        if (!is_stable) FAIL_CHECK("folds further");
        if (!is_sound) FAIL_CHECK("is unsound");
    };
    for (char32_t c = 0; c < 0x20000; ++c) {
        std::string word;
        append_utf8(word, c);
        check(word);
        check("ё" + word);
    }
    for (unsigned seed = 0; seed < 3000; ++seed) check(tests::random_text(seed));
}

}  // namespace nutgraf::tests::in_fold_test
