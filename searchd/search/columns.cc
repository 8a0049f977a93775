#include "searchd/search/columns.h"

#include "indexer/index/entity_record.h"
#include "indexer/index/known_day.h"
#include "indexer/index/schema.h"
#include "indexer/index/terms.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace nutgraf::search {

using index::Slot;
using std::chrono::sys_days;

namespace {

constexpr sys_days no_day = sys_days::min();

/// Parts the role from the party in the term of both.
constexpr char paired_with = '/';

/// Calls `take` with each document that has a value in a slot, and the value.
template <class Take>
void for_each_value(const Xapian::Database& database, Slot slot, const Take& take) {
    const auto number = static_cast<Xapian::valueno>(slot);
    const auto end = database.valuestream_end(number);
    for (auto value = database.valuestream_begin(number); value != end; ++value)
        take(value.get_docid(), *value);
}

/// Which of some names each document has; the names are added as they come.
std::vector<std::uint32_t> name_column(const Xapian::Database& database, Slot slot,
                                       std::vector<std::string>& names) {
    std::vector<std::uint32_t> column(database.get_lastdocid() + 1);
    std::unordered_map<std::string, std::uint32_t> numbers = {{"", 0}};
    names = {""};
    for_each_value(database, slot, [&](Xapian::docid document, const std::string& value) {
        const auto [known, is_new] = numbers.try_emplace(value, names.size());
        if (is_new) names.push_back(value);
        column[document] = known->second;
    });
    return column;
}

/// How many of some instants or days, in their order, lie in [first, end).
template <class Instant>
std::uint64_t counted_within(const std::vector<Instant>& sorted, Instant first, Instant end) {
    const auto from = std::ranges::lower_bound(sorted, first);
    const auto to = std::lower_bound(from, sorted.end(), end);
    return static_cast<std::uint64_t>(to - from);
}

std::int16_t year_of(sys_days day) {
    const int year = static_cast<int>(std::chrono::year_month_day(day).year());
    return static_cast<std::int16_t>(year);
}

}  // namespace

Columns::Columns(const Xapian::Database& database) {
    read_days(database);
    read_seen(database);
    source_column_ = name_column(database, Slot::source, sources_);
    section_column_ = name_column(database, Slot::section, sections_);
    lang_column_ = name_column(database, Slot::lang, langs_);
    read_entities(database);
    read_roles(database);
}

void Columns::read_days(const Xapian::Database& database) {
    const std::size_t size = database.get_lastdocid() + 1;
    days_.assign(size, no_day);
    first_years_.assign(size, 0);
    last_years_.assign(size, 0);
    for_each_value(database, Slot::published_from, [&](Xapian::docid document, const auto& value) {
        days_[document] = index::decoded_day(value);
        first_years_[document] = year_of(days_[document]);
        last_years_[document] = first_years_[document];
    });
    for_each_value(database, Slot::published_to, [&](Xapian::docid document, const auto& value) {
        const sys_days last = index::decoded_day(value);
        last_years_[document] = year_of(last);
        if (last - days_[document] >= index::unknown_span) days_[document] = no_day;
    });
    for (const sys_days day : days_)
        if (day != no_day) sorted_days_.push_back(day);
    std::ranges::sort(sorted_days_);
}

void Columns::read_seen(const Xapian::Database& database) {
    seen_.assign(database.get_lastdocid() + 1, {});
    for_each_value(database, Slot::seen, [&](Xapian::docid document, const std::string& value) {
        const auto seconds = static_cast<std::int64_t>(index::decoded_number(value));
        seen_[document] = std::chrono::sys_seconds(std::chrono::seconds(seconds));
        sorted_seen_.push_back(seen_[document]);
    });
    std::ranges::sort(sorted_seen_);
}

void Columns::read_entities(const Xapian::Database& database) {
    const std::size_t size = database.get_lastdocid() + 1;
    entity_ends_.reserve(size);
    std::unordered_map<std::string, std::uint32_t> numbers;
    for_each_value(database, Slot::entities, [&](Xapian::docid document, const auto& value) {
        entity_ends_.resize(document, static_cast<std::uint32_t>(entity_column_.size()));
        const std::size_t begin = entity_column_.size();
        for (index::StoredEntity& entity : index::decoded_entities(value)) {
            const auto [known, is_new] =
                numbers.try_emplace(entity.kind + '\n' + entity.id, entities_.size());
            if (is_new)
                entities_.push_back(
                    {std::move(entity.kind), std::move(entity.id), std::move(entity.name)});
            const auto from = entity_column_.begin() + static_cast<std::ptrdiff_t>(begin);
            if (std::find(from, entity_column_.end(), known->second) != entity_column_.end())
                continue;
            entity_column_.push_back(known->second);
            ++entities_[known->second].articles;
        }
    });
    entity_ends_.resize(size, static_cast<std::uint32_t>(entity_column_.size()));
}

/// Roles have no slot: the lists of their terms are short.
void Columns::read_roles(const Xapian::Database& database) {
    const std::string_view prefix = index::row_of(index::EntityField::role).prefix;
    const auto end = database.allterms_end(std::string(prefix));
    for (auto term = database.allterms_begin(std::string(prefix)); term != end; ++term) {
        const std::string id = (*term).substr(prefix.size());
        if (id.find(paired_with) != std::string::npos) continue;
        std::vector<Xapian::docid>& documents = roles_[id];
        for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at)
            documents.push_back(*at);
    }
}

std::optional<sys_days> Columns::day(Xapian::docid document) const {
    if (days_[document] == no_day) return std::nullopt;
    return days_[document];
}

std::span<const std::uint32_t> Columns::entities(Xapian::docid document) const {
    const std::uint32_t begin = document == 0 ? 0 : entity_ends_[document - 1];
    return std::span(entity_column_).subspan(begin, entity_ends_[document] - begin);
}

std::uint64_t Columns::published_within(sys_days first, sys_days end) const {
    return counted_within(sorted_days_, first, end);
}

std::uint64_t Columns::seen_within(std::chrono::sys_seconds first,
                                   std::chrono::sys_seconds end) const {
    return counted_within(sorted_seen_, first, end);
}

}  // namespace nutgraf::search
