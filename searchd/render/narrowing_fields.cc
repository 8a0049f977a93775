#include "searchd/render/narrowing_fields.h"

#include "searchd/render/html_fields.h"
#include "searchd/render/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nutgraf::render {

namespace {

using search::Facet;
using search::FacetField;
using search::FacetValue;

std::string_view heading_of(FacetField field) {
    switch (field) {
        case FacetField::source:
            return "Source";
        case FacetField::section:
            return "Section";
        case FacetField::org:
            return "Organisation";
        case FacetField::official:
            return "Official";
        case FacetField::role:
            return "Role";
        case FacetField::lang:
            return "Language";
        case FacetField::year:
            break;
    }
    return "Year";
}

std::vector<std::string>& wanted_of(SearchForm& form, FacetField field) {
    return search::wanted_values(form, field);
}

std::vector<std::string>& excluded_of(SearchForm& form, FacetField field) {
    return search::excluded_values(form, field);
}

std::string label_of(FacetField field, const FacetValue& value) {
    return field == FacetField::lang ? std::string(name_of_language(value.value)) : value.label;
}

using Values = std::vector<std::string>;

/// The address with one value more among the filters of a field, or those against it.
std::string address_with(SearchForm form, Values& (*values)(SearchForm&, FacetField),
                         FacetField field, const std::string& value) {
    values(form, field).push_back(value);
    return search_address(form, 0);
}

/// The address without a filter. A source may be chosen by other letters than the facet's: then all
/// of its filters go.
std::string address_without(SearchForm form, Values& (*values)(SearchForm&, FacetField),
                            FacetField field, const std::string& value) {
    if (std::erase(values(form, field), value) == 0) values(form, field).clear();
    return search_address(form, 0);
}

/// A value leads to the search with its filter, and, unless it has it, to that against it; from
/// either there is a way back.
Json value_fields(const SearchForm& form, FacetField field, const FacetValue& value) {
    const auto toggled = [&](Values& (*values)(SearchForm&, FacetField), bool is_set) {
        return is_set ? address_without(form, values, field, value.value)
                      : address_with(form, values, field, value.value);
    };
    const bool is_free = !value.is_selected && !value.is_excluded;
    return {{"label", label_of(field, value)},
            {"count", grouped(value.count)},
            {"is_selected", value.is_selected},
            {"is_excluded", value.is_excluded},
            {"is_used", !is_free},
            {"address", value.is_excluded ? toggled(excluded_of, true)
                                          : toggled(wanted_of, value.is_selected)},
            {"without_address", is_free ? toggled(excluded_of, false) : ""}};
}

/// One value that every article found has leaves nothing to choose.
bool offers_choice(const Facet& facet) {
    return facet.values.size() > 1 ||
           (!facet.values.empty() && (facet.values[0].is_selected || facet.values[0].is_excluded));
}

/// The name of a filter's value.
std::string name_of_value(FacetField field, const std::string& value,
                          const std::vector<Facet>& facets) {
    if (field == FacetField::lang) return std::string(name_of_language(value));
    for (const Facet& facet : facets)
        for (const FacetValue& known : facet.values)
            if (facet.field == field && known.value == value) return known.label;
    return value;
}

Json chip(std::string_view name, std::string_view value, std::string_view address) {
    return {{"name", name}, {"value", value}, {"address", address}, {"is_excluded", false}};
}

std::string_view kind_of(const index::StoredEntity& entity) {
    if (entity.kind == "org") return "organisation";
    return entity.kind == "official" ? "official" : "person";
}

/// A search for an entity: people outside offices have no filter, and are asked for in the query.
std::string address_of(const index::StoredEntity& entity) {
    SearchForm form;
    const std::string id = "#" + entity.id;
    if (entity.kind == "org")
        form.orgs = {id};
    else if (entity.kind == "official")
        form.officials = {id};
    else
        form.text = fmt::format("person:\"{}\"", id);
    return search_address(form, 0);
}

}  // namespace

Json facet_fields(const SearchForm& form, const std::vector<Facet>& facets) {
    constexpr std::size_t shown = 6;
    Json list = Json::array();
    for (const Facet& facet : facets) {
        if (!offers_choice(facet)) continue;
        std::vector<FacetValue> values = facet.values;
        if (facet.field == FacetField::year)
            std::ranges::sort(values, std::ranges::greater{}, &FacetValue::value);
        else
            std::stable_partition(values.begin(), values.end(), [](const FacetValue& value) {
                return value.is_selected || value.is_excluded;
            });
        Json first = Json::array();
        Json rest = Json::array();
        for (const FacetValue& value : values)
            (first.size() < shown ? first : rest).push_back(value_fields(form, facet.field, value));
        list.push_back({{"name", search::name_of(facet.field)},
                        {"heading", heading_of(facet.field)},
                        {"values", std::move(first)},
                        {"rest_heading", rest.empty() ? "" : fmt::format("{} more", rest.size())},
                        {"rest", std::move(rest)},
                        {"others", facet.more == 0 ? "" : counted(facet.more, "other")}});
    }
    return list;
}

Json chip_fields(const SearchForm& form, const std::vector<Facet>& facets) {
    Json chips = Json::array();
    for (const FacetField field : search::facet_fields) {
        for (const std::string& value : search::wanted_values(form, field))
            chips.push_back(chip(heading_of(field), name_of_value(field, value, facets),
                                 address_without(form, wanted_of, field, value)));
        for (const std::string& value : search::excluded_values(form, field)) {
            chips.push_back(chip(heading_of(field), name_of_value(field, value, facets),
                                 address_without(form, excluded_of, field, value)));
            chips.back()["is_excluded"] = true;
        }
    }
    SearchForm undated = form;
    if (!form.from.empty() && form.from == form.to) {
        undated.from = undated.to = "";
        chips.push_back(chip("Published", form.from, search_address(undated, 0)));
        return chips;
    }
    if (!form.from.empty()) {
        undated.from = "";
        chips.push_back(chip("From", form.from, search_address(undated, 0)));
    }
    if (!form.to.empty()) {
        undated = form;
        undated.to = "";
        chips.push_back(chip("To", form.to, search_address(undated, 0)));
    }
    return chips;
}

Json entity_fields(const std::vector<index::StoredEntity>& entities) {
    Json list = Json::array();
    for (const index::StoredEntity& entity : entities)
        list.push_back({{"name", entity.name},
                        {"kind", kind_of(entity)},
                        {"class", entity.kind == "org" ? "org" : "person"},
                        {"address", address_of(entity)},
                        {"page", entity_address(entity.id)}});
    return list;
}

Json about_fields(const SearchForm& form, const query::Query& query,
                  const std::vector<Facet>& facets) {
    Json list = Json::array();
    const auto add = [&](FacetField field, const std::string& value) {
        if (value.starts_with('#'))
            list.push_back({{"name", name_of_value(field, value, facets)},
                            {"address", entity_address(std::string_view(value).substr(1))}});
    };
    for (const std::string& org : form.orgs) add(FacetField::org, org);
    for (const std::string& official : form.officials) add(FacetField::official, official);
    const auto* entity = std::get_if<query::Entity>(&query.node);
    if (entity == nullptr) return list;
    if (entity->field == index::EntityField::org) add(FacetField::org, entity->text);
    if (entity->field == index::EntityField::official ||
        entity->field == index::EntityField::person)
        add(FacetField::official, entity->text);
    return list;
}

}  // namespace nutgraf::render
