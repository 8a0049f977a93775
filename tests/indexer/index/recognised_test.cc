#include "indexer/index/recognised.h"

#include "analyzers/text/tokenizer.h"
#include "indexer/index/document.h"
#include "indexer/index/schema.h"
#include "tests/support/small_gazetteer.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace nutgraf::tests::in_recognised_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;

namespace {

const std::string facts = R"(
@country us
name: United States
adjective: American

@country cn
name: China
adjective: Chinese

@place us-co
name: Colorado
code: CO
country: us

@role senator
name: senator
plural: senators
class: legislator

@role us-senator
name: US senator
broader: senator
class: legislator

@org us-republican
name: Republican Party
kind: party
country: US
letters: R

@org huawei
name: Huawei
alias: Huawei Technologies
kind: company/telecoms
country: CN

@person cory-gardner
name: Cory Gardner
surname: Gardner
country: US
party: us-republican
role: us-senator/CO 2015-01-03..2021-01-03
)";

archive::Article article_of(std::string title, std::string body) {
    archive::Article article;
    article.id = "a";
    article.title = std::move(title);
    article.body = std::move(body);
    article.lang = "en";
    const std::chrono::sys_days day = std::chrono::year(2019) / 3 / 29;
    article.published = archive::Published{{day, day}};
    return article;
}

StoredEntities entities_in(const entities::Gazetteer& gazetteer, const archive::Article& article) {
    const std::string text = archive::text_of(article);
    const ArticleWords words{analyzers::tokenise(article.title), analyzers::tokenise(text)};
    return Recogniser(gazetteer).entities_of(article, text, words, "en");
}

const StoredEntity* entity(const StoredEntities& stored, std::string_view id) {
    const auto found = std::ranges::find(stored.entities, id, &StoredEntity::id);
    return found == stored.entities.end() ? nullptr : &*found;
}

bool has_term(const StoredEntities& stored, const StoredMention& mention, std::string_view term) {
    const auto& terms = stored.term_sets[mention.terms];
    return std::ranges::find(terms, term) != terms.end();
}

}  // namespace

TEST_CASE("mentions are places of the title or of the text, in its bytes and words") {
    const SmallGazetteer small(facts);
    const auto article = article_of("Senate looks at Huawei", "A bill.\n\nIt names Huawei twice.");
    const StoredEntities stored = entities_in(small.gazetteer(), article);
    REQUIRE(stored.mentions.size() == 2);
    const StoredMention& in_title = stored.mentions[0];
    CHECK(in_title.is_in_title);
    CHECK(article.title.substr(in_title.begin, in_title.end - in_title.begin) == "Huawei");
    CHECK(in_title.first_token == 3);
    const StoredMention& in_text = stored.mentions[1];
    CHECK_FALSE(in_text.is_in_title);
    CHECK(article.body.substr(in_text.begin, in_text.end - in_text.begin) == "Huawei");
    CHECK(in_text.first_token == 4);
    CHECK(in_text.entity == in_title.entity);
}

TEST_CASE("a senator is found by name, roles from special to general, party, state and country") {
    const SmallGazetteer small(facts);
    const auto article = article_of("Vote", "Senator Cory Gardner (R-CO) spoke.");
    const StoredEntities stored = entities_in(small.gazetteer(), article);
    REQUIRE(stored.mentions.size() == 1);
    for (const char* term : {"XFcory-gardner", "XRus-senator", "XRsenator",
                             "XRsenator/us-republican", "XPus-republican", "XTco", "XCus"}) {
        CAPTURE(term);
        CHECK(has_term(stored, stored.mentions.front(), term));
    }
    REQUIRE(entity(stored, "cory-gardner") != nullptr);
    CHECK(entity(stored, "cory-gardner")->kind == "official");
}

TEST_CASE(
    "an office is found by its name, its role and what that is a kind of, with the party too") {
    const SmallGazetteer small(facts + R"(
@role foreign-minister
name: foreign minister
class: minister

@office us-secretary-of-state
name: US Secretary of State
role: foreign-minister
country: US
holder: mike-pompeo 2018-04-26..2021-01-20

@role secretary-of-state
name: secretary of state
class: minister

@person mike-pompeo
name: Mike Pompeo
surname: Pompeo
country: US
party: us-republican
)");
    const auto article = article_of("Visit", "The Secretary of State, Mike Pompeo, flew home.");
    const StoredEntities stored = entities_in(small.gazetteer(), article);
    REQUIRE(stored.mentions.size() == 1);
    for (const char* term :
         {"XRus-secretary-of-state", "XRus-secretary-of-state/us-republican", "XRforeign-minister",
          "XRforeign-minister/us-republican", "XRsecretary-of-state"}) {
        CAPTURE(term);
        CHECK(has_term(stored, stored.mentions.front(), term));
    }
}

TEST_CASE("an organisation is found by its kind, with and without the industry") {
    const SmallGazetteer small(facts);
    const StoredEntities stored = entities_in(small.gazetteer(), article_of("", "Huawei grew."));
    REQUIRE(stored.mentions.size() == 1);
    CHECK(has_term(stored, stored.mentions.front(), "XOhuawei"));
    CHECK(has_term(stored, stored.mentions.front(), "XKcompany"));
    CHECK(has_term(stored, stored.mentions.front(), "XKcompany/telecoms"));
}

TEST_CASE("who is named early and quoted often is what an article is about") {
    const SmallGazetteer small(facts, "said\tsay-verb\ten\t\n");
    const auto relevance_in = [&](const std::string& body) {
        return entity(entities_in(small.gazetteer(), article_of("Rain", body)), "huawei")
            ->relevance;
    };
    const int silent =
        relevance_in("Rain fell. Huawei met in the rain, which fell again. It fell.");
    const int quoted =
        relevance_in("Rain fell. Huawei said that the rain would fall again. It fell.");
    CHECK(quoted > silent);
    CHECK(quoted <= silent + 10);
}

TEST_CASE("an organisation is found under itself and under every body it is part of") {
    const SmallGazetteer small(R"(
@org gb-gov
name: UK Government
kind: government

@org gb-home-office
name: Home Office
kind: ministry
parent: gb-gov

@org gb-border-force
name: Border Force
kind: agency
parent: gb-home-office

@org first-holding
name: Firstam Holding
kind: company
parent: second-holding

@org second-holding
name: Secondam Holding
kind: company
parent: first-holding
)");
    const auto under = [&](const std::string& body) {
        const StoredEntities stored = entities_in(small.gazetteer(), article_of("", body));
        REQUIRE(stored.mentions.size() == 1);
        std::string line;
        for (const std::string& term : stored.term_sets[stored.mentions.front().terms])
            if (term.starts_with("XU")) line += (line.empty() ? "" : " ") + term.substr(2);
        return line;
    };
    CHECK(under("The Border Force waits.") == "gb-border-force gb-gov gb-home-office");
    CHECK(under("The Home Office waits.") == "gb-gov gb-home-office");
    CHECK(under("The UK Government waits.") == "gb-gov");
    // Facts that go round in a circle.
    CHECK(under("Shares in Firstam Holding rose.") == "first-holding second-holding");
}

TEST_CASE("an article is about whoever has a relevance of 50, at each mention and in a posting") {
    const SmallGazetteer small(facts);
    const auto article = article_of(
        "Huawei waits", "Huawei grew. Shares in Wrensham Widgets plc rose. Cory Gardner spoke.");
    const StoredEntities stored = entities_in(small.gazetteer(), article);
    std::size_t mentions = 0;
    for (const StoredMention& mention : stored.mentions) {
        const bool is_subject = stored.entities[mention.entity].relevance >= about_relevance;
        CAPTURE(stored.entities[mention.entity].id);
        CHECK(is_subject == (stored.entities[mention.entity].id == "huawei"));
        CHECK(has_term(stored, mention, "XAhuawei") == is_subject);
        CHECK_FALSE(has_term(stored, mention, "XAcory-gardner"));
        mentions += is_subject ? 1U : 0U;
    }
    CHECK(mentions == 2);
    const Xapian::Document document = DocumentMaker(&small.gazetteer()).document(article, {1, {}});
    auto term = document.termlist_begin();
    term.skip_to("XA");
    REQUIRE(term != document.termlist_end());
    CHECK(*term == "XAhuawei");
    CHECK(term.get_wdf() == 0);
    CHECK(term.positionlist_count() == 0);
    ++term;
    CHECK_FALSE((*term).starts_with("XA"));
}

TEST_CASE("one that no gazetteer has can be what an article is about, by name and by surname") {
    const SmallGazetteer small(facts);
    const StoredEntities stored = entities_in(
        small.gazetteer(),
        article_of("Senator Robert Kahofer resigns", "Senator Robert Kahofer resigned."));
    REQUIRE(stored.entities.size() == 1);
    for (const char* term : {"XArobert-kahofer", "XA~robert kahofer", "XA~kahofer"}) {
        CAPTURE(term);
        CHECK(has_term(stored, stored.mentions.front(), term));
    }
}

TEST_CASE("an organisation that no gazetteer has is found by its folded name") {
    const SmallGazetteer small(facts);
    const StoredEntities stored =
        entities_in(small.gazetteer(), article_of("", "Shares in Wrensham Widgets plc rose."));
    REQUIRE(stored.entities.size() == 1);
    CHECK(stored.entities.front().kind == "org");
    CHECK(stored.entities.front().id.starts_with("~wrensham widgets"));
    CHECK(has_term(stored, stored.mentions.front(), "XO" + stored.entities.front().id));
}

TEST_CASE("what stands in the headline and often is more relevant than what stands late and once") {
    const SmallGazetteer small(facts);
    const StoredEntities stored = entities_in(
        small.gazetteer(),
        article_of("Huawei waits", "Huawei grew. Huawei sold. Much later, Cory Gardner spoke."));
    REQUIRE(stored.entities.size() == 2);
    CHECK(stored.entities[0].id == "huawei");
    CHECK(stored.entities[0].relevance > 75);
    CHECK(stored.entities[1].relevance < 40);
}

TEST_CASE("an entity stands at the positions of its words, behind the gap in the text") {
    const SmallGazetteer small(facts);
    DocumentMaker maker(&small.gazetteer());
    const Xapian::Document document =
        maker.document(article_of("On Huawei", "Huawei Technologies grew."), {1, {}});
    auto term = document.termlist_begin();
    term.skip_to("XOhuawei");
    REQUIRE(term != document.termlist_end());
    REQUIRE(*term == "XOhuawei");
    const std::vector<Xapian::termpos> found(term.positionlist_begin(), term.positionlist_end());
    CHECK(found == std::vector<Xapian::termpos>{2, 3 + field_gap, 4 + field_gap});
    CHECK(term.get_wdf() == 2);  // One a mention.
}

TEST_CASE("a quote has its speaker, and its place in the title or in the text") {
    const SmallGazetteer small(facts);
    const auto article = article_of("Huawei: “We grow”", "Nothing.\n\nHuawei: “We wait for it.”");
    const StoredEntities stored = entities_in(small.gazetteer(), article);
    REQUIRE(stored.quotes.size() == 2);
    const StoredQuote& in_title = stored.quotes[0];
    CHECK(in_title.is_in_title);
    CHECK(article.title.substr(in_title.begin, in_title.end - in_title.begin) == "We grow");
    const StoredQuote& in_text = stored.quotes[1];
    CHECK_FALSE(in_text.is_in_title);
    CHECK(article.body.substr(in_text.begin, in_text.end - in_text.begin) == "We wait for it.");
    CHECK(in_text.first_token == 2);
    CHECK(in_text.last_token == 5);
    CHECK(in_text.kind == "direct");
    CHECK(in_text.speaker_text == "Huawei");
    CHECK(stored.entities[in_text.speaker].id == "huawei");
    CHECK(stored.term_sets[in_text.terms] == std::vector<std::string>{"XShuawei"});
}

TEST_CASE("a speaker stands at the positions of what they say, and at no other") {
    const SmallGazetteer small(facts);
    DocumentMaker maker(&small.gazetteer());
    const Xapian::Document document =
        maker.document(article_of("News", "Huawei: “We wait for it.” Others went."), {1, {}});
    auto term = document.termlist_begin();
    term.skip_to("XShuawei");
    REQUIRE(term != document.termlist_end());
    REQUIRE(*term == "XShuawei");
    const std::vector<Xapian::termpos> found(term.positionlist_begin(), term.positionlist_end());
    // The title is 1, the text begins at 2 and the gap, "We" is its second word.
    CHECK(found ==
          std::vector<Xapian::termpos>{3 + field_gap, 4 + field_gap, 5 + field_gap, 6 + field_gap});
    CHECK(term.get_wdf() == 1);  // One a quote.
    auto any = document.termlist_begin();
    any.skip_to(std::string(any_speech_term));
    CHECK(*any == any_speech_term);
}

TEST_CASE("without a gazetteer nothing is recognised") {
    const Xapian::Document document =
        DocumentMaker(nullptr).document(article_of("On Huawei", "Huawei grew."), {1, {}});
    CHECK(document.get_value(static_cast<Xapian::valueno>(Slot::entities)).empty());
}

}  // namespace nutgraf::tests::in_recognised_test
