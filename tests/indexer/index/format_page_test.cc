#include "base/file.h"
#include "indexer/index/schema.h"
#include "tests/support/checkout.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace nutgraf::tests::in_format_page_test {

using namespace nutgraf;
using namespace nutgraf::index;

namespace {

std::string format_page() {
    return read_file(tests::checkout() / "docs" / "index-format.md");
}

std::string kind_name(FieldKind kind) {
    switch (kind) {
        case FieldKind::text:
            return "text";
        case FieldKind::name:
            return "name";
        case FieldKind::code:
            return "code";
        case FieldKind::key:
            return "key";
        case FieldKind::part:
            return "part";
        case FieldKind::address:
            return "address";
        case FieldKind::date:
            break;
    }
    return "date";
}

std::string printed(std::string_view prefix, std::string_view absent) {
    return prefix.empty() ? std::string(absent) : fmt::format(" `{}` ", prefix);
}

}  // namespace

TEST_CASE("the page on the index format names every field, prefix and kind of the schema") {
    const std::string page = format_page();
    for (const FieldRow& row : schema()) {
        const std::string line =
            fmt::format("| `{}` |{}|{}| {} |", row.name, printed(row.prefix, " none "),
                        printed(row.stem_prefix, "  "), kind_name(row.kind));
        CAPTURE(line);
        CHECK(page.find(line) != std::string::npos);
    }
}

TEST_CASE("the page on the index format names every value slot of the schema") {
    const std::string page = format_page();
    for (const SlotRow& row : slots()) {
        const std::string line = fmt::format(
            "| {} | `{}` | {} |", static_cast<std::uint32_t>(row.slot), row.name, row.help);
        CAPTURE(line);
        CHECK(page.find(line) != std::string::npos);
    }
}

TEST_CASE("the page on the index format names the format, and the terms that no query names") {
    const std::string page = format_page();
    CHECK(page.find(fmt::format("`format` ({})", format_version)) != std::string::npos);
    for (const std::string_view name : {sketch_prefix, line_prefix, line_source_prefix,
                                        line_metadata_prefix, story_metadata_prefix}) {
        CAPTURE(name);
        CHECK(page.find(fmt::format("`{}`", name)) != std::string::npos);
    }
}

TEST_CASE("the page on the index format names every kind of entity term") {
    const std::string page = format_page();
    for (const EntityRow& row : entity_schema()) {
        const std::string line = fmt::format("| `{}` | `{}` | {} | {} |", row.name, row.prefix,
                                             row.has_positions ? "yes" : "no", row.help);
        CAPTURE(line);
        CHECK(page.find(line) != std::string::npos);
    }
}

}  // namespace nutgraf::tests::in_format_page_test
