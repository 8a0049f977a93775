#include "searchd/search/searcher.h"
#include "searchd/search/vocabulary.h"
#include "tests/searchd/scratch_index.h"
#include "tests/support/archive_articles.h"
#include "tests/support/checkout.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

namespace nutgraf::tests::in_misspellings_test {

using namespace nutgraf;

namespace {

struct Misspelling {
    std::string typed, meant;
};

const std::vector<Misspelling> keyboard_slips = {
    {"hauwei", "huawei"},
    {"huwaei", "huawei"},
    {"huawie", "huawei"},
    {"huqwei", "huawei"},
    {"huaweii", "huawei"},
    {"huaewi", "huawei"},
    {"securty", "security"},
    {"secuirty", "security"},
    {"sceurity", "security"},
    {"securiyt", "security"},
    {"govenment", "government"},
    {"goverment", "government"},
    {"govermnent", "government"},
    {"gvoernment", "government"},
    {"minsiters", "ministers"},
    {"ministerd", "ministers"},
    {"comittee", "committee"},
    {"commitee", "committee"},
    {"committe", "committee"},
    {"parlament", "parliament"},
    {"parliment", "parliament"},
    {"austrlaia", "australia"},
    {"australua", "australia"},
    {"intelligense", "intelligence"},
    {"inteligence", "intelligence"},
    {"equipmnet", "equipment"},
    {"equipement", "equipment"},
    {"netwroks", "networks"},
    {"netwoks", "networks"},
    {"operatprs", "operators"},
    {"opertaors", "operators"},
    {"telcoms", "telecoms"},
    {"washingtn", "washington"},
    {"waahington", "washington"},
    {"senatrs", "senators"},
    {"republcan", "republican"},
    {"massachusets", "massachusetts"},
    {"massachussetts", "massachusetts"},
    {"conservatve", "conservative"},
    {"secratary", "secretary"},
    {"pandemci", "pandemic"},
    {"inflatoin", "inflation"},
    {"electoin", "election"},
    {"adminstration", "administration"},
    {"nationalsecurity", "national security"},
    {"thewhite house", "the white house"},
};

const std::vector<Misspelling> scanning_errors = {
    {"govemment", "government"},
    {"govcrnment", "government"},
    {"huavvei", "huawei"},
    {"huawel", "huawei"},
    {"secunty", "security"},
    {"securitv", "security"},
    {"rninisters", "ministers"},
    {"ministcrs", "ministers"},
    {"cornmittee", "committee"},
    {"comrnittee", "committee"},
    {"parliarnent", "parliament"},
    {"pariiament", "parliament"},
    {"lntelligence", "intelligence"},
    {"inteiligence", "intelligence"},
    {"equiprnent", "equipment"},
    {"equlpment", "equipment"},
    {"networhs", "networks"},
    {"0perators", "operators"},
    {"teleconis", "telecoms"},
    {"vvashington", "washington"},
    {"senat0rs", "senators"},
    {"repubiican", "republican"},
    {"electlon", "election"},
    {"cleclared", "declared"},
    {"secretarv", "secretary"},
    {"infiation", "inflation"},
    {"pandeniic", "pandemic"},
    {"resoiution", "resolution"},
    {"adrninistration", "administration"},
};

/// How many of some misspellings are put right, by the first proposal and by any.
struct Score {
    std::size_t first = 0;
    std::size_t any = 0;
    std::size_t of = 0;
    std::string missed;

    void add(const Misspelling& one, const std::vector<std::string>& proposed) {
        ++of;
        if (!proposed.empty() && proposed.front() == one.meant) ++first;
        if (std::ranges::find(proposed, one.meant) != proposed.end()) {
            ++any;
        } else {
            missed += " " + one.typed;
        }
    }
    bool is_at_least(double first_share, double any_share) const {
        const auto all = static_cast<double>(of);
        return static_cast<double>(first) >= first_share * all &&
               static_cast<double>(any) >= any_share * all;
    }
    std::string text() const {
        return std::to_string(first) + " of " + std::to_string(of) + " first, " +
               std::to_string(any) + " proposed; missed:" + missed;
    }
};

Score score_of(const std::vector<Misspelling>& misspellings) {
    static const tests::ScratchIndex index;
    static const bool is_filled = [] {
        index.add(tests::articles_below(tests::checkout() / "corpus/sample"));
        return true;
    }();
    REQUIRE(is_filled);
    search::Searcher searcher(index.path());
    Score score;
    for (const Misspelling& one : misspellings) {
        search::SearchRequest request;
        request.text = one.typed;
        request.is_to_be_corrected = true;
        std::vector<std::string> proposed;
        const auto results = searcher.search(request);
        for (const search::Correction& correction : results->corrections)
            proposed.push_back(correction.text);
        score.add(one, proposed);
    }
    return score;
}

/// Makes slips and misreadings of words; the same for a seed.
class Spoiler {
public:
    explicit Spoiler(unsigned seed) : random_(seed) {}

    /// One slip of the fingers.
    std::string typed(std::string word) {
        const std::size_t at = 1 + random_() % (word.size() - 1);  // The first letter stays.
        switch (random_() % 4) {
            case 0:
                std::swap(word[at], word[at - (at > 1 ? 1 : 0)]);
                return word;
            case 1:
                return word.erase(at, 1);
            case 2:
                return word.insert(at, 1, word[at]);
            default:
                word[at] = beside(word[at]);
                return word;
        }
    }

    /// One misreading, where the word has anything that is misread; else the word.
    std::string scanned(std::string word) {
        static constexpr std::array<std::array<const char*, 2>, 8> misread = {{{"rn", "m"},
                                                                               {"m", "rn"},
                                                                               {"i", "l"},
                                                                               {"w", "vv"},
                                                                               {"e", "c"},
                                                                               {"h", "b"},
                                                                               {"cl", "d"},
                                                                               {"u", "ii"}}};
        const std::size_t start = random_();
        for (std::size_t i = 0; i < misread.size(); ++i) {
            const auto& [from, to] = misread[(start + i) % misread.size()];
            const auto at = word.find(from);
            if (at != std::string::npos) return word.replace(at, std::string(from).size(), to);
        }
        return word;
    }

private:
    static char beside(char letter) {
        static const std::string keys = "qwertyuiop asdfghjkl zxcvbnm";
        const auto at = keys.find(letter);
        if (at == std::string::npos) return 'e';
        const char right = at + 1 < keys.size() ? keys[at + 1] : ' ';
        return right == ' ' ? keys[at - 1] : right;
    }

    std::mt19937 random_;
};

}  // namespace

TEST_CASE("slips of the keyboard are put right") {
    const Score score = score_of(keyboard_slips);
    MESSAGE(score.text());
    CHECK(score.is_at_least(0.9, 0.95));
}

TEST_CASE("what a scanner misread is put right") {
    const Score score = score_of(scanning_errors);
    MESSAGE(score.text());
    CHECK(score.is_at_least(0.9, 0.95));
}

TEST_CASE("of words spoilt at random most are put right in a larger vocabulary") {
    const auto reference = tests::reference();
    if (!reference) {
        MESSAGE("skipped: there is no reference material; see NUTGRAF_REFERENCE");
        return;
    }
    constexpr unsigned seed = 20190510;
    constexpr std::size_t tries = 300;
    CAPTURE(seed);
    const tests::ScratchIndex index;
    index.add(tests::articles_below(*reference / "data/news/pm-transcripts.jsonl", 300));
    index::IndexReader reader(index.path());
    const auto vocabulary = search::Vocabulary(reader.database());
    std::vector<std::string> words;
    for (const search::Vocabulary::Word& word : vocabulary.begun_with("", 100'000)) {
        const bool is_plain =
            std::ranges::all_of(word.letters, [](char c) { return c >= 'a' && c <= 'z'; });
        if (is_plain && word.letters.size() >= 6 && word.articles >= 10)
            words.emplace_back(word.letters);
    }
    REQUIRE(words.size() > 500);
    std::mt19937 random(seed);
    Spoiler spoiler(seed);
    Score typed;
    Score scanned;
    while (typed.of < tries || scanned.of < tries) {
        const std::string& word = words[random() % words.size()];
        const bool is_typed = typed.of < tries;
        const Misspelling one{is_typed ? spoiler.typed(word) : spoiler.scanned(word), word};
        if (vocabulary.articles_of(one.typed) > 0) continue;
        std::vector<std::string> proposed;
        for (const std::string_view meant : vocabulary.meant_by(one.typed, 0, 3))
            proposed.emplace_back(meant);
        (is_typed ? typed : scanned).add(one, proposed);
    }
    MESSAGE("typed, from seed ", seed, ": ", typed.text());
    MESSAGE("scanned, from seed ", seed, ": ", scanned.text());
    CHECK(typed.is_at_least(0.8, 0.9));
    CHECK(scanned.is_at_least(0.8, 0.9));
}

}  // namespace nutgraf::tests::in_misspellings_test
