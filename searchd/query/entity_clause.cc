#include "searchd/query/entity_clause.h"

#include "analyzers/text/tokenizer.h"
#include "base/utf8.h"
#include "indexer/index/terms.h"
#include "searchd/query/lexer.h"
#include "searchd/query/shown.h"
#include "searchd/query/word_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nutgraf::query {

using analyzers::Tokens;
using index::EntityField;

namespace {

/// What is kept of the characters between two words of a name.
std::string kept_between(std::string_view gap) {
    if (gap.empty()) return {};
    if (runs_without_spaces(gap) != std::vector{gap}) return " ";
    return "-";
}

/// An id as it is looked up and printed.
std::string canonical_id(std::string_view text) {
    std::string id;
    for (const std::string_view run : runs_without_spaces(text))
        id += (id.empty() ? "" : " ") + repaired_utf8(run);
    for (char& c : id)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return id;
}

/// A name by its words, so that it is read as the same words again.
std::string canonical_name(std::string_view text) {
    const Tokens tokens = analyzers::tokenise(text);
    std::string name;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const WordForms forms = forms_of(tokens, i, text);
        if (i > 0) {
            const std::size_t end = tokens[i - 1].end;
            name += kept_between(text.substr(end, tokens[i].begin - end));
        }
        name += forms.spelling.empty() ? forms.caseless : forms.spelling;
    }
    return name;
}

std::string canonical_part(std::string_view text) {
    const auto runs = runs_without_spaces(text);
    const bool is_id = !runs.empty() && runs.front().starts_with('#');
    return is_id ? canonical_id(text) : canonical_name(text);
}

/// The text of a clause as it is printed; empty when there is no word in it.
std::string canonical(const index::EntityRow& row, std::string_view text) {
    const bool may_have_parts = row.field == EntityField::role || row.field == EntityField::kind;
    const auto slash = may_have_parts ? text.find('/') : std::string_view::npos;
    if (slash == std::string_view::npos) return canonical_part(text);
    const std::string before = canonical_part(text.substr(0, slash));
    const std::string behind = canonical_part(text.substr(slash + 1));
    const bool are_both = !before.empty() && !behind.empty();
    return before + (are_both ? "/" : "") + behind;
}

/// A clause as it could be typed.
std::string typed(const index::EntityRow& row, std::string_view text) {
    const bool is_bare = runs_without_spaces(text).size() == 1;
    return is_bare ? fmt::format("{}:{}", row.name, text)
                   : fmt::format("{}:\"{}\"", row.name, text);
}

std::string called(EntityField field) {
    switch (field) {
        case EntityField::org:
        case EntityField::under:
            return "organisation";
        case EntityField::official:
        case EntityField::person:
            return "person";
        case EntityField::role:
            return "office or role";
        case EntityField::kind:
            return "kind of organisation";
        case EntityField::about:
        case EntityField::said:
            return "organisation or person";
        default:
            return std::string(row_of(field).name);
    }
}

/// "European Commission (#eu-commission, 12 articles)".
std::string described(const NamedSense& sense) {
    if (!sense.articles) return fmt::format("{} ({})", sense.name, sense.choice);
    return fmt::format("{} ({}, {} article{})", sense.name, sense.choice, *sense.articles,
                       *sense.articles == 1 ? "" : "s");
}

Note several(const index::EntityRow& row, std::string_view text,
             const std::vector<Meaning>& meanings) {
    NamedSenses senses{std::string(text), 0, 0, {}};
    for (const Meaning& meaning : meanings)
        senses.all.push_back(
            {meaning.name, meaning.choice, typed(row, meaning.choice), meaning.terms});
    std::string message = message_of(senses);
    return {Severity::info, 0, std::move(message), {}, std::move(senses)};
}

/// An organisation or a person that the gazetteer does not have.
EntityReading unlisted(const index::EntityRow& row, std::string text) {
    EntityReading reading{Entity{row.field, std::move(text), {}, {}}, {}};
    Entity& entity = *reading.entity;
    const bool is_id = entity.text.starts_with('#');
    constexpr std::size_t max_id_bytes = 200;  // No term of an index is longer than 245.
    const std::string id =
        is_id ? entity.text.substr(1, max_id_bytes) : index::unlisted_id(entity.text);
    if (id.empty()) return {};
    entity.terms = {index::entity_term(row.field, id)};
    if (row.field == EntityField::person)
        entity.terms.push_back(index::entity_term(EntityField::official, id));
    std::ranges::sort(entity.terms);
    // What the words are said by or about cannot be told from where they stand.
    const bool has_words =
        !is_id && row.field != EntityField::said && row.field != EntityField::about;
    if (has_words) {
        const Tokens tokens = analyzers::tokenise(entity.text);
        for (std::size_t i = 0; i < tokens.size(); ++i)
            entity.words.push_back(forms_of(tokens, i, entity.text));
    }
    reading.note =
        Note{Severity::info,
             0,
             fmt::format("The gazetteer has no {} \"{}\"{}.", called(row.field), shown(entity.text),
                         has_words ? "; the words are looked for as well" : ""),
             {}};
    return reading;
}

EntityReading unknown(EntityNames& names, const index::EntityRow& row, const std::string& text) {
    const std::string meant = names.most_like(row.field, text);
    return {{},
            Note{Severity::error, 0,
                 fmt::format("The gazetteer has no {} \"{}\"; it is looked for as words.",
                             called(row.field), shown(text)),
                 meant.empty() ? "" : typed(row, meant)}};
}

}  // namespace

EntityReading entity_clause(EntityNames& names, const index::EntityRow& row,
                            std::string_view text) {
    std::string name = canonical(row, text);
    if (name.empty() || name == "#") return {};
    const std::vector<Meaning> meanings = names.meanings(row.field, name);
    const bool is_named = row.field == EntityField::org || row.field == EntityField::official ||
                          row.field == EntityField::person || row.field == EntityField::about ||
                          row.field == EntityField::said;
    if (meanings.empty())
        return is_named ? unlisted(row, std::move(name)) : unknown(names, row, name);
    EntityReading reading{Entity{row.field, std::move(name), {}, {}}, {}};
    std::vector<std::string>& terms = reading.entity->terms;
    for (const Meaning& meaning : meanings)
        terms.insert(terms.end(), meaning.terms.begin(), meaning.terms.end());
    std::ranges::sort(terms);
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    if (meanings.size() > 1) reading.note = several(row, reading.entity->text, meanings);
    return reading;
}

std::string message_of(const NamedSenses& senses) {
    constexpr std::size_t most_named = 5;
    std::string names;
    for (std::size_t i = 0; i < std::min(most_named, senses.all.size()); ++i)
        names += (names.empty() ? "" : ", ") + described(senses.all[i]);
    if (senses.all.size() > most_named)
        names += fmt::format(" and {} more", senses.all.size() - most_named);
    return fmt::format("Several are called \"{}\": {}; write {} for one of them.",
                       shown(senses.name), names, senses.all.front().clause);
}

std::string no_gazetteer_message(std::string_view field) {
    return fmt::format(
        "\"{}:\" needs a gazetteer, and none was found; what stands behind it is "
        "looked for as words.",
        field);
}

}  // namespace nutgraf::query
