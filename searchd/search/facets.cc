#include "searchd/search/facets.h"

#include "analyzers/text/tokenizer.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace nutgraf::search {

namespace {

using Documents = std::span<const Xapian::docid>;
using Counts = std::vector<std::uint32_t>;

std::vector<FacetValue> named_values(const std::vector<std::string>& names, const Counts& counts) {
    std::vector<FacetValue> values;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (counts[i] > 0 && !names[i].empty())
            values.push_back({names[i], names[i], counts[i], false});
    return values;
}

/// The values of a column that has one number a document; `number` is a member of Columns.
std::vector<FacetValue> column_values(Documents documents, const Columns& columns,
                                      std::uint32_t (Columns::*number)(Xapian::docid) const,
                                      const std::vector<std::string>& names) {
    Counts counts(names.size());
    for (const Xapian::docid document : documents) ++counts[(columns.*number)(document)];
    return named_values(names, counts);
}

/// The name of an office or a role by its id; the id where there is none.
std::string role_name(const std::string& id, const entities::Gazetteer* gazetteer) {
    using entities::Table;
    if (gazetteer == nullptr) return id;
    if (const auto number = gazetteer->number_of(Table::role, id))
        return std::string(gazetteer->role(*number).name);
    const auto number = gazetteer->number_of(Table::office, id);
    return number ? std::string(gazetteer->office(*number).name) : id;
}

std::vector<FacetValue> role_values(Documents documents, const Columns& columns,
                                    const entities::Gazetteer* gazetteer) {
    std::vector<bool> is_counted(columns.size());
    for (const Xapian::docid document : documents) is_counted[document] = true;
    std::vector<FacetValue> values;
    for (const auto& [id, holders] : columns.roles()) {
        const auto count = std::ranges::count_if(
            holders, [&](Xapian::docid document) { return is_counted[document]; });
        if (count > 0)
            values.push_back(
                {"#" + id, role_name(id, gazetteer), static_cast<std::uint64_t>(count)});
    }
    return values;
}

std::vector<FacetValue> entity_values(Documents documents, const Columns& columns,
                                      std::string_view kind) {
    Counts counts(columns.entities().size());
    for (const Xapian::docid document : documents)
        for (const std::uint32_t entity : columns.entities(document)) ++counts[entity];
    std::vector<FacetValue> values;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const ColumnEntity& entity = columns.entities()[i];
        if (counts[i] > 0 && entity.kind == kind)
            values.push_back({"#" + entity.id, entity.name, counts[i], false});
    }
    return values;
}

/// An article of several years adds one where they begin and takes it off behind their end.
std::vector<FacetValue> year_values(Documents documents, const Columns& columns) {
    constexpr std::size_t years = 10'001;
    std::vector<std::int64_t> changes(years);
    for (const Xapian::docid document : documents) {
        const int first = columns.first_year(document);
        const int last = columns.last_year(document);
        if (first <= 0 || last < first || last + 1 >= static_cast<int>(years)) continue;
        ++changes[static_cast<std::size_t>(first)];
        --changes[static_cast<std::size_t>(last) + 1];
    }
    std::vector<FacetValue> values;
    std::int64_t count = 0;
    for (std::size_t year = 0; year < years; ++year) {
        count += changes[year];
        if (count == 0) continue;
        const std::string name = fmt::format("{:04}", year);
        values.push_back({name, name, static_cast<std::uint64_t>(count), false});
    }
    return values;
}

std::vector<FacetValue> values_of(FacetField field, Documents documents, const Columns& columns,
                                  const entities::Gazetteer* gazetteer) {
    switch (field) {
        case FacetField::source:
            return column_values(documents, columns, &Columns::source, columns.sources());
        case FacetField::section:
            return column_values(documents, columns, &Columns::section, columns.sections());
        case FacetField::role:
            return role_values(documents, columns, gazetteer);
        case FacetField::org:
            return entity_values(documents, columns, "org");
        case FacetField::official:
            return entity_values(documents, columns, "official");
        case FacetField::lang:
            return column_values(documents, columns, &Columns::lang, columns.langs());
        case FacetField::year:
            break;
    }
    return year_values(documents, columns);
}

std::string words_of(std::string_view text) {
    const analyzers::Tokens tokens = analyzers::tokenise(text);
    std::string words;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        words += tokens.folded(i);
        words += ' ';
    }
    return words;
}

/// Whether a filter's value means a facet's: a filter of names looks at words, not at signs.
bool is_meant(FacetField field, const std::string& chosen, const FacetValue& value) {
    if (chosen == value.value) return true;
    const bool is_of_words = field == FacetField::source || field == FacetField::section;
    return is_of_words && words_of(chosen) == words_of(value.value);
}

/// The name that the columns have for a value no listed article has; else the value.
std::string label_of(FacetField field, const std::string& value, const Columns& columns,
                     const entities::Gazetteer* gazetteer) {
    if (field == FacetField::role && value.starts_with('#'))
        return role_name(value.substr(1), gazetteer);
    if (field != FacetField::org && field != FacetField::official) return value;
    const auto named = std::ranges::find_if(columns.entities(), [&](const ColumnEntity& entity) {
        return entity.kind == name_of(field) && value == "#" + entity.id;
    });
    return named == columns.entities().end() ? value : named->name;
}

/// Sets `flag` of the values that filters mean; adds those that are not there.
void set_flag(FacetField field, const std::vector<std::string>& filters,
              const std::function<FacetValue(const std::string&)>& made, bool FacetValue::*flag,
              std::vector<FacetValue>& values) {
    for (const std::string& filter : filters) {
        auto known = std::ranges::find_if(
            values, [&](const FacetValue& value) { return is_meant(field, filter, value); });
        if (known == values.end()) known = values.insert(values.end(), made(filter));
        (*known).*flag = true;
    }
}

void select(FacetField field, const FacetChoice& choice, const Columns& columns,
            std::vector<FacetValue>& values) {
    const auto made = [&](const std::string& value) {
        return FacetValue{value, label_of(field, value, columns, choice.gazetteer),
                          choice.count(value)};
    };
    set_flag(field, choice.values, made, &FacetValue::is_selected, values);
    set_flag(field, choice.excluded, made, &FacetValue::is_excluded, values);
}

}  // namespace

Facet facet_of(FacetField field, Documents documents, const Columns& columns,
               const FacetChoice& choice) {
    std::vector<FacetValue> values = values_of(field, documents, columns, choice.gazetteer);
    select(field, choice, columns, values);
    std::ranges::sort(values, [](const FacetValue& a, const FacetValue& b) {
        return std::tie(b.count, a.label, a.value) < std::tie(a.count, b.label, b.value);
    });
    Facet facet{field, {}, 0};
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i < choice.listed || values[i].is_selected || values[i].is_excluded)
            facet.values.push_back(std::move(values[i]));
        else
            ++facet.more;
    }
    return facet;
}

}  // namespace nutgraf::search
