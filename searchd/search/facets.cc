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

std::vector<FacetValue> source_values(Documents documents, const Columns& columns) {
    Counts counts(columns.sources().size());
    for (const Xapian::docid document : documents) ++counts[columns.source(document)];
    return named_values(columns.sources(), counts);
}

std::vector<FacetValue> lang_values(Documents documents, const Columns& columns) {
    Counts counts(columns.langs().size());
    for (const Xapian::docid document : documents) ++counts[columns.lang(document)];
    return named_values(columns.langs(), counts);
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

std::vector<FacetValue> values_of(FacetField field, Documents documents, const Columns& columns) {
    switch (field) {
        case FacetField::source:
            return source_values(documents, columns);
        case FacetField::org:
            return entity_values(documents, columns, "org");
        case FacetField::official:
            return entity_values(documents, columns, "official");
        case FacetField::lang:
            return lang_values(documents, columns);
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

/// Whether a filter's value means a facet's: a filter of sources looks at words, not at signs.
bool is_meant(FacetField field, const std::string& chosen, const FacetValue& value) {
    if (chosen == value.value) return true;
    return field == FacetField::source && words_of(chosen) == words_of(value.value);
}

/// The name that the columns have for a value no listed article has; else the value.
std::string label_of(FacetField field, const std::string& value, const Columns& columns) {
    if (field != FacetField::org && field != FacetField::official) return value;
    const auto named = std::ranges::find_if(columns.entities(), [&](const ColumnEntity& entity) {
        return entity.kind == name_of(field) && value == "#" + entity.id;
    });
    return named == columns.entities().end() ? value : named->name;
}

void select(FacetField field, const FacetChoice& choice, const Columns& columns,
            std::vector<FacetValue>& values) {
    for (const std::string& chosen : choice.values) {
        const auto known = std::ranges::find_if(
            values, [&](const FacetValue& value) { return is_meant(field, chosen, value); });
        if (known == values.end())
            values.push_back(
                {chosen, label_of(field, chosen, columns), choice.count(chosen), true});
        else
            known->is_selected = true;
    }
}

}  // namespace

Facet facet_of(FacetField field, Documents documents, const Columns& columns,
               const FacetChoice& choice) {
    std::vector<FacetValue> values = values_of(field, documents, columns);
    select(field, choice, columns, values);
    std::ranges::sort(values, [](const FacetValue& a, const FacetValue& b) {
        return std::tie(b.count, a.label, a.value) < std::tie(a.count, b.label, b.value);
    });
    Facet facet{field, {}, 0};
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i < listed_values || values[i].is_selected)
            facet.values.push_back(std::move(values[i]));
        else
            ++facet.more;
    }
    return facet;
}

}  // namespace nutgraf::search
