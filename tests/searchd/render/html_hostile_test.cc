#include "base/utf8.h"
#include "searchd/render/alert_pages.h"
#include "searchd/render/entity_pages.h"
#include "searchd/render/html.h"
#include "tests/searchd/render/html_tags.h"
#include "tests/searchd/render/pages.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace nutgraf::tests::in_html_hostile_test {

using namespace nutgraf;
using namespace nutgraf::render;
using namespace nutgraf::test;

namespace {

/// Texts that would do something if a page took them for markup, script, style or template.
const std::vector<std::string> attacks = {
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<style>*{display:none}</style>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href=//evil.example/>",
    "<form action=//evil.example><input name=password>",
    "<a href=javascript:alert(1)>here</a>",
    "<mark>not ours</mark>",
    "<!-- a comment that never ends",
    "--><b>",
    "<![CDATA[ <b> ]]>",
    "<?xml version='1.0'?>",
    "</p></article></main></body></html><h1>Another page</h1>",
    "\" onfocus=\"alert(1)\" autofocus=\"",
    "' onfocus='alert(1)' autofocus='",
    "` onfocus=`alert(1)`",
    "\"onmouseover=alert(1) x=\"",
    "\" style=\"position:fixed;inset:0\"",
    "x\" lang=\"zz\" lang=\"",
    "javascript:alert(1)",
    "{{{form.text}}}",
    "{{&form.text}}",
    "{{#hits}}{{> page}}{{/hits}}",
    "{{=<% %>=}}<%& form.text %>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "&quot;&gt;<b>",
    "%3Cscript%3E",
    "+ADw-script+AD4-",
    "\xC0\xBCscript\xC0\xBE",  // overlong "<" and ">"
    "\xE0\x80\xBC<b>\xF8\x88",
    "ends in half a character \xE2\x82",
    std::string("null \0 <b\0>", 10),
    "escape \x1B[31m delete \x7F C1 \xC2\x9B <b>",
    "carriage\rreturn\r\"<b>",
    "\xE2\x80\xAE txet desrever \xE2\x80\xA6 <b>",  // right-to-left override, never closed
    "\xE2\x80\xA8<b>\xE2\x80\xA9",                  // line and paragraph separators
    "\xEF\xBC\x9Cscript\xEF\xBC\x9E",               // fullwidth signs
};

/// Each attack alone and behind what could end the place it stands in.
std::vector<std::string> payloads() {
    std::vector<std::string> all;
    for (const std::string& attack : attacks)
        for (const char* opening : {"", "\">", "'>", "</title></option></select></textarea>"})
            all.push_back(opening + attack);
    return all;
}

/// A text with a mark that begins and ends in its middle, wherever that is.
search::MarkedText marked(const std::string& text) {
    return {text, {{text.size() / 3, text.size() / 3 * 2}}};
}

std::vector<index::StoredEntity> hostile_entities(const std::string& x) {
    return {{"org", x, x, 50}, {"official", x, x, 50}, {"person", x, x, 50}};
}

/// Facets of every field whose values and labels are the text, one of them selected.
std::vector<search::Facet> hostile_facets(const std::string& x) {
    std::vector<search::Facet> facets;
    for (const search::FacetField field : search::facet_fields) {
        facets.push_back({field, {{x, x, 3, true}}, 5});
        for (int i = 0; i < 9; ++i) facets.back().values.push_back({x + " ", x, 1, false});
    }
    return facets;
}

search::Hit hostile_hit(const std::string& x) {
    search::Hit hit = hit_with(marked(x), marked(x));
    hit.id = hit.key = hit.url = hit.source = hit.lang = x;
    hit.byline = {x, x};
    hit.entities = hostile_entities(x);
    return hit;
}

/// A search page with the text in every place that holds text from outside.
std::string hostile_search_page(const std::string& x) {
    search::Hit untitled = hostile_hit(x);
    untitled.title = {};
    SearchPage page = page_with(x, {hostile_hit(x), untitled});
    page.form.from = page.form.to = x;
    page.form.sources = page.form.langs = page.form.orgs = page.form.officials = {x, x};
    page.problem = x;
    page.results->total = 45;
    page.results->stories = 45;
    page.offset = 20;
    page.results->facets = hostile_facets(x);
    page.results->histogram =
        search::Histogram{search::TimeUnit::year, {{{}, 1, 2}, {{}, 0, 0}, {{}, 2, 2}}, 1};
    page.results->corrections = {{x, 7}, {x, 8}};
    page.results->relaxations = {
        {{x, x}, "", false, x, 7}, {{}, x, false, x, 8}, {{}, "", true, x, 9}};
    page.results->expansions = {{x, {x, x}}, {x, {}}};
    for (const auto severity :
         {query::Severity::info, query::Severity::warning, query::Severity::error})
        page.results->notes.push_back({severity, 1, x, x});
    return search_page(page);
}

/// A search page that found nothing, likewise.
std::string hostile_empty_page(const std::string& x, const std::string& source) {
    SearchPage page = page_with(x, {});
    if (!source.empty()) page.form.sources = {source};
    const query::Query word = {query::Word{{}, {x, x}}};
    page.results->query = {query::And{{word, word}}};
    return search_page(page);
}

std::string hostile_article_page(const std::string& x) {
    ArticlePage page = article_with(marked(x), marked(x));
    page.text = page.article.lang = page.article.key = x;
    archive::Article& article = page.article.article;
    article.id = x + " ";  // Different from the address, so that it is shown.
    article.url = article.updated = article.source = article.section = article.wire = x;
    article.place = article.standfirst = x;
    article.byline = {x, x};
    page.article.entities = hostile_entities(x);
    article.published = {{}, x};
    article.extra["text"] = x;
    article.extra["list"] = Json::array({x, Json::object({{x, x}})});
    article.extra["name " + x] = "value";
    return article_page(page);
}

ShownAlert hostile_alert(const std::string& x) {
    ShownAlert alert;
    alert.name = alert.query.text = alert.filters = x;
    alert.query.from = alert.query.to = x;
    alert.query.sources = alert.query.langs = alert.query.orgs = alert.query.officials = {x, x};
    return alert;
}

/// The pages of alerts, one behind the other, likewise.
std::vector<std::string> hostile_alert_pages(const std::string& x) {
    const ShownAlert alert = hostile_alert(x);
    AlertPage page;
    page.alert = alert;
    page.matches.push_back({hostile_hit(x), {}});
    page.runs.emplace_back().failure = x;
    page.failure = page.form_token = x;
    NewAlertPage fresh;
    fresh.name = fresh.filters = fresh.name_problem = fresh.query_problem = x;
    fresh.filter_problem = fresh.form_token = x;
    fresh.query = alert.query;
    fresh.query_place = x.size() / 2;
    fresh.newest = {hostile_hit(x)};
    return {alert_list_page({{alert}, x}), alert_page(page), new_alert_page(fresh)};
}

search::EntityBrief hostile_brief(const std::string& x) {
    return {"org", x, x, x + "/" + x, x, x};
}

/// The pages of an organisation and of a list of some, likewise.
std::vector<std::string> hostile_entity_pages(const std::string& x) {
    const search::EntityBrief brief = hostile_brief(x);
    search::EntityProfile profile;
    search::EntityFacts& facts = profile.facts;
    facts.brief = brief;
    facts.country_name = facts.wikidata = facts.source = x;
    facts.names = {{x, x}, {x, ""}};
    facts.parent = brief;
    facts.bodies.assign(10, brief);
    facts.more_bodies = 3;
    facts.roles = {{x, x, x, x, {}}};
    facts.parties = {{brief, {}}};
    facts.offices = {{x, x, {{brief, {}}}}};
    profile.query = profile.speech_query = x;
    profile.named.total = 7;
    profile.named.hits = {hostile_hit(x)};
    profile.company = {{brief, 3}};
    profile.sayings.resize(1);
    search::Saying& saying = profile.sayings.front();
    saying.key = saying.id = saying.title = saying.source = saying.lang = saying.kind = x;
    saying.passage = marked(x);
    const search::EntityListRequest wanted{x, x, 5, 20};
    return {entity_page(profile), entity_list_page({wanted, {{{brief, 3}}, 50, x, 1, 1}})};
}

std::string hostile_problem_page(const std::string& x) {
    return problem_page(400, x, x);
}

/// The pages that several tests read, each with some text wherever it can stand.
std::vector<std::string> hostile_pages(const std::string& x) {
    std::vector<std::string> pages = hostile_alert_pages(x);
    pages.push_back(hostile_search_page(x));
    pages.push_back(hostile_article_page(x));
    for (std::string& html : hostile_entity_pages(x)) pages.push_back(std::move(html));
    return pages;
}

std::vector<std::string> shapes_of(const std::vector<std::string>& pages) {
    std::vector<std::string> shapes;
    for (const std::string& html : pages) shapes.push_back(read_page(html).shape());
    return shapes;
}

/// Whether a link stays on this site or goes to the web.
bool is_harmless_address(const std::string& address) {
    const bool is_here = address.starts_with("/") && !address.starts_with("//");
    return is_here || address == "#main" || address == "#first" || address == "#narrow" ||
           address.starts_with("http://") || address.starts_with("https://");
}

}  // namespace

TEST_CASE("nothing from outside becomes markup, whatever it is and wherever it stands") {
    const auto all = payloads();
    REQUIRE(all.size() >= 100);
    const std::string harmless = "an ordinary text of some length";
    const auto search_shape = read_page(hostile_search_page(harmless)).shape();
    const auto empty_shape = read_page(hostile_empty_page(harmless, "")).shape();
    const auto filtered_shape = read_page(hostile_empty_page(harmless, harmless)).shape();
    const auto article_shape = read_page(hostile_article_page(harmless)).shape();
    const auto alert_shapes = shapes_of(hostile_alert_pages(harmless));
    const auto entity_shapes = shapes_of(hostile_entity_pages(harmless));
    const auto problem_shape = read_page(hostile_problem_page(harmless)).shape();
    for (const std::string& payload : all) {
        CAPTURE(payload);
        CHECK(read_page(hostile_search_page(payload)).shape() == search_shape);
        CHECK(read_page(hostile_empty_page(payload, "")).shape() == empty_shape);
        CHECK(read_page(hostile_empty_page(payload, payload)).shape() == filtered_shape);
        CHECK(read_page(hostile_article_page(payload)).shape() == article_shape);
        CHECK((shapes_of(hostile_alert_pages(payload)) == alert_shapes));
        CHECK((shapes_of(hostile_entity_pages(payload)) == entity_shapes));
        CHECK(read_page(hostile_problem_page(payload)).shape() == problem_shape);
    }
}

TEST_CASE("links and forms never leave for anything but the web") {
    for (const std::string& payload : payloads()) {
        CAPTURE(payload);
        std::vector<std::string> pages = hostile_pages(payload);
        pages.push_back(hostile_empty_page(payload, ""));
        for (const std::string& html : pages)
            for (const Tag& tag : read_page(html).tags)
                for (const char* name : {"href", "src", "action"})
                    if (const auto found = tag.attributes.find(name);
                        found != tag.attributes.end()) {
                        CAPTURE(found->second);
                        CHECK(is_harmless_address(found->second));
                    }
    }
}

TEST_CASE("pages are valid UTF-8 without controls, whatever they hold") {
    for (const std::string& payload : payloads()) {
        CAPTURE(payload);
        for (const std::string& html : hostile_pages(payload)) {
            CHECK(is_valid_utf8(html));
            CHECK(std::ranges::none_of(
                html, [](unsigned char c) { return (c < 0x20 && c != '\n') || c == 0x7F; }));
        }
    }
}

TEST_CASE("pages have no inline script, no inline style and nothing from elsewhere") {
    const std::string x = "an ordinary text";
    std::vector<std::string> pages = hostile_pages(x);
    pages.push_back(hostile_problem_page(x));
    pages.push_back(search_page({}));
    for (const std::string& html : pages)
        for (const Tag& tag : read_page(html).tags) {
            CAPTURE(tag.shape());
            if (tag.name == "script" && !tag.is_closing)
                CHECK(tag.attributes.at("src").starts_with("/assets/suggest.js?v="));
            CHECK(tag.name != "style");
            for (const auto& [name, value] : tag.attributes) {
                CHECK_FALSE(name.starts_with("on"));
                CHECK(name != "style");
                if (name == "src") CHECK(value.starts_with("/assets/"));
                if (tag.name == "link") CHECK_FALSE(value.find("//") != std::string::npos);
            }
        }
}

TEST_CASE("only addresses of the web become links") {
    struct Case {
        std::string url;
        bool is_linked;
    };
    const Case cases[] = {
        {"https://courier.example.com/2019/03/29/senators", true},
        {"http://courier.example.com", true},
        {"HTTPS://Courier.example.com/?a=1&b=2#c", true},
        {"https://courier.example.com/Dürre", true},
        {"https://[2001:db8::1]:8080/", true},
        {"javascript:alert(1)", false},
        {"JaVaScRiPt:alert(1)", false},
        {" javascript:alert(1)", false},
        {"java\tscript:alert(1)", false},
        {"java\nscript:alert(1)", false},
        {"\x01javascript:alert(1)", false},
        {"javascript://courier.example.com/%0Aalert(1)", false},
        {"data:text/html,<script>alert(1)</script>", false},
        {"DATA:text/html;base64,PHNjcmlwdD4=", false},
        {"vbscript:msgbox(1)", false},
        {"file:///etc/passwd", false},
        {"blob:https://courier.example.com/1", false},
        {"view-source:https://courier.example.com", false},
        {"mailto:someone@example.com", false},
        {"ftp://courier.example.com/", false},
        {"//courier.example.com/", false},
        {"/articles/1", false},
        {"courier.example.com", false},
        {"https:courier.example.com", false},
        {"https:/courier.example.com", false},
        {"https://", false},
        {"https:///path", false},
        {"https://?q", false},
        {" https://courier.example.com/", false},
        {"https://courier.example.com/a b", false},
        {"https://courier.example.com\\@evil.example/", false},
        {"https://courier.example.com@evil.example/", false},
        {"https://courier.example.com/\xE2\x80\xAEtxt.exe", false},  // right-to-left override
        {"https://courier.example.com/\xFF", false},
        {"https://courier.exa\tmple.com/", false},
        {std::string("https://courier.example.com/\0", 29), false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.url);
        ArticlePage page = article_with({"A headline", {}}, {"A text.", {}});
        page.article.article.url = c.url;
        bool is_linked = false;
        for (const Tag& tag : read_page(article_page(page)).tags) {
            const auto href = tag.attributes.find("href");
            if (href == tag.attributes.end() || href->second != c.url) continue;
            is_linked = true;
            CHECK(tag.attributes.at("rel") == "noopener noreferrer nofollow");
        }
        CHECK(is_linked == c.is_linked);
    }
}

}  // namespace nutgraf::tests::in_html_hostile_test
