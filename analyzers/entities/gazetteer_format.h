#pragma once

#include "base/digest.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// How entities.bin is laid out: a Header, then the sections, each the rows of one type at a
/// multiple of 8 bytes. Numbers are little-endian. What changes here changes `format_version`.
namespace nutgraf::entities::format {

constexpr std::array<char, 8> magic = {'N', 'U', 'T', 'G', 'R', 'A', 'F', 'E'};
constexpr std::uint64_t format_version = 4;

enum class Section : std::uint8_t {
    text,       ///< Bytes: all texts.
    entities,   ///< EntityRow, by id.
    offices,    ///< OfficeRow, by id.
    roles,      ///< RoleRow, by id.
    places,     ///< PlaceRow, by id.
    held,       ///< RoleHeldRow.
    parties,    ///< PartyHeldRow.
    names,      ///< NameRow.
    holders,    ///< HolderRow.
    words,      ///< WordRow: the spellings.
    slots,      ///< SlotRow: a hash table of the spellings; as many as a power of two.
    bits,       ///< 32 bits a word number: its WordBits.
    roots,      ///< 32 bits a word number: the node that a name beginning with it leads to, or 0.
    nodes,      ///< NodeRow, and one more whose beginnings are the ends of the last.
    edges,      ///< 32 bits: the word of the edge. Edge n leads to node n + 1.
    senses,     ///< SenseRow, by node.
    languages,  ///< TextRef: the languages of senses.
};
constexpr std::size_t section_count = 17;

struct SectionRef {
    std::uint64_t begin = 0;  ///< Byte of the file.
    std::uint64_t rows = 0;
};

/// The checksum is of all that follows it.
struct Header {
    std::array<char, 8> magic = format::magic;
    std::uint64_t version = format_version;
    Digest digest{};
    std::uint64_t file_bytes = 0;
    std::array<SectionRef, section_count> sections{};
};
constexpr std::size_t first_digested_byte = offsetof(Header, file_bytes);

struct TextRef {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
};

/// Rows of another section, [begin, end).
struct RowsRef {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// Days since 1970; the least and the greatest number are the ends of time.
struct PeriodRef {
    std::int32_t from = 0;
    std::int32_t to = 0;
};

struct EntityRow {
    TextRef id, name, type, country, letters, wikidata, file;
    std::uint32_t line = 0;
    std::uint32_t parent = 0;
    RowsRef held, parties, names;
    std::uint8_t kind = 0;
    std::uint8_t sex = 0;
    std::uint8_t is_family_first = 0;
    std::uint8_t reserved = 0;
};

struct OfficeRow {
    TextRef id, name, country;
    std::uint32_t role = 0;
    std::uint32_t organisation = 0;
    RowsRef holders;
};

struct RoleRow {
    TextRef id, name, type;
    std::uint32_t broader = 0;
};

struct PlaceRow {
    TextRef id, name, country, code;
    std::uint32_t is_country = 0;
};

struct RoleHeldRow {
    std::uint32_t role = 0;
    std::uint32_t office = 0;
    TextRef place;
    PeriodRef period;
};

struct PartyHeldRow {
    std::uint32_t party = 0;
    PeriodRef period;
};

struct NameRow {
    TextRef text, language;
};

struct HolderRow {
    std::uint32_t person = 0;
    PeriodRef period;
};

struct WordRow {
    TextRef folded;
    std::uint32_t number = 0;
};

/// Empty where `word` is the greatest number.
struct SlotRow {
    std::uint32_t hash = 0;
    std::uint32_t word = 0;  ///< Row of the words.
};

struct NodeRow {
    std::uint32_t first_edge = 0;
    std::uint32_t first_sense = 0;
};

struct SenseRow {
    TextRef written;
    std::uint32_t number = 0;
    std::uint16_t language = 0;
    std::uint8_t table = 0;
    std::uint8_t name_class = 0;
    std::uint32_t capitals = 0;  ///< Bit n: word n demands one.
};

/// Of a folded word, for the slots: FNV-1a, its upper half mixed into the lower.
inline std::uint32_t hash_of(std::string_view folded) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : folded) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3;
    }
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

}  // namespace nutgraf::entities::format
