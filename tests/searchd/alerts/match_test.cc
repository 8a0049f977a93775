#include "searchd/alerts/match.h"

#include "base/date.h"
#include "searchd/render/json.h"
#include "tests/searchd/alerts/bench.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_match_test {

using namespace nutgraf;
using namespace nutgraf::alerts;
using tests::noon;

namespace {

search::Hit full_hit() {
    search::Hit hit;
    hit.id = "courier-1";
    hit.key = "a97e00afe77067cb";
    hit.url = "https://example.org/1";
    hit.title = {"Dürre in 华为", {{0, 6}, {10, 16}}};
    hit.source = "Courier";
    hit.byline = {"Ann Field", "B. Meyer"};
    hit.published = archive::Published{*parse_day_span("2019-05"), "metadata"};
    hit.lang = "de";
    hit.snippets = {{3, {"Die Dürre.", {{4, 10}}}}, {5, {"No mark.", {}}}};
    return hit;
}

Match match_with(const search::Hit& hit) {
    Match match;
    match.id = "f00d";
    match.alert_name = "drought";
    match.article = hit.id;
    match.sequence = 12;
    match.found = noon;
    match.record = to_record(hit);
    return match;
}

}  // namespace

TEST_CASE("a hit comes back as it was kept, marks on the same bytes") {
    search::Hit hit = full_hit();
    CHECK(to_record(hit_of(match_with(hit))) == to_record(hit));
    const search::Hit back = hit_of(match_with(hit));
    CHECK(back.title == hit.title);
    CHECK(back.snippets == hit.snippets);
    CHECK(back.published == hit.published);
    CHECK(back.byline == hit.byline);
    CHECK(back.url == hit.url);
    hit = {};
    hit.id = "bare";
    CHECK(to_record(hit_of(match_with(hit))) == to_record(hit));
}

TEST_CASE("programs get a match as one record: alert, id, key, title and marked passages") {
    const Json record = to_json(match_with(full_hit()));
    CHECK(record["version"] == 1);
    CHECK(record["match"] == "f00d");
    CHECK(record["alert"] == "drought");
    CHECK(record["found"] == "2019-05-10T12:00:00Z");
    CHECK(record["sequence"] == 12);
    CHECK(record["id"] == "courier-1");
    CHECK(record["key"] == "a97e00afe77067cb");
    CHECK(to_text(record["title"]) == R"({"text":"Dürre in 华为","marks":[[0,5],[9,11]]})");
    CHECK(record["snippets"].size() == 2);
    CHECK(!record.contains("score"));
    CHECK(to_text(record).find('\n') == std::string::npos);
}

TEST_CASE("the record of a removed article holds nothing but its id and key, and says so") {
    Match match = match_with(full_hit());
    match.record.clear();
    CHECK(to_text(to_json(match)) ==
          R"({"version":1,"match":"f00d","alert":"drought","found":"2019-05-10T12:00:00Z",)"
          R"("sequence":12,"id":"courier-1","key":"1ee51a99f33b99de","withdrawn":true})");
}

TEST_CASE("a damaged record is an error, and marks beyond the text are cut") {
    Match match = match_with(full_hit());
    for (const char* const record :
         {"", "[]", "{}", R"({"id":1})",
          R"({"id":"a","key":"b","byline":[],"snippets":[],"title":{"text":"x","marks":[[0]]}})"}) {
        CAPTURE(record);
        match.record = record;
        CHECK(tests::failure([&] { hit_of(match); }) ==
              "The match f00d is damaged; restore the file of alerts from a backup.");
    }
    match.record =
        R"({"id":"a","key":"b","byline":[],"snippets":[],"title":{"text":"xy","marks":[[1,9]]}})";
    CHECK(hit_of(match).title == search::MarkedText{"xy", {{1, 2}}});
}

TEST_CASE("the id of a match tells alert, index, article and version apart, and nothing else") {
    Alert a;
    a.uuid = "a";
    Alert b;
    b.uuid = "b";
    const std::string id = match_id(a, "index", "1", 5);
    CHECK(id.size() == 32);
    a.name = "renamed";
    CHECK(match_id(a, "index", "1", 5) == id);
    CHECK(match_id(b, "index", "1", 5) != id);
    CHECK(match_id(a, "other", "1", 5) != id);
    CHECK(match_id(a, "index", "2", 5) != id);
    CHECK(match_id(a, "index", "1", 6) != id);
}

}  // namespace nutgraf::tests::in_match_test
