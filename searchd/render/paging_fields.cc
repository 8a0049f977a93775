#include "searchd/render/paging_fields.h"

#include "searchd/render/html_fields.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::render {

namespace {

using search::Results;

constexpr std::size_t reachable_hits = 10'000;

/// Where the page before this one begins; from beyond the end, the last page that holds hits.
std::size_t previous_offset(const SearchPage& page, const Results& results) {
    const std::size_t limit = std::max<std::size_t>(page.form.limit, 1);
    const std::size_t end = std::min<std::size_t>(results.stories, reachable_hits);
    if (page.offset < end) return page.offset - std::min(page.offset, limit);
    return (end - 1) / limit * limit;
}

}  // namespace

std::string range_text(const SearchPage& page, const Results& results) {
    if (results.hits.empty()) return {};
    return fmt::format("{}–{} of {}", grouped(page.offset + 1),
                       grouped(page.offset + results.hits.size()), grouped(results.stories));
}

Json paging_fields(const SearchPage& page, const Results& results) {
    const std::size_t next = page.offset + results.hits.size();
    const bool has_previous = page.offset > 0 && results.stories > 0;
    const bool goes_on = next < results.stories && !results.hits.empty();
    if (!has_previous && !goes_on) return false;
    Json fields = {
        {"previous", ""}, {"next", ""}, {"where", range_text(page, results)}, {"limit_note", ""}};
    if (has_previous)
        fields["previous"] = search_address(page.form, previous_offset(page, results));
    if (goes_on && next < reachable_hits)
        fields["next"] = search_address(page.form, next);
    else if (goes_on)
        fields["limit_note"] = fmt::format(
            "Only the first {} hits can be paged through. Add a word, a source or dates to see "
            "the others, or turn the order round.",
            grouped(reachable_hits));
    return fields;
}

}  // namespace nutgraf::render
