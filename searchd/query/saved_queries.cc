#include "searchd/query/saved_queries.h"

#include "searchd/query/parts.h"
#include "searchd/query/print.h"

#include <variant>

namespace nutgraf::query {

namespace {

void append_saved(const Query& query, std::string& text) {
    if (const auto* saved = std::get_if<Saved>(&query.node)) {
        text += saved->name + "\n" + to_text(saved->part.front()) + "\n";
        return;
    }
    for (const Query& part : parts_of(query)) append_saved(part, text);
}

}  // namespace

std::string saved_in(const Query& query) {
    std::string text;
    append_saved(query, text);
    return text;
}

}  // namespace nutgraf::query
