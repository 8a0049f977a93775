#include "analyzers/entities/reference_check.h"

#include "analyzers/entities/gazetteer.h"

#include <algorithm>
#include <bit>

namespace nutgraf::entities {

namespace {

using format::Section;

class Checker {
public:
    explicit Checker(const GazetteerFile& file) : file_(file) {}

    bool is_sound() const {
        return has_sound_tables() && has_sound_lists() && has_sound_words() && has_sound_trie();
    }

private:
    template <class Row>
    std::span<const Row> rows(Section section) const {
        return file_.rows<Row>(section);
    }

    std::size_t size(Section section) const { return file_.size(section); }

    bool is_in(std::uint32_t number, Section section) const { return number < size(section); }
    bool is_in_or_none(std::uint32_t number, Section section) const {
        return number == none || is_in(number, section);
    }
    bool are_in(format::RowsRef rows, Section section) const {
        return rows.begin <= rows.end && rows.end <= size(section);
    }
    template <class... Texts>
    bool are_texts(const Texts&... texts) const {
        return ((std::uint64_t{texts.begin} + texts.size <= size(Section::text)) && ...);
    }

    bool has_sound_tables() const {
        return std::ranges::all_of(rows<format::EntityRow>(Section::entities),
                                   [&](const format::EntityRow& row) {
                                       return are_texts(row.id, row.name, row.type, row.country,
                                                        row.letters, row.wikidata, row.file) &&
                                              is_in_or_none(row.parent, Section::entities) &&
                                              are_in(row.held, Section::held) &&
                                              are_in(row.parties, Section::parties) &&
                                              are_in(row.names, Section::names);
                                   }) &&
               std::ranges::all_of(rows<format::OfficeRow>(Section::offices),
                                   [&](const format::OfficeRow& row) {
                                       return are_texts(row.id, row.name, row.country) &&
                                              is_in(row.role, Section::roles) &&
                                              is_in_or_none(row.organisation, Section::entities) &&
                                              are_in(row.holders, Section::holders);
                                   }) &&
               std::ranges::all_of(rows<format::RoleRow>(Section::roles),
                                   [&](const format::RoleRow& row) {
                                       return are_texts(row.id, row.name, row.type) &&
                                              is_in_or_none(row.broader, Section::roles);
                                   }) &&
               std::ranges::all_of(rows<format::PlaceRow>(Section::places),
                                   [&](const format::PlaceRow& row) {
                                       return are_texts(row.id, row.name, row.country, row.code);
                                   });
    }

    bool has_sound_lists() const {
        return std::ranges::all_of(rows<format::RoleHeldRow>(Section::held),
                                   [&](const format::RoleHeldRow& row) {
                                       return are_texts(row.place) &&
                                              is_in(row.role, Section::roles) &&
                                              is_in_or_none(row.office, Section::offices);
                                   }) &&
               std::ranges::all_of(rows<format::PartyHeldRow>(Section::parties),
                                   [&](const format::PartyHeldRow& row) {
                                       return is_in(row.party, Section::entities);
                                   }) &&
               std::ranges::all_of(rows<format::HolderRow>(Section::holders),
                                   [&](const format::HolderRow& row) {
                                       return is_in(row.person, Section::entities);
                                   }) &&
               std::ranges::all_of(
                   rows<format::NameRow>(Section::names),
                   [&](const format::NameRow& row) { return are_texts(row.text, row.language); });
    }

    bool has_sound_words() const {
        const auto slots = rows<format::SlotRow>(Section::slots);
        const auto is_free = [](const format::SlotRow& slot) { return slot.word == none; };
        return std::has_single_bit(slots.size()) && std::ranges::any_of(slots, is_free) &&
               std::ranges::all_of(slots,
                                   [&](const format::SlotRow& slot) {
                                       return is_in_or_none(slot.word, Section::words);
                                   }) &&
               std::ranges::all_of(rows<format::WordRow>(Section::words),
                                   [&](const format::WordRow& row) {
                                       return are_texts(row.folded) &&
                                              is_in(row.number, Section::bits);
                                   }) &&
               size(Section::bits) == size(Section::roots) && size(Section::bits) > 0;
    }

    bool has_sound_trie() const {
        const auto nodes = rows<format::NodeRow>(Section::nodes);
        // Each node but the root is where one edge leads.
        if (nodes.size() != size(Section::edges) + 2) return false;
        const auto is_sorted = [&](auto member) {
            return std::ranges::is_sorted(nodes, {}, member);
        };
        return is_sorted(&format::NodeRow::first_edge) &&
               is_sorted(&format::NodeRow::first_sense) &&
               nodes.back().first_edge == size(Section::edges) &&
               nodes.back().first_sense == size(Section::senses) &&
               std::ranges::all_of(rows<std::uint32_t>(Section::roots),
                                   [&](std::uint32_t node) { return node + 1 < nodes.size(); }) &&
               std::ranges::all_of(rows<format::SenseRow>(Section::senses),
                                   [&](const format::SenseRow& row) { return is_sound(row); }) &&
               std::ranges::all_of(rows<format::TextRef>(Section::languages),
                                   [&](const format::TextRef& text) { return are_texts(text); });
    }

    bool is_sound(const format::SenseRow& row) const {
        constexpr std::array tables = {Section::entities, Section::offices, Section::roles,
                                       Section::places};
        return are_texts(row.written) && row.language < size(Section::languages) &&
               row.table < tables.size() && is_in(row.number, tables.at(row.table)) &&
               row.name_class <= static_cast<std::uint8_t>(NameClass::place);
    }

    const GazetteerFile& file_;
};

}  // namespace

bool has_sound_references(const GazetteerFile& file) {
    return Checker(file).is_sound();
}

}  // namespace nutgraf::entities
