#include "base/error.h"
#include "indexer/index/document_record.h"
#include "searchd/query/to_xapian.h"
#include "tests/searchd/named_article.h"
#include "tests/searchd/query/entity_facts.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace nutgraf::tests::in_to_xapian_entities_test {

using namespace nutgraf;
using tests::named_article;

namespace {

/// The ids of what a query finds, in the order of their names.
std::string matches(const Xapian::Database& database, std::string_view text) {
    const auto parsed = query::parse_query(text, tests::with_gazetteer());
    const auto query = query::Translator(database).translated(parsed->query);
    Xapian::Enquire enquire(database);
    enquire.set_query(query->query);
    index::RecordCodec codec;
    std::vector<std::string> ids;
    const auto found = enquire.get_mset(0, database.get_doccount());
    for (auto match = found.begin(); match != found.end(); ++match)
        ids.push_back(codec.decoded(match.get_document().get_data()).article.id);
    std::ranges::sort(ids);
    std::string line;
    for (const std::string& id : ids) line += (line.empty() ? "" : " ") + id;
    return line;
}

}  // namespace

TEST_CASE("entities are found by their mentions, in phrases and beside NEAR too") {
    const tests::NamedIndex index({
        named_article("behind", "News",
                      "A word on {Huawei Technologies=XOhuawei XKcompany} ban today"),
        named_article("inside", "News", "See {Huawei Ban Technologies=XOhuawei XKcompany} today"),
        named_article("before", "News", "A ban {Huawei=XOhuawei XKcompany} Technologies say"),
        named_article("title", "{Huawei=XOhuawei XKcompany}", "Ban of nothing"),
        named_article("two", "News", "ban {Huawei=XOhuawei}, {Huawei=XOhuawei} ban"),
        named_article("commission", "News",
                      "The {Commission=XOus-ftc} and the {Commission=XOeu-commission} ban"),
        named_article("coons", "News",
                      "{Chris Coons=XFchris-coons XRsenator XRsenator/us-democratic "
                      "XPus-democratic XTde XCus}, {Hunt=XFjeremy-hunt XRgb-foreign-secretary} and "
                      "{Kahofer=XN~kahofer}"),
        named_article("acme", "Acme Widgets", "Acme Widgets of {Acme Inc=XO~acme}"),
        named_article("words", "News", "Acme Widgets, a company, and Huawei"),
    });
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"org:huawei", "before behind inside title two"},
        {"org:#huawei", "before behind inside title two"},
        {"huawei", "before behind inside title two words"},
        {"org:commission", "commission"},
        {"org:#us-ftc", "commission"},
        {"-org:huawei", "acme commission coons words"},
        {"kind:company", "before behind inside title"},
        {"official:coons", "coons"},
        {"person:coons person:kahofer", "coons"},
        {"official:kahofer", "coons"},  // By the word; XF has no such term.
        {"official:#kahofer", ""},
        {"official:\"foreign secretary\"", "coons"},
        {"role:senator", "coons"},
        {"role:senator/D", "coons"},
        {"role:senator/R", ""},
        {"party:democrats state:delaware country:us", "coons"},
        {"org:\"acme widgets\"", "acme words"},
        // The next word of a phrase follows the mention's last.
        {"\"org:huawei ban\"", "behind two"},
        {"\"ban org:huawei\"", "before two"},
        {"\"on org:huawei ban today\"", "behind"},
        {"\"ban org:huawei technologies\"", "before"},
        {"\"org:huawei technologies\"", "before"},
        {"\"org:huawei org:huawei\"", "two"},
        {"\"ban org:huawei org:huawei ban\"", "two"},
        {"\"ban org:huawei ban\"", ""},
        {"\"see kind:company today\"", "inside"},
        {"\"the org:commission ban\"", "commission"},
        {"\"the org:#us-ftc ban\"", ""},
        {"\"person:coons official:hunt\"", "coons"},
        {"\"and person:kahofer\"", "coons"},
        {"org:acme", "acme words"},
        {"\"of org:acme\"", "acme"},
        {"\"org:acme of\"", ""},
        {"title:\"org:huawei\"", "title"},
        {"body:\"org:huawei\"", "before behind inside two"},
        {"title:\"org:huawei ban\"", ""},
        // Beside NEAR.
        {"org:huawei NEAR/1 ban", "before behind two"},
        {"org:huawei ADJ ban", "behind two"},
        {"ban ADJ org:huawei", "before two"},
        {"org:huawei NEAR/100 ban", "before behind two"},  // Title and text are apart.
        {"org:huawei NEAR/5 huawei", "two"},               // Not the mention's own word.
        {"org:huawei NEAR/5 org:huawei", "two"},
        {"kind:company ADJ today", "inside"},
        {"official:coons NEAR/1 official:hunt", "coons"},
        {"official:coons NEAR/9 role:senator", ""},  // One mention is not two.
        {"(org:huawei OR org:commission) ADJ ban", "behind commission two"},
        {"org:commission ADJ/3 org:commission", "commission"},
        {"org:huawei NOT NEAR/1 ban", "title"},  // Within the mention is near, too.
        {"ban NOT NEAR/3 org:huawei", "commission title"},
        {"ban NOT NEAR/1 org:huawei NEAR/9 org:commission", "commission"},
        {"org:\"acme widgets\" ADJ of", "acme"},
        {"org:\"acme widgets\" NEAR/2 company", "words"},
        {"\"org:huawei ban\" NEAR/3 word", "behind"},
        {"\"today org:huawei\"~1", "inside"},
        {"\"ban org:huawei on\"~3", "behind"},
        {"\"org:huawei org:huawei ban\"~9", "two"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(matches(index.database(), c.text) == c.expected);
    }
}

TEST_CASE("a damaged record is an error, not an article less") {
    const tests::NamedIndex index({named_article("id", "", "{Huawei=XOhuawei} ban")});
    Xapian::WritableDatabase copy("", Xapian::DB_BACKEND_INMEMORY);
    Xapian::Document document = index.database().get_document(1);
    document.set_data("x");
    copy.add_document(document);
    CHECK_THROWS_AS(matches(copy, "org:huawei NEAR/3 ban"), nutgraf::Error);
}

}  // namespace nutgraf::tests::in_to_xapian_entities_test
