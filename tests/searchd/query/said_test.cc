#include "indexer/index/document_record.h"
#include "searchd/query/print.h"
#include "searchd/query/to_xapian.h"
#include "searchd/search/highlighter.h"
#include "tests/searchd/named_article.h"
#include "tests/searchd/query/entity_facts.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_said_test {

using namespace nutgraf;
using tests::named_article;

namespace {

std::string terms_of_speaker(std::string_view clause) {
    const auto parsed = query::parse_query(clause, tests::with_gazetteer());
    std::string line;
    for (const std::string& term : std::get<query::Said>(parsed->query.node).speaker.terms)
        line += (line.empty() ? "" : " ") + term;
    return line;
}

std::vector<index::StoredArticle> articles() {
    return {
        named_article("his", "News",
                      "{The ban of huawei is right=XSchris-coons XS@senator}, he said."),
        named_article("other", "News",
                      "{We wait=XSchris-coons XS@senator}, he said. {The ban is wrong=XShuawei}."),
        named_article("border", "News", "The ban {stays=XSchris-coons XS@senator}, he said."),
        named_article("title", "{We ban it=XShuawei}", "Nothing."),
        named_article("unlisted", "News", "{No ban=XSrobert-kahofer XS~kahofer}, he said."),
        named_article("none", "News", "Coons and the ban."),
    };
}

/// The ids of what is found, in their order.
std::string found(const Xapian::Database& database, std::string_view text) {
    const auto parsed = query::parse_query(text, tests::with_gazetteer());
    const auto query = query::Translator(database).translated(parsed->query);
    Xapian::Enquire enquire(database);
    enquire.set_query(query->query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    index::RecordCodec codec;
    std::string line;
    const auto matched = enquire.get_mset(0, database.get_doccount());
    for (auto match = matched.begin(); match != matched.end(); ++match) {
        const auto stored = codec.decoded(match.get_document().get_data());
        line += (line.empty() ? "" : " ") + stored.article.id;
    }
    return line;
}

}  // namespace

TEST_CASE("a speaker is a person, an organisation or an office, under any name") {
    struct Case {
        std::string clause, terms;
    };
    const Case cases[] = {
        {"said:coons", "XSchris-coons"},
        {"said:#chris-coons", "XSchris-coons"},
        {"said:huawei", "XShuawei"},
        {"said:华为", "XShuawei"},
        {"said:commission", "XSeu-commission XSus-ftc"},
        {"said:senator", "XS@senator"},
        {"said:\"foreign secretary\"", "XS@gb-foreign-secretary"},
        {"said:kahofer", "XS~kahofer"},
        {"said:#robert-kahofer", "XSrobert-kahofer"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.clause);
        CHECK(terms_of_speaker(c.clause) == c.terms);
    }
}

TEST_CASE("a phrase right behind a speaker is what they say; AND parts the two") {
    struct Case {
        std::string text, printed;
    };
    const Case cases[] = {
        {"said:coons", "said:coons"},
        {"said:\"Chris Coons\" \"deep concern\"", "said:\"chris coons\" \"deep concern\""},
        {"said:coons \"5G\" ban", "said:coons \"5g\" AND ban"},
        {"said:coons AND \"5G\"", "said:coons AND \"5g\""},
        {"said:coons ban", "said:coons AND ban"},
        {"NOT said:coons \"5G\"", "NOT said:coons \"5g\""},
        {"said:coons \"secur*\"", "said:coons \"secur*\""},
        {"said:coons \"org:huawei\"", "said:coons \"org:huawei\""},
        {"said:coons /s \"last resort\"", "said:coons /s \"last resort\""},
        {"ban NEAR/3 said:coons AND \"5g\"", "ban NEAR/3 said:coons AND \"5g\""},
        {"said:coons \"5g\" NEAR ban", "said:coons \"5g\" NEAR/10 ban"},
        {"(said:coons OR said:huawei) /p ban", "(said:coons OR said:huawei) /p ban"},
        {"has:quote", "has:quote"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const auto parsed = query::parse_query(c.text, tests::with_gazetteer());
        CHECK(query::to_text(parsed->query) == c.printed);
        const auto again = query::parse_query(c.printed, tests::with_gazetteer());
        CHECK(again->query == parsed->query);
    }
}

TEST_CASE("what cannot be read of speech is said") {
    struct Case {
        std::string text, message;
    };
    const Case cases[] = {
        {"said:commission", "Several are called \"commission\": "},
        {"said:nobody", "The gazetteer has no organisation or person \"nobody\"."},
        {"said:coons \"a ban\"~5", "\"~5\" cannot stand behind what somebody says"},
        {"has:picture", "\"picture\" is not \"quote\""},
        {"(said:coons OR ban) /s huawei", "Beside /s can stand"},
        {"has:quote /s huawei", "Beside /s can stand"},
        {"atleast2:said:coons", "Behind \"atleast2:\" can stand"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const auto parsed = query::parse_query(c.text, tests::with_gazetteer());
        REQUIRE(parsed->notes.size() == 1);
        CAPTURE(parsed->notes.front().message);
        CHECK(parsed->notes.front().message.starts_with(c.message));
    }
}

TEST_CASE("words are found where the speaker says them, and nowhere else") {
    const tests::NamedIndex index(articles());
    struct Case {
        std::string text, ids;
    };
    const Case cases[] = {
        {"said:coons", "his other border"},
        {"said:coons \"ban\"", "his"},
        {"said:coons \"ban of huawei\"", "his"},
        {"said:coons \"ban stays\"", ""},  // Only half of it is his.
        {"said:coons AND \"ban\"", "his other border"},
        {"said:huawei \"ban\"", "other title"},
        {"said:senator \"ban\"", "his"},
        {"said:kahofer \"ban\"", "unlisted"},
        {"said:coons \"ban is\"", ""},
        {"has:quote", "his other border title unlisted"},
        {"-has:quote", "none"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(found(index.database(), c.text) == c.ids);
    }
}

TEST_CASE("speech stands beside NEAR and in sentences at each of its words") {
    const tests::NamedIndex index({
        named_article("inside", "News", "He was firm. {It is a last resort now=XSchris-coons}."),
        named_article("whole", "News", "{Last resort=XSchris-coons}, he said."),
        named_article("beside", "News", "The last resort, and {we wait=XSchris-coons}, he said."),
        named_article("before", "News", "A last resort it was. {We wait=XSchris-coons}, he said."),
        named_article("after", "News", "{We wait=XSchris-coons}, he said.\nThe last resort."),
        named_article("half", "News", "{No last=XSchris-coons} resort."),
        named_article("others", "News", "{A last resort=XShuawei}. The senator was away."),
    });
    struct Case {
        std::string text, ids;
    };
    const Case cases[] = {
        {"said:coons /s \"last resort\"", "inside whole beside half"},
        {"\"last resort\" /s said:coons", "inside whole beside half"},
        {"said:coons /p \"last resort\"", "inside whole beside before half"},
        {"said:coons NEAR/2 \"last resort\"", "inside whole beside half"},
        {"said:coons NEAR/4 \"last resort\"", "inside whole beside before after half"},
        {"said:coons ADJ/9 \"last resort\"", "inside whole after half"},
        {"\"last resort\" NOT NEAR/2 said:coons", "before after others"},
        {"\"last resort\" NOT /s said:coons", "before after others"},
        {"(said:coons OR said:huawei) /s \"last resort\"", "inside whole beside half others"},
        {"said:coons \"last resort\" /s now", "inside"},
        {"said:coons \"last resort\" /s firm", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(found(index.database(), c.text) == c.ids);
    }
}

TEST_CASE("only the words inside the speaker's quotes are marked") {
    const auto stored =
        named_article("a", "News", "The ban. {A ban now=XSchris-coons}, he said. {Ban=XShuawei}.");
    const auto marked = [&](std::string_view text) {
        const auto parsed = query::parse_query(text, tests::with_gazetteer());
        std::string line;
        const auto found =
            search::Highlighter(parsed->query, {"en"}).highlights(stored, stored.article.body);
        for (const search::Mark& mark : found.text)
            line += "[" + stored.article.body.substr(mark.begin, mark.end - mark.begin) + "]";
        return line;
    };
    CHECK(marked("said:coons \"ban\"") == "[ban]");
    CHECK(marked("said:coons") == "[A ban now]");
    CHECK(marked("said:huawei \"ban\"") == "[Ban]");
    CHECK(marked("said:huawei \"now\"") == "");
    CHECK(marked("said:coons /s \"ban\"") == "[A ban now]");
    CHECK(marked("said:coons NEAR/1 he") == "[now][he]");
}

}  // namespace nutgraf::tests::in_said_test
