#pragma once

#include "indexer/index/schema.h"
#include "searchd/query/limits.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace nutgraf::query {

/// Where words are looked for: one field, or when empty the title and the text.
using Scope = std::optional<index::Field>;

/// Whether words of a scope are those of names, which have no stems, and not of title or text.
inline bool is_of_names(const Scope& scope) {
    return scope && index::row_of(*scope).kind == index::FieldKind::name;
}

/// Whether a scope is a part of the title and the text, so that places in them must be looked at.
inline bool is_part(const Scope& scope) {
    return scope && index::row_of(*scope).kind == index::FieldKind::part;
}

/// The forms of one word of a query; see analyzers::FoldedWord.
struct WordForms {
    std::string folded;
    std::string caseless;
    std::string spelling;  ///< As typed, where `caseless` is not read as this word again: "AT&T".

    bool operator==(const WordForms&) const = default;
};

/// A word: its exact form, or its stem in each language the index holds.
struct Word {
    Scope scope;
    WordForms forms;

    bool operator==(const Word&) const = default;
};

/// An organisation, a person, or something known of them, named in the title or the text.
struct Entity {
    index::EntityField field = index::EntityField::org;
    std::string text;                ///< A name, or an id behind "#", as it is read again.
    std::vector<std::string> terms;  ///< Of the index, for all that is meant by it; sorted.
    /// The name's words, looked for as a phrase besides where no gazetteer has it; else none.
    std::vector<WordForms> words;

    bool operator==(const Entity&) const = default;
};

/// One word of a phrase; a prefix stands for every word that begins with it, an entity for its
/// mentions, however many words they have.
struct PhraseWord {
    WordForms forms;
    bool is_prefix = false;
    std::optional<Entity> entity = std::nullopt;  ///< In the place of a word; `forms` is empty.
    bool is_exact = false;  ///< Only as `forms.spelling` has it, with its capitals and accents.

    bool operator==(const PhraseWord&) const = default;
};

/// Words in this order, one behind the other, in their unstemmed forms; at least one.
struct Phrase {
    Scope scope;
    std::vector<PhraseWord> words;
    bool is_whole = false;  ///< The source or the section has no other words.

    bool operator==(const Phrase&) const = default;
};

/// Words in any order, all of them within so many words of each other, in their exact forms; one
/// that comes twice stands there twice. At least two.
struct Within {
    Scope scope;
    std::vector<PhraseWord> words;
    std::size_t distance = 1;

    bool operator==(const Within&) const = default;
};

/// What somebody says in the title or the text: any words of theirs, or these, one behind the
/// other in their exact forms, where all of them are theirs.
struct Said {
    /// Who says it, in the field `said`. Without text and terms: anybody, named or not, and then
    /// there are no words.
    Entity speaker{index::EntityField::said, {}, {}, {}};
    std::vector<PhraseWord> words;

    bool is_anybodys() const { return speaker.text.empty(); }
    bool operator==(const Said&) const = default;
};

/// Every word that begins so; at least three letters.
struct Prefix {
    Scope scope;
    WordForms forms;

    bool operator==(const Prefix&) const = default;
};

/// Every word that becomes this one by so many changes of a letter: one put in, left out, replaced,
/// or swapped with its neighbour. The first letter stays.
struct Similar {
    Scope scope;
    WordForms forms;
    std::size_t edits = 1;  ///< 1 or 2.

    bool operator==(const Similar&) const = default;
};

/// Published, possibly, within these days, both included; an absent end is open.
struct DateRange {
    std::optional<std::chrono::sys_days> first;
    std::optional<std::chrono::sys_days> last;

    bool operator==(const DateRange&) const = default;
};

/// Without a known date.
struct Undated {
    bool operator==(const Undated&) const = default;
};

/// Taken into the index between these instants, both included; an absent end is open.
struct Seen {
    std::optional<std::chrono::sys_seconds> first;
    std::optional<std::chrono::sys_seconds> last;

    bool operator==(const Seen&) const = default;
};

/// In this language, an ISO 639 code.
struct Language {
    std::string code;

    bool operator==(const Language&) const = default;
};

/// The one article with this id.
struct Identity {
    std::string id;

    bool operator==(const Identity&) const = default;
};

/// With an address that begins so: a beginning as index::address_beginnings has it.
struct Address {
    std::string beginning;

    bool operator==(const Address&) const = default;
};

/// Of one story, which any of its articles stands for by its key.
struct InStory {
    std::string key;

    bool operator==(const InStory&) const = default;
};

/// A copy of an article that came before it, or else the first of its story.
struct Originality {
    bool is_copy = false;

    bool operator==(const Originality&) const = default;
};

/// With furniture: with what was on its page and is not of the article.
struct InFurniture {
    bool operator==(const InFurniture&) const = default;
};

/// Every article.
struct Everything {
    bool operator==(const Everything&) const = default;
};

struct Query;

/// All of the parts.
struct And {
    std::vector<Query> parts;
    bool operator==(const And&) const;
};

/// At least one of the parts; without parts, no article.
struct Or {
    std::vector<Query> parts;
    bool operator==(const Or&) const;
};

/// Not the part; exactly one.
struct Not {
    std::vector<Query> part;
    bool operator==(const Not&) const;
};

/// Words that are just one name of one organisation or person: the part is what they mean by
/// themselves, and an article is found, too, where the entity is mentioned by whatever name, which
/// counts little in the ranking. It is printed, and read, as the part alone.
struct NamedWords {
    std::vector<Query> part;  ///< Exactly one: a Word, a Phrase, or an And of Words.
    Entity entity;            ///< In the field `org` or `person`, by its id.
    std::string name;         ///< As the gazetteer shows it.
    bool operator==(const NamedWords&) const;
};

/// The part, which counts so many times as much in the ranking; exactly one.
struct Weighted {
    std::vector<Query> part;
    double weight = 1;
    bool operator==(const Weighted&) const;
};

/// The part at so many places at least that do not overlap; exactly one, of the kinds that can be
/// operands of a Proximity.
struct AtLeast {
    std::vector<Query> part;
    std::size_t times = 1;
    bool operator==(const AtLeast&) const;
};

/// A saved query, by its name and as it is read now; exactly one part.
struct Saved {
    std::string name;
    std::vector<Query> part;
    bool operator==(const Saved&) const;
};

/// How two operands of a Proximity stand to each other. The distance is counted from the last word
/// of the one to the first word of the other: neighbours have 1.
struct Link {
    enum class Kind {
        near,       ///< In any order.
        adjacent,   ///< The second behind the first.
        sentence,   ///< Both in one sentence, whatever the distance.
        paragraph,  ///< Both in one paragraph.
    };
    Kind kind = Kind::near;
    bool is_excluded = false;  ///< The second operand must not stand so.
    std::size_t distance = 1;  ///< At most.
    /// Whether the two may have words in common: one of them is speech, and the other may be in it.
    bool may_share = false;

    bool operator==(const Link&) const = default;
};

/// Operands near each other: a chain, in which each link joins an operand to the last one before it
/// that is not excluded. Two operands that are joined never share a word; an excluded one counts as
/// near where it does.
///
/// Operands are words, phrases, prefixes, similar words, entities, what somebody says, and ORs of
/// those, all of the title and the text or all of one field of names; at least two, the first not
/// excluded, one link less. Speech, see is_speech, stands at each of its words.
struct Proximity {
    std::vector<Query> operands;
    std::vector<Link> links;
    bool operator==(const Proximity&) const;
};

/// A query as a tree. Immutable once made: may be shared between threads.
struct Query {
    using Node =
        std::variant<Everything, Word, Phrase, Prefix, Similar, Within, Entity, Said, Proximity,
                     AtLeast, NamedWords, Weighted, DateRange, Undated, Seen, Language, Identity,
                     Address, Saved, InStory, Originality, InFurniture, And, Or, Not>;
    Node node;

    bool operator==(const Query&) const;
};

// Not defaulted: clang 14 does not get over a defaulted comparison that comes back to itself.
inline bool And::operator==(const And& other) const {
    return parts == other.parts;
}
inline bool Or::operator==(const Or& other) const {
    return parts == other.parts;
}
inline bool Not::operator==(const Not& other) const {
    return part == other.part;
}
inline bool NamedWords::operator==(const NamedWords& other) const {
    return part == other.part && entity == other.entity && name == other.name;
}
inline bool Weighted::operator==(const Weighted& other) const {
    return part == other.part && weight == other.weight;
}
inline bool Saved::operator==(const Saved& other) const {
    return name == other.name && part == other.part;
}
inline bool AtLeast::operator==(const AtLeast& other) const {
    return part == other.part && times == other.times;
}
inline bool Proximity::operator==(const Proximity& other) const {
    return operands == other.operands && links == other.links;
}
inline bool Query::operator==(const Query& other) const {
    return node == other.node;
}

/// The query that no article meets, as the parser has it: "NOT *".
inline Query nothing() {
    return {Not{{{Everything{}}}}};
}

/// How much a note matters: an error is refused where the query must be strict.
enum class Severity { info, warning, error };

/// One of several that a name in a query may mean.
struct NamedSense {
    std::string name;    ///< As shown.
    std::string choice;  ///< What to write for it instead of the name: "#eu-commission".
    std::string clause;  ///< With its field: "org:#eu-commission".
    std::vector<std::string> terms;                        ///< Of the index.
    std::optional<std::uint64_t> articles = std::nullopt;  ///< That have it, once they are counted.

    bool operator==(const NamedSense&) const = default;
};

/// A name in a query that means several.
struct NamedSenses {
    std::string name;       ///< As it is read.
    std::size_t begin = 0;  ///< Its bytes in the query's text, [begin, end), without quotes.
    std::size_t end = 0;
    std::vector<NamedSense>
        all;  ///< In the order of the gazetteer, or when counted the most first.

    bool operator==(const NamedSenses&) const = default;
};

/// Something to tell about a query that was read.
struct Note {
    Severity severity = Severity::info;
    std::size_t position = 0;  ///< Byte of the query's text it is about, counted from 0.
    std::string message;       ///< A whole sentence.
    std::string suggestion;    ///< What to write instead; empty when there is nothing to say.
    /// Where the note is that a name means several: those.
    std::optional<NamedSenses> senses = std::nullopt;

    bool operator==(const Note&) const = default;
};

/// Why a query is not answered: a limit it breaks, or a note of severity error where it is strict.
struct QueryError {
    std::size_t position = 0;
    std::string message;
    std::string suggestion;
};

}  // namespace nutgraf::query
