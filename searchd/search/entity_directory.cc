#include "searchd/search/entity_directory.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace nutgraf::search {

namespace {

using Entry = EntityDirectory::Entry;

constexpr std::string_view organisation = "org";
constexpr std::string_view official = "official";

/// Takes the same person under the other kind in.
void merge(Entry& entry, const ColumnEntity& other) {
    if (other.kind == official) entry.kind = official;
    if (other.articles > entry.articles) entry.name = other.name;
    entry.articles += other.articles;
    entry.is_always_official = false;
}

}  // namespace

EntityDirectory::EntityDirectory(std::shared_ptr<const Columns> columns)
    : columns_(std::move(columns)) {
    for (const ColumnEntity& entity : columns_->entities()) add(entity);
    sort();
}

void EntityDirectory::add(const ColumnEntity& entity) {
    const auto place = static_cast<std::uint32_t>(entries_.size());
    auto& by_id = entity.kind == organisation ? organisations_ : people_;
    const auto [known, is_new] = by_id.try_emplace(entity.id, place);
    entry_of_column_.push_back(known->second);
    if (is_new)
        entries_.push_back(
            {entity.kind, entity.id, entity.name, entity.articles, entity.kind == official});
    else
        merge(entries_[known->second], entity);
}

void EntityDirectory::sort() {
    std::vector<std::uint32_t> order(entries_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, [this](std::uint32_t a, std::uint32_t b) {
        const Entry& one = entries_[a];
        const Entry& other = entries_[b];
        return std::tie(other.articles, one.name, one.id) <
               std::tie(one.articles, other.name, other.id);
    });
    std::vector<std::uint32_t> places(order.size());
    std::vector<Entry> sorted;
    sorted.reserve(order.size());
    for (const std::uint32_t place : order) {
        places[place] = static_cast<std::uint32_t>(sorted.size());
        sorted.push_back(entries_[place]);
    }
    entries_ = std::move(sorted);
    for (std::uint32_t& place : entry_of_column_) place = places[place];
    for (auto* by_id : {&organisations_, &people_})
        for (auto& [id, place] : *by_id) place = places[place];
}

const Entry* EntityDirectory::entry(std::string_view id, std::string_view kind) const {
    const auto& by_id = kind == organisation ? organisations_ : people_;
    const auto found = by_id.find(id);
    return found == by_id.end() ? nullptr : &entries_[found->second];
}

const Entry* EntityDirectory::entry(std::string_view id) const {
    const Entry* named = entry(id, organisation);
    const Entry* person = entry(id, official);
    if (named == nullptr || person == nullptr) return named == nullptr ? person : named;
    return person->articles > named->articles ? person : named;
}

std::vector<std::uint32_t> EntityDirectory::counts(std::span<const Xapian::docid> documents) const {
    std::vector<std::uint32_t> counts(entries_.size());
    for (const Xapian::docid document : documents)
        for (const std::uint32_t entity : columns_->entities(document))
            ++counts[entry_of_column_[entity]];
    return counts;
}

EntityBrief brief_of(const Entry& entry, const entities::Gazetteer* gazetteer) {
    EntityBrief brief;
    const auto number = gazetteer == nullptr
                            ? std::nullopt
                            : gazetteer->number_of(entities::Table::entity, entry.id);
    if (number) brief = brief_of(*gazetteer, *number);
    if ((brief.kind == organisation) != (entry.kind == organisation)) brief = {};
    brief.kind = entry.kind;
    brief.id = entry.id;
    if (brief.name.empty()) brief.name = entry.name;
    return brief;
}

}  // namespace nutgraf::search
