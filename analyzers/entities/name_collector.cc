#include "analyzers/entities/name_collector.h"

#include "analyzers/entities/lines.h"
#include "analyzers/entities/word_classes.h"
#include "analyzers/text/tokenizer.h"

#include <algorithm>
#include <optional>

namespace nutgraf::entities {

namespace {

/// Roles are found in any case, so they are written in small letters.
std::string in_small_letters(std::string_view name) {
    const analyzers::Tokens words = analyzers::tokenise(name);
    std::string small;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) small += ' ';
        small += words.caseless(i);
    }
    return small;
}

/// Whether a name of a role is an abbreviation: "Sen.", whose capital matters.
bool is_abbreviation(std::string_view name) {
    return name.ends_with('.');
}

/// What the only word of a name may be, by what the name is of.
std::optional<WordBit> bit_of_word(Table table, NameClass name_class) {
    switch (name_class) {
        case NameClass::role:
            return WordBit::role;
        case NameClass::role_plural:
            return WordBit::role_plural;
        case NameClass::adjective:
            return table == Table::place ? std::optional(WordBit::demonym) : std::nullopt;
        case NameClass::place:
        case NameClass::acronym:
        case NameClass::context:
            return table == Table::place ? std::optional(WordBit::place) : std::nullopt;
        default:
            return std::nullopt;
    }
}

class Collector {
public:
    void add_lexicon(const std::vector<LexiconRow>& rows) {
        // Before any number is used: pairs change them.
        for (const LexiconRow& row : rows)
            if (row.word_class == spelling_class)
                names_.vocabulary.pair(row.form, row.flags.front());
        for (const LexiconRow& row : rows)
            if (row.word_class != spelling_class) add_row(row);
    }

    void add(const std::vector<SourceName>& names, Table table, std::size_t row) {
        for (const SourceName& name : names) {
            NamedSense sense{names_.vocabulary.numbers(name.text),
                             table,
                             static_cast<std::uint32_t>(row),
                             name.name_class,
                             name.text,
                             name.language};
            const bool is_role =
                name.name_class == NameClass::role || name.name_class == NameClass::role_plural;
            if (is_role && !is_abbreviation(name.text)) sense.written = in_small_letters(name.text);
            mark(sense);
            names_.senses.push_back(std::move(sense));
        }
    }

    void mark_letters(const std::string& letters) {
        for (const std::string_view part : parts(letters, "|")) {
            const auto words = names_.vocabulary.numbers(part);
            if (words.size() == 1) names_.vocabulary.mark(words.front(), WordBit::party_letters);
        }
    }

    Names names() && { return std::move(names_); }

private:
    void add_row(const LexiconRow& row) {
        const WordClassRow* const word_class = word_class_named(row.word_class);
        const std::uint32_t word = names_.vocabulary.numbers(row.form).front();
        names_.vocabulary.mark(word, word_class->bit);
        for (const FlagBit& flag : word_class->flags)
            if (std::ranges::find(row.flags, flag.flag) != row.flags.end())
                names_.vocabulary.mark(word, flag.bit);
    }

    void mark(const NamedSense& sense) {
        if (sense.name_class == NameClass::descriptor)
            names_.vocabulary.mark(sense.words.back(), WordBit::descriptor);
        if (sense.words.size() != 1) return;
        if (const auto bit = bit_of_word(sense.table, sense.name_class))
            names_.vocabulary.mark(sense.words.front(), *bit);
    }

    Names names_;
};

}  // namespace

Names names_of(const Source& source) {
    Collector collector;
    collector.add_lexicon(source.lexicon);
    for (std::size_t i = 0; i < source.entities.size(); ++i) {
        collector.add(source.entities[i].names, Table::entity, i);
        collector.mark_letters(source.entities[i].letters);
    }
    for (std::size_t i = 0; i < source.offices.size(); ++i)
        collector.add(source.offices[i].names, Table::office, i);
    for (std::size_t i = 0; i < source.roles.size(); ++i)
        collector.add(source.roles[i].names, Table::role, i);
    for (std::size_t i = 0; i < source.places.size(); ++i) {
        collector.add(source.places[i].names, Table::place, i);
        collector.add(source.places[i].demonyms, Table::place, i);
    }
    return std::move(collector).names();
}

}  // namespace nutgraf::entities
