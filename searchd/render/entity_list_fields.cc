#include "searchd/render/entity_fields.h"
#include "searchd/render/html_fields.h"
#include "searchd/render/links.h"

#include <fmt/format.h>

#include <array>

namespace nutgraf::render {

namespace {

struct KindChoice {
    std::string_view value;
    std::string_view label;
};

constexpr std::array kind_choices = {KindChoice{"", "any"}, KindChoice{"org", "organisations"},
                                     KindChoice{"official", "officials"},
                                     KindChoice{"person", "other people"}};

Json kind_fields(std::string_view chosen) {
    Json list = Json::array();
    for (const KindChoice& choice : kind_choices)
        list.push_back({{"value", choice.value},
                        {"label", choice.label},
                        {"is_chosen", choice.value == chosen}});
    return list;
}

Json row_fields(const search::CountedEntity& counted) {
    const std::string description = described(counted.brief);
    return {{"address", entity_address(counted.brief.id)},
            {"name", counted.brief.name},
            {"described",
             description.empty() ? std::string(kind_in_words(counted.brief.kind)) : description},
            {"count", grouped(counted.articles)}};
}

/// The address of another page of the same list.
std::string address_from(const search::EntityListRequest& wanted, std::size_t offset) {
    std::string address = "/entities?q=" + percent_encoded(wanted.text);
    if (!wanted.kind.empty()) address += "&kind=" + percent_encoded(wanted.kind);
    if (wanted.limit != search::EntityListRequest{}.limit)
        address += fmt::format("&limit={}", wanted.limit);
    return offset == 0 ? address : address + fmt::format("&offset={}", offset);
}

/// False where all fits on one page.
Json paging_of(const EntityListPage& page) {
    constexpr std::size_t reachable = 10'000;
    const search::EntityListRequest& wanted = page.wanted;
    const std::size_t end = wanted.offset + page.list.entities.size();
    const bool has_next = end < page.list.total && end <= reachable;
    if (wanted.offset == 0 && !has_next) return false;
    const std::size_t before =
        wanted.offset > wanted.limit ? wanted.offset - wanted.limit : std::size_t{0};
    return {{"previous", wanted.offset == 0 ? "" : address_from(wanted, before)},
            {"next", has_next ? address_from(wanted, end) : ""},
            {"where", page.list.entities.empty()
                          ? ""
                          : fmt::format("{}–{}", grouped(wanted.offset + 1), grouped(end))}};
}

bool is_looked_for(const EntityListPage& page) {
    return page.wanted.text.find_first_not_of(" \t\r\n") != std::string::npos;
}

std::string heading_of_list(const EntityListPage& page) {
    if (!is_looked_for(page)) return "Organisations and people";
    if (page.list.total == 0) return "Nobody is called so";
    return fmt::format("{} found", grouped(page.list.total));
}

}  // namespace

Json entity_list_fields(const EntityListPage& page) {
    Json rows = Json::array();
    for (const search::CountedEntity& counted : page.list.entities)
        rows.push_back(row_fields(counted));
    return {{"page_title", "Organisations and people – Nutgraf"},
            {"page_class", "list entities"},
            {"form", form_fields({})},
            {"heading", heading_of_list(page)},
            {"is_looked_for", is_looked_for(page)},
            {"name", page.wanted.text},
            {"kinds", kind_fields(page.wanted.kind)},
            {"has_rows", !rows.empty()},
            {"rows", std::move(rows)},
            {"paging", paging_of(page)}};
}

}  // namespace nutgraf::render
