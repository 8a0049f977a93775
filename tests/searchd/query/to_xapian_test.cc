#include "searchd/query/to_xapian.h"

#include "indexer/index/index_reader.h"
#include "tests/searchd/query/reading.h"
#include "tests/searchd/scratch_index.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace nutgraf::tests::in_to_xapian_test {

using namespace nutgraf;
using tests::ScratchIndex;
using tests::TestArticle;

namespace {

std::vector<TestArticle> articles() {
    std::vector<TestArticle> all = {
        {"ban", "Huawei ban", "Australia has banned two firms. Security comes first.",
         "2018-08-23"},
        {"talks", "Talks on security", "The co-operation of Huawei and AT&T, it's said.",
         "2019-05"},
        {"joined", "Cooperation", "National security cooperation; a ban by the U.S. Senate.",
         "2019"},
        {"haus", "Das Häuschen", "Die Häuser der Stadt. Sicherheit.", "2019-05-10", "de",
         "Uferbote"},
        {"fr", "L'état", "Les étés de l'État.", "2020-01-01", "fr", "Le «Monde»"},
        {"zh", "华为", "华为技术 与 技术华为", "", "zh", "Yuanfan"},
        {"thai", "ข่าว", "น้ำ ½ ⑴", "", "th"},
    };
    return all;
}

/// Translates queries for one small index and says which articles match.
class Index {
public:
    Index() : index_(articles()), reader_(index_.path()) {}
    explicit Index(const std::vector<TestArticle>& all) : index_(all), reader_(index_.path()) {}

    Expected<query::XapianQuery, query::QueryError> translated(std::string_view text) {
        const auto parsed = query::parse_query(text, {.today = tests::test_day()});
        return query::Translator(reader_.database()).translated(parsed->query);
    }

    /// The ids of what matches, in the order of their names.
    std::string matches(std::string_view text) {
        const auto query = translated(text);
        if (!query) return "<" + query.error().message + ">";
        Xapian::Enquire enquire(reader_.database());
        enquire.set_query(query->query);
        std::vector<std::string> ids;
        const auto found = enquire.get_mset(0, reader_.database().get_doccount());
        for (auto match = found.begin(); match != found.end(); ++match)
            ids.push_back(reader_.article(*match).article.id);
        std::ranges::sort(ids);
        std::string line;
        for (const std::string& id : ids) line += (line.empty() ? "" : " ") + id;
        return line;
    }

    std::string expansions(std::string_view text) {
        const auto query = translated(text);
        std::string line;
        for (const query::Expansion& expansion : query->expansions) {
            line += expansion.from + " =";
            for (const std::string& word : expansion.to) line += " " + word;
            line += ";";
        }
        return line;
    }

private:
    ScratchIndex index_;
    index::IndexReader reader_;
};

}  // namespace

TEST_CASE("a translated query matches the articles it describes") {
    Index index;
    struct Case {
        std::string text, expected;
    };
    const std::string everything = "ban fr haus joined talks thai zh";
    const Case cases[] = {
        {"", everything},
        {"!!!", ""},
        {"NOT *", ""},
        {"NOT NOT *", everything},
        {"huawei", "ban talks"},
        {"HUAWEI", "ban talks"},
        {"bans", "ban joined"},
        {"ban", "ban joined"},
        {"\"ban\"", "ban joined"},
        {"\"banned\"", "ban"},
        {"\"bans\"", ""},
        {"haus", "haus"},  // The stem of Häuser, in German; accents do not matter.
        {"hauser", "haus"},
        {"häusern", "haus"},
        {"été", "fr"},
        {"etat", "fr"},
        {"état", "fr"},
        {"huawei ban", "ban"},
        {"huawei OR ban", "ban joined talks"},
        {"huawei -ban", "talks"},
        {"-huawei", "fr haus joined thai zh"},
        {"-huawei -de", "haus joined thai zh"},
        {"-huawei -security", "fr haus thai zh"},
        {"(huawei OR cooperation) (ban OR talks)", "ban joined talks"},
        {"NOT (huawei OR cooperation)", "fr haus thai zh"},
        {"co-operation", "joined talks"},
        {"cooperation", "joined talks"},
        {"cooperations", "joined talks"},
        {"\"security cooperation\"", "joined"},
        {"\"security co-operation\"", "joined"},
        {"\"the cooperation\"", "talks"},
        {"\"national security\"", "joined"},
        {"\"security national\"", ""},
        {"\"huawei australia\"", ""},  // Title and text are apart.
        {"\"ban ban\"", ""},
        {"AT&T", "talks"},
        {"US", "joined"},
        {"U.S.", "joined"},
        {"it's", "talks"},
        {"华为", "zh"},
        {"为技", "zh"},
        {"术华", "zh"},
        {"华术", ""},
        {"น้ำ ½ ⑴", "thai"},
        {"secur*", "ban joined talks"},
        {"sich*", "haus"},
        {"\"national secur*\"", "joined"},
        {"\"nation* secur* cooper*\"", "joined"},
        {"\"nation* xyz*\"", ""},
        {"xyzzy*", ""},
        {"huawei OR xyzzy*", "ban talks"},
        {"-xyzzy*", everything},
        {"title:ban", "ban"},
        {"title:bans", "ban"},
        {"body:huawei", "talks"},
        {"title:secur*", "talks"},
        {"title:\"security\"", "talks"},
        {"source:courier", "ban joined talks thai"},
        {"source:cour*", "ban joined talks thai"},
        {"source:monde", "fr"},
        {"source:couriers", ""},  // Names are not stemmed.
        {"lang:de", "haus"},
        {"lang:(de OR fr)", "fr haus"},
        {"lang:ja", ""},
        {"id:ban", "ban"},
        {"id:(ban OR zh)", "ban zh"},
        {"id:Ban", ""},
        {"date:2018", "ban"},
        {"date:2019", "haus joined talks"},
        {"date:2019-05", "haus joined talks"},  // "2019" may be in May.
        {"date:2019-05-10", "haus joined talks"},
        {"date:2019-06", "joined"},
        {"date:2019-06..", "fr joined"},
        {"date:..2018-08-23", "ban"},
        {"before:2018-08-23", ""},
        {"before:2018-08-24", "ban"},
        {"after:2020", "fr"},
        {"before:1000", ""},
        {"date:undated", "thai zh"},
        {"-date:undated", "ban fr haus joined talks"},
        {"-date:2019", "ban fr thai zh"},
        {"date:..9999", "ban fr haus joined talks"},
        {"date:yesterday", "joined talks"},
        {"huawei date:2019 lang:en", "talks"},
        {"huawei NEAR/1 ban", "ban"},
        {"australia NEAR/2 ban", "ban"},
        {"australia NEAR/1 ban", ""},
        {"huawei NEAR/100 australia", ""},  // Title and text are apart.
        {"ban ADJ huawei", ""},
        {"banning ADJ firms", ""},
        {"banning ADJ/2 firms", "ban"},
        {"firms NEAR/2 banning", "ban"},
        {"two NEAR/2 two", ""},
        {"secur* ADJ comes", "ban"},
        {"comes NEAR/1 secur*", "ban"},
        {"xyzzy* NEAR/9 security", ""},
        {"\"national security\" ADJ cooperation", "joined"},
        {"national ADJ \"security cooperation\"", "joined"},
        {"\"national security\" NEAR/9 \"security cooperation\"", ""},  // They share a word.
        {"(cooperation OR huawei) NEAR/5 AT&T", "talks"},
        {"the NEAR/1 co-operation", "talks"},
        {"operation ADJ of ADJ huawei", "talks"},
        {"of ADJ huawei NEAR/3 said", ""},
        {"of ADJ huawei NEAR/5 said", "talks"},
        {"security NOT NEAR/1 national", "ban talks"},
        {"security NOT NEAR/1 \"national security\"", "ban talks"},
        {"ban NOT NEAR/9 senate", "ban"},
        {"ban NOT ADJ huawei", "ban joined"},
        {"-ban NOT NEAR/9 senate", "fr haus joined talks thai zh"},
        {"title:huawei NEAR/1 ban", "ban"},
        {"title:(huawei NEAR/1 ban)", "ban"},
        {"body:huawei NEAR/1 ban", ""},
        {"\"security australia\"~100", "ban"},
        {"\"firms australia\"~4", "ban"},
        {"\"firms australia\"~3", ""},
        {"\"firms australia two\"~4", "ban"},
        {"\"firms australia two\"~3", ""},
        {"\"cooperation security national\"~2", "joined"},
        {"\"ban ban\"~9", ""},
        {"\"of the\"~9", "talks"},
        {"source:\"monde le\"~1", "fr"},
        {"source:(le ADJ monde)", "fr"},
        {"source:(monde ADJ le)", ""},
        {"\"技术\" ADJ/2 \"技术\"", "zh"},
        {"ban NEAR/1 huawei OR été", "ban fr"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(index.matches(c.text) == c.expected);
    }
}

TEST_CASE("prefixes are expanded to the words of the fields asked, each once") {
    Index index;
    CHECK(index.expansions("huawei") == "");
    CHECK(index.expansions("secur*") == "secur* = security;");
    CHECK(index.expansions("SECUR*") == "secur* = security;");
    CHECK(index.expansions("cooper*") == "cooper* = cooperation;");
    CHECK(index.expansions("ban* hau*") == "ban* = ban banned;hau* = hauschen hauser;");
    CHECK(index.expansions("title:ban*") == "ban* = ban;");
    CHECK(index.expansions("\"national secur*\"") == "secur* = security;");
    CHECK(index.expansions("xyzzy*") == "xyzzy* =;");
    CHECK(index.expansions("source:cour*") == "cour* = courier;");
    CHECK(index.expansions("secur* NEAR/5 \"nation* x\"") ==
          "secur* = security;nation* = national;");
}

TEST_CASE("a prefix of 1,000 words is expanded, one of more is refused by that number") {
    std::string body;
    for (int i = 1000; i < 2000; ++i) body += "word" + std::to_string(i) + " ";
    Index full({{"full", "Full", body}});
    CHECK(full.matches("word*") == "full");
    CHECK(full.translated("word*")->expansions[0].to.size() == 1000);
    Index over({{"full", "Full", body}, {"over", "Over", "word2000"}});
    CHECK(over.matches("word*") ==
          "<\"word*\" stands for more than 1000 words; write more of its letters.>");
    CHECK(over.matches("\"full word*\"").front() == '<');
    CHECK(over.matches("full OR -word*").front() == '<');
    CHECK(over.matches("word2*") == "over");
    CHECK(over.matches("word1*") == "full");
}

TEST_CASE("words are stemmed in the languages the index holds") {
    const ScratchIndex scratch(articles());
    const index::IndexReader reader(scratch.path());
    CHECK(query::Translator(reader.database()).languages() ==
          std::vector<std::string>{"de", "en", "fr"});
    const auto stems = query::stems_of({"hauser", "häuser"}, {"de", "en"});
    REQUIRE(stems.size() == 2);
    CHECK(stems[0] == std::pair<std::string, std::string>("de", "haus"));
    CHECK(stems[1].first == "en");
    CHECK(query::stems_of({"a", "a"}, {}).empty());
}

TEST_CASE("an index without articles is searched like any other") {
    Index index(std::vector<TestArticle>{});
    for (const std::string_view text : {"", "huawei", "secur*", "\"a b\"", "-a", "date:2019",
                                        "a NEAR/5 b", "a NOT NEAR b", "\"a b\"~5"}) {
        CAPTURE(text);
        CHECK(index.matches(text) == "");
    }
}

}  // namespace nutgraf::tests::in_to_xapian_test
