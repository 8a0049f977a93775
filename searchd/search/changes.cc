#include "searchd/search/changes.h"

#include "indexer/index/schema.h"
#include "indexer/index/terms.h"
#include "searchd/query/to_xapian.h"
#include "searchd/search/searcher.h"

namespace nutgraf::search {

using query::QueryError;

namespace {

constexpr auto sequence_slot = static_cast<Xapian::valueno>(index::Slot::sequence);
constexpr auto announced_slot = static_cast<Xapian::valueno>(index::Slot::announced);
constexpr auto seen_slot = static_cast<Xapian::valueno>(index::Slot::seen);

/// Sets an enquiry up to give articles in the order of a number, without ranking them.
void order_by(Xapian::Enquire& enquire, Xapian::valueno number, bool is_descending) {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(number, is_descending);
}

/// Silent changes have no number in any range.
Xapian::Query announced_within(const ChangeRange& range) {
    return {Xapian::Query::OP_VALUE_RANGE, announced_slot, index::encoded_number(range.after + 1),
            index::encoded_number(range.up_to)};
}

std::uint64_t number_in(const Xapian::Document& document, Xapian::valueno slot) {
    return index::decoded_number(document.get_value(slot));
}

}  // namespace

IndexState Searcher::state() {
    return reader_.from_one_state([&] {
        return IndexState{reader_.manifest().uuid, reader_.sequence()};
    });
}

Expected<ChangedHits, QueryError> Searcher::matches_between(const SearchRequest& request,
                                                            const ChangeRange& range) {
    using Answer = Expected<ChangedHits, QueryError>;
    return reader_.from_one_state([&]() -> Answer {
        auto parsed = query_of(with_gazetteer(request));
        if (!parsed) return Unexpected{parsed.error()};
        const Xapian::Database& database = reader_.database();
        const query::Translator translator(database);
        auto translated = translator.translated(parsed->query);
        if (!translated) return Unexpected{translated.error()};
        ChangedHits found{{reader_.manifest().uuid, reader_.sequence()}};
        if (range.after >= range.up_to) return found;
        Xapian::Enquire enquire(database);
        enquire.set_query(
            with_deadline({Xapian::Query::OP_FILTER, translated->query, announced_within(range)},
                          request.deadline));
        order_by(enquire, announced_slot, range.is_newest_first);
        const Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(range.limit),
                                                      database.get_doccount());
        found.total = matches.get_matches_estimated();
        Highlighter highlighter(parsed->query, translator.languages());
        for (auto match = matches.begin(); match != matches.end(); ++match)
            found.hits.push_back(
                {number_in(match.get_document(), announced_slot), hit(*match, &highlighter)});
        return found;
    });
}

std::uint64_t Searcher::sequence_before(std::chrono::sys_seconds instant) {
    return reader_.from_one_state([&] {
        const auto seconds = static_cast<std::uint64_t>(instant.time_since_epoch().count());
        Xapian::Enquire enquire(reader_.database());
        enquire.set_query({Xapian::Query::OP_VALUE_GE, seen_slot, index::encoded_number(seconds)});
        order_by(enquire, sequence_slot, false);
        const Xapian::MSet first = enquire.get_mset(0, 1);
        if (first.empty()) return reader_.sequence();
        return number_in(first.begin().get_document(), sequence_slot) - 1;
    });
}

std::optional<index::HeldArticle> Searcher::held(const std::string& id_or_key) {
    return reader_.from_one_state([&] {
        auto held = index::held_with(reader_.database(), archive::key_of(id_or_key));
        if (!held && index::is_key(id_or_key))
            held = index::held_with(reader_.database(), id_or_key);
        return held;
    });
}

std::vector<index::HeldArticle> Searcher::all_held() {
    return reader_.from_one_state([&] { return index::all_held(reader_.database()); });
}

std::vector<std::string> Searcher::missing(const std::vector<std::string>& ids) {
    return reader_.from_one_state([&] {
        std::vector<std::string> missing;
        for (const std::string& id : ids)
            if (!reader_.find(archive::key_of(id))) missing.push_back(id);
        return missing;
    });
}

}  // namespace nutgraf::search
