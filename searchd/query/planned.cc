#include "searchd/query/planned.h"

#include <algorithm>
#include <array>

namespace nutgraf::query {

namespace {

constexpr std::array<std::string_view, 1> fields = {"in"};

}  // namespace

bool is_planned_field(std::string_view name) {
    return std::ranges::find(fields, name) != fields.end();
}

}  // namespace nutgraf::query
