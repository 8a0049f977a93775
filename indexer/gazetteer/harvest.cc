#include "indexer/gazetteer/harvest.h"

#include <iterator>

namespace nutgraf::gazetteer {

namespace {

template <class Item>
void move_to(std::vector<Item>& from, std::vector<Item>& to) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void complete_text(std::string& text, const std::string& other) {
    if (text.empty()) text = other;
}

/// Adds what a second record of the same one says.
void merge_record(ImportedRecord& record, ImportedRecord other) {
    if (other.name != record.name)
        record.names.push_back({other.name, other.name_language, NameUse::full});
    move_to(other.names, record.names);
    move_to(other.parties, record.parties);
    move_to(other.roles, record.roles);
    move_to(other.members, record.members);
    complete_text(record.country, other.country);
    complete_text(record.wikidata, other.wikidata);
    complete_text(record.type, other.type);
    complete_text(record.parent, other.parent);
    complete_text(record.letters, other.letters);
    complete_text(record.adjective, other.adjective);
    complete_text(record.surname, other.surname);
    complete_text(record.given, other.given);
    complete_text(record.died, other.died);
    if (record.sex == entities::Sex::unknown) record.sex = other.sex;
}

}  // namespace

void Harvest::refuse(const std::string& file, std::uint64_t line, std::string sentence) {
    constexpr std::size_t max_told = 1000;
    ++refused_count_;
    if (refused_.size() < max_told) refused_.push_back({file, line, std::move(sentence)});
}

void Harvest::keep(ImportedRecord record) {
    const auto [number, is_new] = numbers_.try_emplace(record.source_id, records_.size());
    if (is_new) {
        records_.push_back(std::move(record));
    } else {
        merge_record(records_[number->second], std::move(record));
    }
}

ImportedRecord* Harvest::kept(std::string_view source_id) {
    const auto number = numbers_.find(std::string(source_id));
    return number == numbers_.end() ? nullptr : &records_[number->second];
}

}  // namespace nutgraf::gazetteer
