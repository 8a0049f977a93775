#include "analyzers/entities/gazetteer.h"

#include "analyzers/entities/gazetteer_file.h"
#include "analyzers/text/tokenizer.h"
#include "base/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>

namespace nutgraf::entities {

namespace fs = std::filesystem;

namespace {

using format::Section;
using std::chrono::days;
using std::chrono::sys_days;

Period period_from(format::PeriodRef ref) {
    using Limits = std::numeric_limits<std::int32_t>;
    Period period;
    if (ref.from != Limits::min()) period.from = sys_days(days(ref.from));
    if (ref.to != Limits::max()) period.to = sys_days(days(ref.to));
    return period;
}

/// Nobody asks who a "company" or a "John" is.
bool is_asked_for(const Sense& sense) {
    return sense.name_class != NameClass::descriptor && sense.name_class != NameClass::given;
}

/// What a sense may be used for. `is_person`: of those that mean an entity, whether it is one.
Use use_of(const Sense& sense, bool is_person) {
    switch (sense.name_class) {
        case NameClass::descriptor:
            return Use::descriptor;
        case NameClass::surname:
            return Use::surname;
        case NameClass::given:
            return Use::given;
        case NameClass::member:
            return Use::member;
        case NameClass::adjective:
            return sense.table == Table::place ? Use::place_adjective : Use::party_adjective;
        case NameClass::role_plural:
            return Use::role_plural;
        case NameClass::role:
            return Use::role;
        case NameClass::place:
            return Use::place;
        default:
            break;
    }
    if (sense.table == Table::place) return Use::place;
    if (sense.table != Table::entity) return Use::role;
    const bool is_context = sense.name_class == NameClass::context;
    if (is_person) return is_context ? Use::person_in_context : Use::person;
    return is_context ? Use::organisation_in_context : Use::organisation;
}

template <class Value>
std::span<const Value> part(const std::vector<Value>& values, format::RowsRef rows) {
    return std::span(values).subspan(rows.begin, rows.end - rows.begin);
}

}  // namespace

/// The mapped file, and as values what the interface gives as spans of values.
struct Gazetteer::Tables {
    explicit Tables(const fs::path& path) : file(path) {
        for (const auto& row : file.rows<format::RoleHeldRow>(Section::held))
            held.push_back({row.role, row.office, file.text(row.place), period_from(row.period)});
        for (const auto& row : file.rows<format::PartyHeldRow>(Section::parties))
            parties.push_back({row.party, period_from(row.period)});
        for (const auto& row : file.rows<format::NameRow>(Section::names))
            names.push_back({file.text(row.text), file.text(row.language)});
        for (const auto& row : file.rows<format::HolderRow>(Section::holders))
            holders.push_back({row.person, period_from(row.period)});
        add_senses();
    }

    void add_senses() {
        const auto rows = file.rows<format::SenseRow>(Section::senses);
        const auto languages = file.rows<format::TextRef>(Section::languages);
        const auto entities = file.rows<format::EntityRow>(Section::entities);
        senses.reserve(rows.size());
        for (const format::SenseRow& row : rows) {
            Sense sense;
            sense.table = static_cast<Table>(row.table);
            sense.number = row.number;
            sense.name_class = static_cast<NameClass>(row.name_class);
            sense.written = file.text(row.written);
            sense.language = file.text(languages[row.language]);
            sense.capitals = row.capitals;
            const bool is_person =
                sense.table == Table::entity &&
                static_cast<EntityKind>(entities[row.number].kind) == EntityKind::person;
            sense.use = use_of(sense, is_person);
            senses.push_back(sense);
        }
    }

    /// The words that names go on with behind a node.
    std::span<const std::uint32_t> words_behind(std::uint32_t node) const {
        return edges.subspan(nodes[node].first_edge,
                             nodes[node + 1].first_edge - nodes[node].first_edge);
    }

    /// Where a word leads from a node; 0 where no name goes on with it.
    std::uint32_t next(std::uint32_t node, std::uint32_t word) const {
        const auto* const first = edges.data() + nodes[node].first_edge;
        const auto* const last = edges.data() + nodes[node + 1].first_edge;
        const auto* const edge = std::lower_bound(first, last, word);
        if (edge == last || *edge != word) return 0;
        return static_cast<std::uint32_t>(edge - edges.data()) + 1;
    }

    /// All nodes that a word more leads to: further on in the file, or it was made by others and
    /// might lead round in a circle.
    void append_next(std::uint32_t node, std::vector<std::uint32_t>& to) const {
        for (auto edge = nodes[node].first_edge; edge < nodes[node + 1].first_edge; ++edge)
            if (edge >= node) to.push_back(edge + 1);
    }

    std::uint32_t root(std::uint32_t word) const { return word < roots.size() ? roots[word] : 0; }

    /// The numbers of the words that begin so, in no order and perhaps twice.
    std::vector<std::uint32_t> words_begun_with(std::string_view folded) const {
        std::vector<std::uint32_t> numbers;
        for (const format::WordRow& word : words)
            if (file.text(word.folded).starts_with(folded)) numbers.push_back(word.number);
        return numbers;
    }

    std::span<const Sense> senses_at(std::uint32_t node) const {
        return part(senses, {nodes[node].first_sense, nodes[node + 1].first_sense});
    }

    template <class Row>
    std::optional<std::uint32_t> number_of(Section section, std::string_view id) const {
        const auto rows = file.rows<Row>(section);
        const auto row =
            std::ranges::lower_bound(rows, id, {}, [&](const Row& r) { return file.text(r.id); });
        if (row == rows.end() || file.text(row->id) != id) return std::nullopt;
        return static_cast<std::uint32_t>(row - rows.begin());
    }

    template <class Row>
    const Row& row(Section section, std::uint32_t number) const {
        return file.rows<Row>(section)[number];
    }

    GazetteerFile file;
    std::span<const format::SlotRow> slots = file.rows<format::SlotRow>(Section::slots);
    std::span<const format::WordRow> words = file.rows<format::WordRow>(Section::words);
    std::span<const WordBits> bits = file.rows<WordBits>(Section::bits);
    std::span<const std::uint32_t> roots = file.rows<std::uint32_t>(Section::roots);
    std::span<const format::NodeRow> nodes = file.rows<format::NodeRow>(Section::nodes);
    std::span<const std::uint32_t> edges = file.rows<std::uint32_t>(Section::edges);
    std::vector<Sense> senses;
    std::vector<RoleHeld> held;
    std::vector<PartyHeld> parties;
    std::vector<WrittenName> names;
    std::vector<Holder> holders;
};

Gazetteer::Gazetteer(const fs::path& file) : tables_(std::make_unique<const Tables>(file)) {
    for (std::uint32_t first = 0; first < tables_->roots.size(); ++first)
        if (const std::uint32_t node = tables_->roots[first]; node != 0)
            for (const std::uint32_t second : tables_->words_behind(node))
                name_pairs_.add(first, second);
}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

const Digest& Gazetteer::fingerprint() const {
    return tables_->file.digest();
}

std::uint32_t Gazetteer::word(std::string_view folded) const {
    const std::uint32_t hash = format::hash_of(folded);
    const std::size_t mask = tables_->slots.size() - 1;
    for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
        const format::SlotRow& row = tables_->slots[slot];
        if (row.word == none) return 0;
        if (row.hash != hash) continue;
        const format::WordRow& word = tables_->words[row.word];
        if (tables_->file.text(word.folded) == folded) return word.number;
    }
}

WordBits Gazetteer::bits(std::uint32_t word) const {
    return word < tables_->bits.size() ? tables_->bits[word] : WordBits();
}

bool Gazetteer::begins_name(std::uint32_t word) const {
    return tables_->root(word) != 0;
}

bool Gazetteer::is_name(std::uint32_t word) const {
    const std::uint32_t node = tables_->root(word);
    return node != 0 && !tables_->senses_at(node).empty();
}

void Gazetteer::names_at(std::span<const std::uint32_t> words, std::size_t at,
                         std::vector<NameMatch>& matches) const {
    matches.clear();
    if (at >= words.size()) return;
    std::uint32_t node = tables_->root(words[at]);
    for (std::size_t end = at + 1; node != 0; ++end) {
        const std::span<const Sense> senses = tables_->senses_at(node);
        if (!senses.empty()) matches.push_back({end - at, senses});
        if (end == words.size()) break;
        node = tables_->next(node, words[end]);
    }
    std::ranges::reverse(matches);
}

std::vector<Sense> Gazetteer::senses_of(std::string_view text) const {
    const analyzers::Tokens tokens = analyzers::tokenise(text);
    if (tokens.empty()) return {};
    std::uint32_t node = tables_->root(word(tokens.folded(0)));
    for (std::size_t i = 1; i < tokens.size() && node != 0; ++i)
        node = tables_->next(node, word(tokens.folded(i)));
    if (node == 0) return {};
    std::vector<Sense> found;
    std::ranges::copy_if(tables_->senses_at(node), std::back_inserter(found), is_asked_for);
    return found;
}

std::vector<Sense> Gazetteer::senses_begun_with(std::string_view text, std::size_t limit) const {
    const analyzers::Tokens tokens = analyzers::tokenise(text);
    if (tokens.empty()) return {};
    const std::size_t last = tokens.size() - 1;
    std::uint32_t before = 0;
    for (std::size_t i = 0; i < last; ++i) {
        const std::uint32_t number = word(tokens.folded(i));
        before = i == 0 ? tables_->root(number) : tables_->next(before, number);
        if (before == 0) return {};
    }
    std::vector<std::uint32_t> nodes;
    for (const std::uint32_t number : tables_->words_begun_with(tokens.folded(last))) {
        const std::uint32_t node =
            last == 0 ? tables_->root(number) : tables_->next(before, number);
        if (node != 0) nodes.push_back(node);
    }
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    std::vector<Sense> found;
    // Breadth first: each node stands before those of the names that go on from it.
    for (std::size_t i = 0; i < nodes.size() && found.size() < limit; ++i) {
        std::ranges::copy_if(tables_->senses_at(nodes[i]), std::back_inserter(found), is_asked_for);
        tables_->append_next(nodes[i], nodes);
    }
    if (found.size() > limit) found.resize(limit);
    return found;
}

std::optional<std::uint32_t> Gazetteer::number_of(Table table, std::string_view id) const {
    switch (table) {
        case Table::entity:
            return tables_->number_of<format::EntityRow>(Section::entities, id);
        case Table::office:
            return tables_->number_of<format::OfficeRow>(Section::offices, id);
        case Table::role:
            return tables_->number_of<format::RoleRow>(Section::roles, id);
        case Table::place:
            return tables_->number_of<format::PlaceRow>(Section::places, id);
    }
    return std::nullopt;
}

std::size_t Gazetteer::size(Table table) const {
    switch (table) {
        case Table::entity:
            return tables_->file.size(Section::entities);
        case Table::office:
            return tables_->file.size(Section::offices);
        case Table::role:
            return tables_->file.size(Section::roles);
        case Table::place:
            return tables_->file.size(Section::places);
    }
    return 0;
}

Entity Gazetteer::entity(std::uint32_t number) const {
    const auto& row = tables_->row<format::EntityRow>(Section::entities, number);
    const GazetteerFile& file = tables_->file;
    return {.id = file.text(row.id),
            .name = file.text(row.name),
            .kind = static_cast<EntityKind>(row.kind),
            .type = file.text(row.type),
            .country = file.text(row.country),
            .parent = row.parent,
            .letters = file.text(row.letters),
            .sex = static_cast<Sex>(row.sex),
            .is_family_first = row.is_family_first != 0,
            .roles = part(tables_->held, row.held),
            .parties = part(tables_->parties, row.parties),
            .names = part(tables_->names, row.names),
            .file = file.text(row.file),
            .line = row.line};
}

std::string_view Gazetteer::wikidata(std::uint32_t number) const {
    const auto& row = tables_->row<format::EntityRow>(Section::entities, number);
    return tables_->file.text(row.wikidata);
}

Office Gazetteer::office(std::uint32_t number) const {
    const auto& row = tables_->row<format::OfficeRow>(Section::offices, number);
    const GazetteerFile& file = tables_->file;
    return {file.text(row.id),      file.text(row.name), row.role,
            file.text(row.country), row.organisation,    part(tables_->holders, row.holders)};
}

Role Gazetteer::role(std::uint32_t number) const {
    const auto& row = tables_->row<format::RoleRow>(Section::roles, number);
    const GazetteerFile& file = tables_->file;
    return {file.text(row.id), file.text(row.name), file.text(row.type), row.broader};
}

Place Gazetteer::place(std::uint32_t number) const {
    const auto& row = tables_->row<format::PlaceRow>(Section::places, number);
    const GazetteerFile& file = tables_->file;
    return {file.text(row.id), file.text(row.name), file.text(row.country), file.text(row.code),
            row.is_country != 0};
}

bool Gazetteer::is_kind_of(std::uint32_t role, std::uint32_t general) const {
    // A row more general than itself, in a file made by others, must not be walked for ever.
    for (std::size_t steps = size(Table::role); role != none && steps > 0; --steps) {
        if (role == general) return true;
        role = tables_->row<format::RoleRow>(Section::roles, role).broader;
    }
    return false;
}

fs::path default_gazetteer() {
    const fs::path folder = fs::read_symlink("/proc/self/exe").parent_path();
    fs::path beside = folder / "entities.bin";
    if (fs::exists(beside)) return beside;
    fs::path installed = (folder / "../share/nutgraf/entities.bin").lexically_normal();
    if (fs::exists(installed)) return installed;
    throw Error(
        fmt::format("There is neither \"{}\" nor \"{}\", one of which holds the "
                    "organisations and officials to be recognised. Build it with \"./run "
                    "build\", or reinstall Nutgraf.",
                    beside.string(), installed.string()));
}

}  // namespace nutgraf::entities
