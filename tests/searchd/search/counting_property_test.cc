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
        if (chance(3)) request.from = one_of({"2017", "2018", "2018-06"});
        if (chance(3)) request.to = one_of({"2018", "2019", "2019-03-10"});
        request.limit = random_() % 3;
        return request;
    }

private:
    static inline const std::vector<std::string> sources = {"Courier", "Herald", "Uferbote",
                                                            "Lantern"};
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
        for (const char* word : {"ban", "zte", "security"})
            if (chance(2)) known.words.insert(word);
        return known;
    }

    static archive::Article article_of(const Known& known) {
        std::string body = "Text";
        for (const std::string& word : known.words) body += " " + word;
        archive::Article article =
            tests::article_of({known.id, "Headline", body, "", known.lang, known.source});
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

bool has_one_of(const std::vector<std::string>& wanted, const std::vector<std::string>& ids) {
    return wanted.empty() || std::ranges::any_of(wanted, [&](const std::string& id) {
               return std::ranges::find(ids, id.substr(1)) != ids.end();
           });
}

bool is_one_of(const std::vector<std::string>& wanted, const std::string& value) {
    return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

bool is_dated_within(const Known& known, const std::string& from, const std::string& to) {
    if (from.empty() && to.empty()) return true;
    if (!known.days) return false;
    return (from.empty() || known.days->last >= parse_day_span(from)->first) &&
           (to.empty() || known.days->first <= parse_day_span(to)->last);
}

/// Whether an article matches a request without the filters of one facet.
bool matches(const Known& known, const SearchRequest& request, std::optional<FacetField> without) {
    using enum FacetField;
    return matches_text(known, request.text) &&
           (without == source || is_one_of(request.sources, known.source)) &&
           (without == lang || is_one_of(request.langs, known.lang)) &&
           (without == org || has_one_of(request.orgs, known.orgs)) &&
           (without == official || has_one_of(request.officials, known.officials)) &&
           (without == year || is_dated_within(known, request.from, request.to));
}

/// The facet's values that an article has.
std::vector<std::string> values_of(const Known& known, FacetField field) {
    std::vector<std::string> values;
    if (field == FacetField::source) values.push_back(known.source);
    if (field == FacetField::lang) values.push_back(known.lang);
    const auto& ids = field == FacetField::org ? known.orgs : known.officials;
    if (field == FacetField::org || field == FacetField::official)
        for (const std::string& id : ids) values.push_back("#" + id);
    if (field != FacetField::year || !known.days) return values;
    for (int year = 1000; year < 3000; ++year) {
        const std::string name = std::to_string(year);
        if (is_dated_within(known, name, name)) values.push_back(name);
    }
    return values;
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
