#include "searchd/search/vocabulary.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::tests::in_vocabulary_test {

using nutgraf::search::Vocabulary;

namespace {

/// A vocabulary of terms as articles have them: each list is an article.
Vocabulary vocabulary(const std::vector<std::vector<std::string>>& articles) {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    for (const auto& terms : articles) {
        Xapian::Document document;
        for (const std::string& term : terms) document.add_term(term);
        database.add_document(document);
    }
    database.commit();
    return Vocabulary(database);
}

std::string line_of(const std::vector<Vocabulary::Word>& words) {
    std::string line;
    for (const Vocabulary::Word& word : words)
        line += std::string(word.letters) + "=" + std::to_string(word.articles) + " ";
    return line;
}

}  // namespace

TEST_CASE("words of headlines and texts are here, stems, names and ids are not") {
    const Vocabulary words = vocabulary({{"ban", "Sban", "Zen:ban", "XSRCban", "Qban", "Len", "5g"},
                                         {"Sban", "Sbanana", "华"},
                                         {"Sban", "ban", "bans"}});
    CHECK(words.articles_of("ban") == 3);  // That of the headline, which is more.
    CHECK(words.articles_of("banana") == 1);
    CHECK(words.articles_of("5g") == 1);
    CHECK(words.articles_of("华") == 1);
    CHECK(words.articles_of("en") == 0);
    CHECK(words.articles_of("") == 0);
    CHECK(line_of(words.begun_with("ban", 10)) == "ban=3 banana=1 bans=1 ");
    CHECK(line_of(words.begun_with("ban", 2)) == "ban=3 banana=1 ");
    CHECK(line_of(words.begun_with("ban", 0)).empty());
    CHECK(line_of(words.begun_with("x", 10)).empty());
    CHECK(line_of(vocabulary({}).begun_with("", 10)).empty());
}

TEST_CASE("a misspelt word means the nearest, then the most frequent one") {
    const Vocabulary words = vocabulary({{"huawei", "security", "bank", "banks"},
                                         {"huawei", "banks", "tank", "securely"},
                                         {"tank"}});
    const auto meant_by = [&](std::string_view word, std::uint32_t articles) {
        std::string line;
        for (const std::string_view meant : words.meant_by(word, articles, 2))
            line += std::string(line.empty() ? "" : " ") + std::string(meant);
        return line;
    };
    CHECK(meant_by("hauwei", 0) == "huawei");
    CHECK(meant_by("huwaii", 0) == "huawei");
    CHECK(meant_by("huawei", 0).empty());  // Not misspelt.
    CHECK(meant_by("hauwei", 2).empty());  // Not frequent enough.
    CHECK(meant_by("securitie", 0) == "security");
    CHECK(meant_by("dank", 0) == "tank bank");
    CHECK(meant_by("bnks", 0) == "banks");  // "bank" is two letters away.
    CHECK(meant_by("bbnkk", 0).empty());    // Two letters of five are too many.
    CHECK(meant_by("ban", 0).empty());      // Too short.
    CHECK(meant_by("", 0).empty());
}

TEST_CASE("two words that were run together are told apart") {
    const Vocabulary words =
        vocabulary({{"national", "security", "nation", "also"}, {"national", "security"}});
    const auto parts = words.run_together("nationalsecurity", 0);
    CHECK(parts.first == "national");
    CHECK(parts.second == "security");
    for (const char* const word : {"national", "nationalsecurities", "", "x", "nationalx"}) {
        CAPTURE(word);
        CHECK(words.run_together(word, 0).first.empty());
    }
    CHECK(words.run_together("nationalsecurity", 2).first.empty());  // Not frequent enough.
}

}  // namespace nutgraf::tests::in_vocabulary_test
