#include "searchd/search/entity_profile.h"

#include "indexer/index/terms.h"
#include "searchd/query/to_xapian.h"
#include "searchd/search/histogram.h"
#include "searchd/search/matching.h"
#include "searchd/search/passages.h"
#include "searchd/search/ranking.h"
#include "searchd/search/searcher.h"
#include "searchd/search/shared_state.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace nutgraf::search {

namespace {

using entities::Table;
using Entry = EntityDirectory::Entry;

/// The field under which a query finds every article that names an entity, and no others.
std::string_view field_of(const EntityFacts& facts, const Entry* entry) {
    if (facts.brief.kind == "org") return "org";
    const bool is_official =
        entry == nullptr ? facts.brief.kind == "official" : entry->is_always_official;
    return is_official ? "official" : "person";
}

EntityFacts facts_of(const Entry& entry) {
    EntityFacts facts;
    facts.brief.kind = entry.kind;
    facts.brief.id = entry.id;
    facts.brief.name = entry.name;
    facts.names.push_back({facts.brief.name, {}});
    return facts;
}

/// Those that articles name beside one, without itself.
void add_company(EntityProfile& profile, const EntityDirectory& directory,
                 const std::vector<Xapian::docid>& documents,
                 const entities::Gazetteer* gazetteer) {
    const std::vector<std::uint32_t> counts = directory.counts(documents);
    const EntityBrief& brief = profile.facts.brief;
    const Entry* self = directory.entry(brief.id, brief.kind);
    std::vector<std::uint32_t> places;
    for (std::uint32_t i = 0; i < counts.size(); ++i)
        if (counts[i] > 0 && &directory.entries()[i] != self) places.push_back(i);
    const std::size_t size = std::min(profile_company, places.size());
    const auto middle = places.begin() + static_cast<std::ptrdiff_t>(size);
    std::ranges::partial_sort(places, middle, [&](std::uint32_t a, std::uint32_t b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
    });
    profile.more_company = places.size() - size;
    places.resize(size);
    for (const std::uint32_t place : places)
        profile.company.push_back({brief_of(directory.entries()[place], gazetteer), counts[place]});
}

/// The passage of an article that has somebody's words, those marked.
Saying saying_of(const index::StoredArticle& stored, const index::StoredQuote& quote,
                 const std::string& text) {
    const archive::Article& article = stored.article;
    Saying saying;
    saying.key = archive::key_of(article.id);
    saying.id = article.id;
    saying.title = article.title;
    saying.source = article.source;
    saying.published = article.published;
    saying.lang = stored.lang;
    saying.is_in_title = quote.is_in_title;
    saying.kind = quote.kind;
    saying.speaker_text = quote.speaker_text;
    saying.cue = quote.cue;
    const Mark words{quote.begin, quote.end};
    if (quote.is_in_title) {
        saying.passage = {article.title, {words}};
        return saying;
    }
    const auto passages = best_passages(text, {{}, {words}, {0}}, {.passages = 1});
    if (passages.empty()) return saying;
    saying.passage = passages.front().passage;
    saying.is_cut_before = passages.front().is_cut_before;
    saying.is_cut_after = passages.front().is_cut_after;
    return saying;
}

}  // namespace

std::optional<EntityProfile> Searcher::entity_profile(const EntityProfileRequest& request) {
    const std::string id = request.id.substr(request.id.starts_with('#') ? 1 : 0);
    return reader_.from_one_state([&]() -> std::optional<EntityProfile> {
        const auto directory = directory_of(reader_);
        const auto number =
            gazetteer_ == nullptr ? std::nullopt : gazetteer_->number_of(Table::entity, id);
        EntityProfile profile;
        if (number) profile.facts = search::facts_of(*gazetteer_, *number);
        const Entry* entry =
            number ? directory->entry(id, profile.facts.brief.kind) : directory->entry(id);
        if (entry == nullptr && !number) return std::nullopt;
        if (!number) profile.facts = facts_of(*entry);
        if (entry != nullptr) profile.facts.brief.kind = entry->kind;
        profile.query = id_clause(field_of(profile.facts, entry), id);
        profile.speech_query = id_clause("said", id);
        add_named(profile, request);
        add_sayings(profile, request.deadline);
        return profile;
    });
}

void Searcher::add_named(EntityProfile& profile, const EntityProfileRequest& request) {
    SearchRequest wanted;
    wanted.text = profile.query;
    wanted.order = Order::newest;
    wanted.limit = profile_articles;
    wanted.deadline = request.deadline;
    wanted = with_gazetteer(std::move(wanted));
    auto page = answer(wanted, {});
    assert(page);  // Every id can be asked for.
    if (!page) return;
    profile.named = std::move(page->results);
    const auto translated = query::Translator(reader_.database()).translated(profile.named.query);
    const auto documents =
        matching_documents(reader_.database(), translated->query, request.deadline);
    const auto columns = columns_of(reader_);
    profile.named.histogram = histogram_of(documents, *columns, request.unit);
    add_company(profile, *directory_of(reader_), documents, gazetteer_);
}

void Searcher::add_sayings(EntityProfile& profile, const Deadline& deadline) {
    const Xapian::Query speaker(index::speaker_term(profile.facts.brief.id));
    profile.speeches = reader_.database().get_termfreq(*speaker.get_terms_begin());
    Xapian::Enquire enquire(reader_.database());
    enquire.set_query(with_deadline(speaker, deadline));
    set_up_ranking(enquire, Order::newest);
    const Xapian::MSet matches = enquire.get_mset(0, profile_sayings);
    for (auto match = matches.begin();
         match != matches.end() && profile.sayings.size() < profile_sayings; ++match)
        append_sayings(profile, *match);
}

/// The words that the query finds, by its own term: of somebody no gazetteer has, those of all who
/// bear the name.
void Searcher::append_sayings(EntityProfile& profile, Xapian::docid document) {
    const index::StoredArticle stored = reader_.article(document);
    const std::string text = archive::text_of(stored.article);
    const std::string term = index::speaker_term(profile.facts.brief.id);
    std::size_t taken = 0;
    for (const index::StoredQuote& quote : stored.named.quotes) {
        if (taken == sayings_of_an_article || profile.sayings.size() == profile_sayings) return;
        if (quote.terms == index::StoredQuote::nobody) continue;
        const std::vector<std::string>& terms = stored.named.term_sets[quote.terms];
        if (std::ranges::find(terms, term) == terms.end()) continue;
        profile.sayings.push_back(saying_of(stored, quote, text));
        ++taken;
    }
}

}  // namespace nutgraf::search
