#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace nutgraf::index {

/// The fields of an article that a query can name.
enum class Field : std::uint8_t {
    title,
    body,
    source,
    by,
    section,
    lang,
    id,
    date,
    seen,
    lead,
    wire,
    url,
    furniture,
};

/// How a field's content becomes terms.
enum class FieldKind : std::uint8_t {
    text,     ///< Words with positions, exact and stemmed.
    name,     ///< Words with positions, exact only.
    code,     ///< One term, the folded value.
    key,      ///< One term, the article's key.
    date,     ///< Value slots only.
    part,     ///< A part of the title and the text; no terms of its own.
    address,  ///< A term for each beginning of an address.
};

/// One row of the table that the writer, the query and the documentation share.
struct FieldRow {
    Field field;
    std::string_view name;    ///< As a query names it: "title".
    std::string_view prefix;  ///< Of its exact terms; words are lower case, so no word runs on.
    std::string_view stem_prefix;  ///< Of its stems, before the two letters of the language.
    FieldKind kind;
    std::string_view help;  ///< One line for people.
};

/// THE table, in the order of the enumeration.
std::span<const FieldRow> schema();

/// The row of a field.
const FieldRow& row_of(Field field);

/// The row with that query name; null when there is none. Lives as long as the program.
const FieldRow* row_named(std::string_view name);

/// What a query can ask of the organisations and people that an article names.
enum class EntityField : std::uint8_t {
    org,
    official,
    person,
    role,
    party,
    state,
    country,
    kind,
    under,
    about,
    said,
};

/// One row of the table of those; the documentation shares it too.
struct EntityRow {
    EntityField field;
    std::string_view name;    ///< As a query names it: "org".
    std::string_view prefix;  ///< Of its terms, before an id or a code: lower case.
    bool has_positions;       ///< Whether the terms stand at the positions of their mentions.
    std::string_view help;    ///< One line for people.
};

/// The table, in the order of the enumeration.
std::span<const EntityRow> entity_schema();

/// The row of an entity field.
const EntityRow& row_of(EntityField field);

/// The row with that query name; null when there is none. Lives as long as the program.
const EntityRow* entity_row_named(std::string_view name);

/// The headline's words and those of the text share one count of positions, so that one term of an
/// entity serves both: the text begins this many positions behind the headline's last word.
constexpr std::uint32_t field_gap = 1000;

/// An article is about whoever has at least this relevance in it.
constexpr std::uint8_t about_relevance = 50;

/// The term of every article that gives anybody's words: no id follows it.
constexpr std::string_view any_speech_term = "XS";

/// The term of every article that has furniture: no word follows it.
constexpr std::string_view any_furniture_term = "XB";

/// The prefix of the terms by which near copies are looked for, each a shingle of the text.
constexpr std::string_view sketch_prefix = "XM";

/// The prefixes of the terms by which the lines that a source repeats are counted: a line of a
/// source, and the source itself.
constexpr std::string_view line_prefix = "XL";
constexpr std::string_view line_source_prefix = "XH";

/// The value slots of a Xapian document.
enum class Slot : std::uint32_t {
    published_from = 0,  ///< First day, as `encoded_day`; absent when undated.
    published_to = 1,    ///< Last day, likewise.
    source = 2,          ///< The source as written.
    lang = 3,            ///< ISO 639 code.
    sequence = 4,        ///< Of the article's last change, as 8 big-endian bytes.
    digest = 5,          ///< SHA-256 of the article, 32 bytes.
    seen = 6,            ///< Instant of ingestion, Unix seconds as 8 big-endian bytes.
    entities = 7,        ///< Organisations and people, as `encoded_entities`.
    section = 8,         ///< The section as written.
    story = 9,           ///< As `encoded_place`; absent where the article has no copies.
    announced = 10,      ///< Of the last change that alerts are told of; 0: of none.
};

struct SlotRow {
    Slot slot;
    std::string_view name;
    std::string_view help;
};

/// The slots, in order.
std::span<const SlotRow> slots();

/// Keys of the database's metadata: the sequence it has reached, and the fingerprint of the
/// gazetteer by which all of it was made; "several" when it was more than one, absent for none.
constexpr std::string_view sequence_metadata = "sequence";
constexpr std::string_view gazetteer_metadata = "gazetteer";

/// What the key of the metadata of a story begins with; the story's key follows.
constexpr std::string_view story_metadata_prefix = "story:";

/// What the key of the metadata of a learned line begins with; the digits of its term follow.
constexpr std::string_view line_metadata_prefix = "line:";

/// The version of everything this table describes; an index of another version is rebuilt.
constexpr int format_version = 7;

}  // namespace nutgraf::index
