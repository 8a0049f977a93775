#pragma once

#include "analyzers/entities/flag_set.h"
#include "analyzers/entities/pair_filter.h"
#include "base/digest.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::entities {

/// Days from `from` until the day before `to`; an end that is not known is the end of time.
struct Period {
    std::chrono::sys_days from = std::chrono::sys_days::min();
    std::chrono::sys_days to = std::chrono::sys_days::max();

    bool contains(std::chrono::sys_days day) const { return from <= day && day < to; }
    bool operator==(const Period&) const = default;
};

/// What a number in the tables below counts: each has numbers of its own, from 0.
enum class Table : std::uint8_t { entity, office, role, place };

/// No row of a table.
constexpr std::uint32_t none = 0xffffffff;

enum class EntityKind : std::uint8_t { organisation, person };
enum class Sex : std::uint8_t { unknown, female, male };

/// A role that a person has or had: of an office, or on its own.
struct RoleHeld {
    std::uint32_t role = none;    ///< Row of the roles.
    std::uint32_t office = none;  ///< Row of the offices; none where the role has no office.
    std::string_view place;       ///< Country, state ("DE" of a US senator) or organisation id.
    Period period;
};

/// A party that a person is or was of.
struct PartyHeld {
    std::uint32_t party = none;  ///< Row of the entities.
    Period period;
};

/// A name as the gazetteer writes it.
struct WrittenName {
    std::string_view text;
    std::string_view language;  ///< ISO 639 code; empty for names that are used in any.
};

/// An organisation or a person.
struct Entity {
    std::string_view id;
    std::string_view name;
    EntityKind kind = EntityKind::organisation;
    std::string_view type;         ///< Of an organisation: "company/telecoms".
    std::string_view country;      ///< Two capital letters; empty when there is none.
    std::uint32_t parent = none;   ///< Row of the entities: the body it is part of.
    std::string_view letters;      ///< Of a party, as attributions have it: "R"; "|" between two.
    Sex sex = Sex::unknown;        ///< Of a person.
    bool is_family_first = false;  ///< Of a person: the family name comes first.
    std::span<const RoleHeld> roles;     ///< Of a person, by the day they began.
    std::span<const PartyHeld> parties;  ///< Of a person, by the day they began.
    /// All whole names, the shown one first: no surnames, descriptions and the like.
    std::span<const WrittenName> names;
    std::string_view file;  ///< Where its block stands: "us.ent", and the line.
    std::uint32_t line = 0;
};

/// Who held an office, and when.
struct Holder {
    std::uint32_t person = none;  ///< Row of the entities.
    Period period;
};

/// An office with a name of its own.
struct Office {
    std::string_view id;
    std::string_view name;
    std::uint32_t role = none;
    std::string_view country;
    std::uint32_t organisation = none;  ///< Row of the entities.
    std::span<const Holder> holders;    ///< By the day they began.
};

/// A kind of office.
struct Role {
    std::string_view id;
    std::string_view name;
    std::string_view type;         ///< "legislator", "executive", ...
    std::uint32_t broader = none;  ///< A more general role.
};

/// A country, a state of one, or a city: never an organisation.
struct Place {
    std::string_view id;
    std::string_view name;
    std::string_view country;  ///< Two capital letters.
    std::string_view code;     ///< "CO" of Colorado; empty where there is none.
    bool is_country = false;
};

/// How a name is to be taken.
enum class NameClass : std::uint8_t {
    name,         ///< Anywhere, with capitals where it is written with them.
    acronym,      ///< Only written exactly so.
    context,      ///< Needs evidence beside it.
    descriptor,   ///< "telecoms giant": of an organisation named before.
    surname,      ///< After the full name in the same article.
    given,        ///< Likewise.
    member,       ///< "Republicans": people of a party.
    adjective,    ///< "Republican", "Chinese".
    role,         ///< "foreign secretary", of an office or a role.
    role_plural,  ///< "senators".
    place,
};

/// What a name of the gazetteer may be used for at one place of a text.
enum class Use : std::uint8_t {
    organisation,
    organisation_in_context,
    person,
    person_in_context,
    surname,
    given,
    member,  ///< "Republicans"
    party_adjective,
    place,
    place_adjective,
    role,
    role_plural,
    descriptor,
};

/// What a name may stand for.
struct Sense {
    Table table = Table::entity;
    std::uint32_t number = none;
    NameClass name_class = NameClass::name;
    Use use = Use::organisation;
    /// The name as the gazetteer writes it, for its capitals. An acronym is found only written
    /// exactly so. In all other names a word that begins with a capital demands one where the word
    /// begins in the text, and all other letters stand for either case: "Chinese foreign ministry"
    /// is "Chinese Foreign Ministry" too, but not "chinese foreign ministry". Names of roles are in
    /// small letters, but for abbreviations ("Sen.").
    std::string_view written;
    std::string_view language;   ///< Empty for a name that is used in any.
    std::uint32_t capitals = 0;  ///< As capitals_of(written) has them.
};

/// A name found in a text: so many of its words, and what they may stand for.
struct NameMatch {
    std::size_t words = 0;
    std::span<const Sense> senses;
};

/// What a word may be, one bit each: from the lexicons, and from the names, where `place`,
/// `demonym`, `role` and `role_plural` are words that are such a name alone, `descriptor` is the
/// last word of a description, and `party_letters` is a party's in an attribution.
enum class WordBit : std::uint8_t {
    honorific,
    org_head,
    org_suffix,
    say_verb,
    first_name,
    female_name,
    male_name,
    surname,
    common,
    month,
    weekday,
    policy,
    modifier,
    past_modifier,
    acting_modifier,
    shadow_modifier,
    future_modifier,
    other_head,
    starter,
    ambiguous_surname,
    ambiguous_org,
    ambiguous_acronym,
    party_letters,
    place,
    demonym,
    role,
    role_plural,
    descriptor,
    tell_verb,
    urge_verb,
    quote_verb,
    noun_too,
};

/// All that a word may be.
using WordBits = FlagSet<WordBit, std::uint32_t>;

/// The facts that the analyzers know: one mapped, checksummed file that the build makes from
/// analyzers/gazetteers. Immutable: may be shared between threads. Every view and span it gives
/// lives as long as it does.
class Gazetteer {
public:
    /// Throws Error when the file is missing, damaged or of another version, with the remedy.
    explicit Gazetteer(const std::filesystem::path& file);
    Gazetteer(Gazetteer&&) noexcept;
    Gazetteer& operator=(Gazetteer&&) noexcept;
    Gazetteer(const Gazetteer&) = delete;
    Gazetteer& operator=(const Gazetteer&) = delete;
    ~Gazetteer();

    /// Tells one set of facts from another: an index remembers by which it was made.
    const Digest& fingerprint() const;

    /// A number for a word by its folded form, the same for both spellings of a pair ("centre",
    /// "center"); 0 for a word that no name and no lexicon has.
    std::uint32_t word(std::string_view folded) const;

    /// What a word may be; nothing for 0.
    WordBits bits(std::uint32_t word) const;

    /// Whether any name begins with a word, and whether one is that word alone.
    bool begins_name(std::uint32_t word) const;
    bool is_name(std::uint32_t word) const;

    /// Whether a name may begin with two words: false only where none does.
    bool may_begin_name(std::uint32_t first, std::uint32_t second) const {
        return name_pairs_.may_have(first, second);
    }

    /// Every name that begins at a word of a text, the longest first, in time of the length of the
    /// longest. Appends nothing but overwrites `matches`, whose memory is used again.
    void names_at(std::span<const std::uint32_t> words, std::size_t at,
                  std::vector<NameMatch>& matches) const;

    /// What a whole text is a name of, as a query asks it: folded and without regard to capitals;
    /// descriptors and given names left out. Empty when it is none.
    std::vector<Sense> senses_of(std::string_view text) const;

    /// What names stand for that a text is the beginning of, its last word perhaps not whole, in
    /// the way of `senses_of`: the shorter names first, at most `limit` senses.
    std::vector<Sense> senses_begun_with(std::string_view text, std::size_t limit) const;

    /// The row of an id; empty when there is none.
    std::optional<std::uint32_t> number_of(Table table, std::string_view id) const;

    std::size_t size(Table table) const;

    // The rows. Numbers are below the size of their table.
    Entity entity(std::uint32_t number) const;
    /// Of an entity, "Q160120"; empty where it is not known.
    std::string_view wikidata(std::uint32_t number) const;
    Office office(std::uint32_t number) const;
    Role role(std::uint32_t number) const;
    Place place(std::uint32_t number) const;

    /// Whether a role is another or a kind of it.
    bool is_kind_of(std::uint32_t role, std::uint32_t general) const;

private:
    struct Tables;
    std::unique_ptr<const Tables> tables_;
    PairFilter name_pairs_;
};

/// The gazetteer that belongs to the running program: beside the executable, or where it was
/// installed. Throws Error when it is not there.
std::filesystem::path default_gazetteer();

}  // namespace nutgraf::entities
