#include "indexer/index/manifest.h"
#include "indexer/index/terms.h"
#include "searchd/search/counting.h"
#include "searchd/search/searcher.h"
#include "tests/searchd/query/entity_facts.h"
#include "tests/searchd/scratch_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

namespace nutgraf::tests::in_counting_property_test {

using namespace nutgraf;
using index::EntityField;
using search::FacetField;
using search::SearchRequest;

namespace {

constexpr std::size_t article_count = 300;

unsigned first_seed() {
    const char* const given = std::getenv("NUTGRAF_SEED");
    return given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : 20190510;
}

/// An article as the referee knows it.
struct Known {
    std::string id;
    std::string source;
    std::string lang;
    std::optional<DaySpan> days;
    std::vector<std::string> orgs;
    std::vector<std::string> officials;
    std::vector<std::string> roles;
    std::string section;
    std::set<std::string> words;
};

/// Invented articles, and an index of them in which entities have been put by hand.
class Archive {
public:
    explicit Archive(unsigned seed) : random_(seed) {
        std::vector<archive::Article> articles;
        for (std::size_t i = 0; i < article_count; ++i) {
            known_.push_back(invented(i));
            articles.push_back(article_of(known_.back()));
        }
        index_.add(articles);
        put_entities();
    }

    const std::vector<Known>& known() const { return known_; }
    std::filesystem::path path() const { return index_.path(); }

    SearchRequest request() {
        SearchRequest request;
        request.text = one_of({"", "ban", "ban OR zte", "-security", "security"});
        if (chance(3)) request.sources.push_back(one_of(sources));
        if (chance(6)) request.sources.push_back(one_of(sources));
        if (chance(3)) request.langs.push_back(one_of({"en", "de"}));
        if (chance(3)) request.orgs.push_back("#" + one_of(org_ids));
        if (chance(4)) request.officials.push_back("#" + one_of(official_ids));
        if (chance(3)) request.roles.push_back("#" + one_of(role_ids));
        if (chance(3)) request.sections.push_back(one_of(sections));
        if (chance(4)) request.years.push_back(one_of({"2017", "2018"}));
        if (chance(4)) request.years.push_back("2019");
        exclude_from(request);
        if (chance(3)) request.from = one_of({"2017", "2018", "2018-06"});
        if (chance(3)) request.to = one_of({"2018", "2019", "2019-03-10"});
        request.limit = random_() % 3;
        return request;
    }

private:
    void exclude_from(SearchRequest& request) {
        const auto exclude = [&](FacetField field, const std::string& value) {
            if (chance(5)) search::excluded_values(request, field).push_back(value);
        };
        exclude(FacetField::source, one_of(sources));
        exclude(FacetField::section, one_of(sections));
        exclude(FacetField::org, "#" + one_of(org_ids));
        exclude(FacetField::official, "#" + one_of(official_ids));
        exclude(FacetField::role, "#" + one_of(role_ids));
        exclude(FacetField::lang, one_of({"en", "de"}));
        exclude(FacetField::year, one_of({"2017", "2019"}));
    }

    static inline const std::vector<std::string> sources = {"Courier", "Herald", "Uferbote",
                                                            "Lantern"};
    static inline const std::vector<std::string> sections = {"World", "Sport"};
    static inline const std::vector<std::string> role_ids = {"senator", "us-senator"};
    static inline const std::vector<std::string> org_ids = {"huawei", "us-ftc", "eu-commission"};
    static inline const std::vector<std::string> official_ids = {"anna-a", "bert-b"};

    std::size_t below(std::size_t limit) { return random_() % limit; }
    bool chance(std::size_t one_in) { return below(one_in) == 0; }
    std::string one_of(const std::vector<std::string>& list) { return list[below(list.size())]; }

    Known invented(std::size_t number) {
        Known known;
        known.id = "id" + std::to_string(number);
        known.source = one_of(sources);
        known.lang = one_of({"en", "de"});
        const std::chrono::sys_days first =
            parse_day_span("2017-01-01")->first + std::chrono::days(below(1200));
        if (!chance(10))
            known.days = DaySpan{first, first + std::chrono::days(chance(4) ? below(800) : 0)};
        for (const std::string& id : org_ids)
            if (chance(3)) known.orgs.push_back(id);
        for (const std::string& id : official_ids)
            if (chance(5)) known.officials.push_back(id);
        for (const std::string& id : role_ids)
            if (chance(4)) known.roles.push_back(id);
        if (chance(2)) known.section = one_of(sections);
        for (const char* word : {"ban", "zte", "security"})
            if (chance(2)) known.words.insert(word);
        return known;
    }

    static archive::Article article_of(const Known& known) {
        std::string body = "Text";
        for (const std::string& word : known.words) body += " " + word;
        archive::Article article =
            tests::article_of({known.id, "Headline", body, "", known.lang, known.source});
        article.section = known.section;
        if (known.days) article.published = {*known.days};
        return article;
    }

    void put_entities() const {
        const auto folder = path() / index::read_manifest(path())->databases.at(0);
        Xapian::WritableDatabase database(folder.string(), Xapian::DB_OPEN);
        for (const Known& known : known_) {
            const auto document = *database.postlist_begin(index::id_term(known.id));
            Xapian::Document changed = database.get_document(document);
            std::vector<index::StoredEntity> entities;
            const auto add = [&](EntityField field, const char* kind, const std::string& id) {
                changed.add_boolean_term(index::entity_term(field, id));
                entities.push_back({kind, id, "The " + id, 50});
            };
            for (const std::string& id : known.orgs) add(EntityField::org, "org", id);
            for (const std::string& id : known.officials)
                add(EntityField::official, "official", id);
            for (const std::string& id : known.roles)
                changed.add_boolean_term(index::entity_term(EntityField::role, id));
            changed.add_value(static_cast<Xapian::valueno>(index::Slot::entities),
                              index::encoded_entities(entities));
            database.replace_document(document, changed);
        }
        database.commit();
    }

    std::mt19937 random_;
    std::vector<Known> known_;
    tests::ScratchIndex index_;
};

bool matches_text(const Known& known, const std::string& text) {
    if (text.empty()) return true;
    if (text == "-security") return !known.words.contains("security");
    if (text == "ban OR zte") return known.words.contains("ban") || known.words.contains("zte");
    return known.words.contains(text);
}

bool is_dated_within(const Known& known, const std::string& from, const std::string& to) {
    if (from.empty() && to.empty()) return true;
    if (!known.days) return false;
    return (from.empty() || known.days->last >= parse_day_span(from)->first) &&
           (to.empty() || known.days->first <= parse_day_span(to)->last);
}

/// The facet's values that an article has.
std::vector<std::string> values_of(const Known& known, FacetField field) {
    const auto ids = [](const std::vector<std::string>& all) {
        std::vector<std::string> values;
        for (const std::string& id : all) values.push_back("#" + id);
        return values;
    };
    const auto if_any = [](const std::string& value) {
        return value.empty() ? std::vector<std::string>() : std::vector{value};
    };
    switch (field) {
        case FacetField::source:
            return {known.source};
        case FacetField::section:
            return if_any(known.section);
        case FacetField::org:
            return ids(known.orgs);
        case FacetField::official:
            return ids(known.officials);
        case FacetField::role:
            return ids(known.roles);
        case FacetField::lang:
            return {known.lang};
        case FacetField::year:
            break;
    }
    std::vector<std::string> years;
    for (int year = 1000; known.days && year < 3000; ++year)
        if (const std::string name = std::to_string(year); is_dated_within(known, name, name))
            years.push_back(name);
    return years;
}

bool has_one_of(const std::vector<std::string>& wanted, const std::vector<std::string>& values) {
    return std::ranges::any_of(wanted, [&](const std::string& value) {
        return std::ranges::find(values, value) != values.end();
    });
}

/// Whether an article matches a request without the filters of one facet.
bool matches(const Known& known, const SearchRequest& request, std::optional<FacetField> without) {
    if (!matches_text(known, request.text)) return false;
    if (!is_dated_within(known, request.from, request.to)) return false;
    return std::ranges::all_of(search::facet_fields, [&](FacetField field) {
        const std::vector<std::string>& wanted = search::wanted_values(request, field);
        const std::vector<std::string> values = values_of(known, field);
        return without == field || ((wanted.empty() || has_one_of(wanted, values)) &&
                                    !has_one_of(search::excluded_values(request, field), values));
    });
}

using Counts = std::map<std::string, std::uint64_t>;

Counts plain_facet(const Archive& archive, const SearchRequest& request, FacetField field) {
    Counts counts;
    for (const Known& known : archive.known())
        if (matches(known, request, field))
            for (const std::string& value : values_of(known, field)) ++counts[value];
    return counts;
}

Counts counts_of(const search::Facet& facet) {
    Counts counts;
    for (const search::FacetValue& value : facet.values)
        if (value.count > 0) counts[value.value] = value.count;
    return counts;
}

Counts plain_months(const Archive& archive, const SearchRequest& request) {
    Counts counts;
    for (const Known& known : archive.known()) {
        if (!matches(known, request, std::nullopt)) continue;
        const bool is_known =
            known.days && known.days->last - known.days->first < std::chrono::days(31);
        ++counts[is_known ? iso_date(known.days->first).substr(0, 7) + "-01" : "undated"];
    }
    return counts;
}

Counts counts_of(const search::Histogram& histogram) {
    Counts counts;
    for (const search::Bucket& bucket : histogram.buckets)
        if (bucket.count > 0) counts[iso_date(bucket.start)] = bucket.count;
    if (histogram.undated > 0) counts["undated"] = histogram.undated;
    return counts;
}

}  // namespace

TEST_CASE("facets and histogram are what counting article by article gives") {
    const unsigned seed = first_seed();
    Archive archive(seed);
    search::Searcher searcher(archive.path(), &tests::test_gazetteer());
    std::uint64_t counted = 0;
    for (int round = 0; round < 200; ++round) {
        SearchRequest request = archive.request();
        request.facets.assign(search::facet_fields.begin(), search::facet_fields.end());
        request.histogram = search::HistogramWish{search::TimeUnit::month};
        CAPTURE(seed);
        CAPTURE(round);
        CAPTURE(request.text);
        const auto results = searcher.search(request);
        REQUIRE(results);
        for (const search::Facet& facet : results->facets) {
            CAPTURE(search::name_of(facet.field));
            REQUIRE(counts_of(facet) == plain_facet(archive, request, facet.field));
        }
        REQUIRE(counts_of(*results->histogram) == plain_months(archive, request));
        counted += results->total;
    }
    CHECK(counted > 200);  // Agreement on nothing would prove little.
}

TEST_CASE("what is not asked for is not counted") {
    const tests::ScratchIndex index({{"a", "Ban", "Ban."}});
    search::Searcher searcher(index.path());
    const auto plain = searcher.search({.text = "ban"});
    CHECK(plain->facets.empty());
    CHECK(!plain->histogram);
    CHECK(!search::asks_for_counts({.text = "ban"}));
    const auto counted = searcher.search({.text = "ban", .facets = {FacetField::lang}});
    REQUIRE(counted->facets.size() == 1);
    CHECK(counted->facets[0].values.size() == 1);
    CHECK(!counted->histogram);
}

TEST_CASE("counts are those of the state that answers") {
    const tests::ScratchIndex index({{"a", "Ban", "Ban."}});
    search::Searcher searcher(index.path());
    const SearchRequest request = {.text = "ban", .facets = {FacetField::source}};
    CHECK(searcher.search(request)->facets[0].values[0].count == 1);
    index.add({"b", "Ban", "Ban."});
    CHECK(searcher.search(request)->facets[0].values[0].count == 2);
}

}  // namespace nutgraf::tests::in_counting_property_test
