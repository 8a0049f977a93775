#include "analyzers/entities/gazetteer_writer.h"

#include "analyzers/entities/name_capitals.h"
#include "analyzers/entities/name_collector.h"
#include "analyzers/entities/section_writer.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>
#include <set>

namespace nutgraf::entities {

namespace {

using format::Section;
using std::chrono::sys_days;

std::int32_t day_number(sys_days day) {
    if (day == sys_days::min()) return std::numeric_limits<std::int32_t>::min();
    if (day == sys_days::max()) return std::numeric_limits<std::int32_t>::max();
    return static_cast<std::int32_t>(day.time_since_epoch().count());
}

format::PeriodRef period_ref(const Period& period) {
    return {day_number(period.from), day_number(period.to)};
}

template <class Row>
std::uint32_t size_of(const std::vector<Row>& rows) {
    return static_cast<std::uint32_t>(rows.size());
}

/// The row of an id in a list in their order; none for the empty id.
template <class Record>
std::uint32_t row_of(const std::vector<Record>& records, std::string_view id) {
    const auto record = std::ranges::lower_bound(records, id, {}, &Record::id);
    if (record == records.end() || record->id != id) return none;
    return static_cast<std::uint32_t>(record - records.begin());
}

/// Appends rows by the day they began, and tells where they are.
template <class Row>
format::RowsRef append(std::vector<Row> rows, std::vector<Row>& all) {
    std::ranges::stable_sort(rows, {}, [](const Row& row) { return row.period.from; });
    const std::uint32_t begin = size_of(all);
    all.insert(all.end(), rows.begin(), rows.end());
    return {begin, size_of(all)};
}

/// Whether a name is what the entity is called, rather than a word for it or a part of its name.
bool is_whole_name(const SourceName& name) {
    return name.name_class == NameClass::name || name.name_class == NameClass::acronym ||
           name.name_class == NameClass::context;
}

/// Writes the tables: who is who.
class TableWriter {
public:
    TableWriter(const Source& source, SectionWriter& out) : source_(source), out_(out) {}

    void add_offices() {
        std::vector<format::OfficeRow> rows;
        std::vector<format::HolderRow> all;
        for (const OfficeRecord& office : source_.offices) {
            const std::uint32_t role = row_of(source_.roles, office.role.text);
            const format::TextRef country = out_.text(office.country.text);
            std::vector<format::HolderRow> holders;
            for (const Reference& holder : office.holders) {
                const format::PeriodRef period = period_ref(holder.period);
                holders.push_back({row_of(source_.entities, holder.id), period});
                held_[holder.id].push_back({role, size_of(rows), country, period});
            }
            rows.push_back({out_.text(office.id), out_.text(office.names.front().text), country,
                            role, row_of(source_.entities, office.organisation.text),
                            append(std::move(holders), all)});
        }
        out_.add(Section::offices, rows);
        out_.add(Section::holders, all);
    }

    /// After the offices, whose holders it needs.
    void add_entities() {
        std::vector<format::EntityRow> rows;
        for (const EntityRecord& entity : source_.entities) rows.push_back(row_from(entity));
        out_.add(Section::entities, rows);
        out_.add(Section::held, all_held_);
        out_.add(Section::parties, all_parties_);
        out_.add(Section::names, all_names_);
    }

    void add_roles() {
        std::vector<format::RoleRow> rows;
        for (const RoleRecord& role : source_.roles)
            rows.push_back({out_.text(role.id), out_.text(role.names.front().text),
                            out_.text(role.type), row_of(source_.roles, role.broader.text)});
        out_.add(Section::roles, rows);
    }

    void add_places() {
        std::vector<format::PlaceRow> rows;
        for (const PlaceRecord& place : source_.places)
            rows.push_back({out_.text(place.id), out_.text(place.names.front().text),
                            out_.text(place.country.text), out_.text(place.code),
                            place.is_country ? 1U : 0U});
        out_.add(Section::places, rows);
    }

private:
    format::EntityRow row_from(const EntityRecord& entity) {
        format::EntityRow row;
        row.id = out_.text(entity.id);
        row.name = out_.text(entity.names.front().text);
        row.type = out_.text(entity.type.text);
        row.country = out_.text(entity.country.text);
        row.letters = out_.text(entity.letters);
        row.wikidata = out_.text(entity.wikidata);
        row.file = out_.text(entity.location.file);
        row.line = entity.location.line;
        row.parent = row_of(source_.entities, entity.parent.text);
        row.held = append(held_by(entity), all_held_);
        row.parties = append(parties_of(entity), all_parties_);
        row.names = names_of_entity(entity);
        row.kind = static_cast<std::uint8_t>(entity.kind);
        row.sex = static_cast<std::uint8_t>(entity.sex);
        row.is_family_first = entity.is_family_first ? 1 : 0;
        return row;
    }

    std::vector<format::RoleHeldRow> held_by(const EntityRecord& entity) {
        std::vector<format::RoleHeldRow> held;
        for (const SourceRole& role : entity.roles)
            held.push_back({row_of(source_.roles, role.role), none, out_.text(role.place),
                            period_ref(role.period)});
        if (const auto offices = held_.find(entity.id); offices != held_.end())
            held.insert(held.end(), offices->second.begin(), offices->second.end());
        return held;
    }

    std::vector<format::PartyHeldRow> parties_of(const EntityRecord& entity) const {
        std::vector<format::PartyHeldRow> parties;
        for (const Reference& party : entity.parties)
            parties.push_back({row_of(source_.entities, party.id), period_ref(party.period)});
        return parties;
    }

    format::RowsRef names_of_entity(const EntityRecord& entity) {
        const std::uint32_t begin = size_of(all_names_);
        std::set<std::pair<std::string_view, std::string_view>> seen;
        for (const SourceName& name : entity.names)
            if (is_whole_name(name) && seen.emplace(name.text, name.language).second)
                all_names_.push_back({out_.text(name.text), out_.text(name.language)});
        return {begin, size_of(all_names_)};
    }

    const Source& source_;
    SectionWriter& out_;
    std::map<std::string, std::vector<format::RoleHeldRow>> held_;  // By person.
    std::vector<format::RoleHeldRow> all_held_;
    std::vector<format::PartyHeldRow> all_parties_;
    std::vector<format::NameRow> all_names_;
};

void add_vocabulary(const Vocabulary& vocabulary, SectionWriter& out) {
    std::vector<format::WordRow> words;
    // At most half full, so that a word that is not there is soon known.
    const std::size_t slot_count = std::bit_ceil(2 * vocabulary.spellings().size() + 1);
    std::vector<format::SlotRow> slots(slot_count, {0, none});
    for (const Vocabulary::Spelling& spelling : vocabulary.spellings()) {
        const std::uint32_t hash = format::hash_of(spelling.folded);
        std::size_t slot = hash & (slot_count - 1);
        while (slots[slot].word != none) slot = (slot + 1) & (slot_count - 1);
        slots[slot] = {hash, size_of(words)};
        words.push_back({out.text(spelling.folded), spelling.number});
    }
    out.add(Section::words, words);
    out.add(Section::slots, slots);
    out.add(Section::bits, vocabulary.bits());
}

void add_trie(const NameTrie& trie, std::size_t word_count, SectionWriter& out) {
    std::vector<std::uint32_t> roots(word_count, 0);
    for (std::uint32_t edge = 0; edge < trie.nodes[1].first_edge; ++edge)
        roots[trie.edges[edge]] = edge + 1;
    std::vector<format::SenseRow> senses;
    std::map<std::string, std::uint16_t> languages;
    std::vector<format::TextRef> language_rows;
    for (const NamedSense& sense : trie.senses) {
        const auto [language, is_new] =
            languages.try_emplace(sense.language, static_cast<std::uint16_t>(language_rows.size()));
        if (is_new) language_rows.push_back(out.text(sense.language));
        senses.push_back({out.text(sense.written), sense.number, language->second,
                          static_cast<std::uint8_t>(sense.table),
                          static_cast<std::uint8_t>(sense.name_class), capitals_of(sense.written)});
    }
    out.add(Section::roots, roots);
    out.add(Section::nodes, trie.nodes);
    out.add(Section::edges, trie.edges);
    out.add(Section::senses, senses);
    out.add(Section::languages, language_rows);
}

}  // namespace

std::string gazetteer_bytes(const Source& source) {
    SectionWriter out;
    TableWriter tables(source, out);
    tables.add_offices();
    tables.add_entities();
    tables.add_roles();
    tables.add_places();
    Names names = names_of(source);
    add_vocabulary(names.vocabulary, out);
    add_trie(name_trie(std::move(names.senses)), names.vocabulary.bits().size(), out);
    return std::move(out).file();
}

}  // namespace nutgraf::entities
