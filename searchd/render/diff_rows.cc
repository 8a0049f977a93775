#include "searchd/render/diff_rows.h"

#include "searchd/render/html_fields.h"
#include "searchd/render/json.h"
#include "searchd/render/wrap.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace nutgraf::render {

namespace {

using search::DiffRow;
using search::MarkedText;

constexpr std::size_t sign_columns = 2;

Json side_to_json(const search::DiffSide& side) {
    Json record = {{"paragraph", side.paragraph}};
    record.update(to_json(side.text));
    return record;
}

Json diff_row_fields(const DiffRow& row) {
    Json fields = {{"kind", search::name_of(row.kind)}, {"before", false}, {"after", false}};
    if (row.kind == DiffRow::Kind::same) {
        fields["same"] = row.after->text.text;
        return fields;
    }
    if (row.before) fields["before"] = {{"pieces", segments(row.before->text)}};
    if (row.after) fields["after"] = {{"pieces", segments(row.after->text)}};
    return fields;
}

/// A text with something around each of its marks.
MarkedText with_signs(const MarkedText& marked, std::string_view before, std::string_view after) {
    MarkedText text;
    std::size_t at = 0;
    for (const search::Mark& mark : marked.marks) {
        text.text += marked.text.substr(at, mark.begin - at);
        text.text += before;
        text.text += marked.text.substr(mark.begin, mark.end - mark.begin);
        text.text += after;
        at = mark.end;
    }
    text.text += marked.text.substr(at);
    return text;
}

std::string paragraph(std::string_view sign, const MarkedText& text, const TerminalStyle& style) {
    return fmt::format("{} {}\n", sign, wrapped(text, {style.width, sign_columns, false}));
}

std::string row_text(const DiffRow& row, const TerminalStyle& style) {
    if (row.kind == DiffRow::Kind::same) return paragraph(" ", row.after->text, style);
    std::string text;
    if (row.before) text += paragraph("-", with_signs(row.before->text, "[-", "-]"), style);
    if (row.after) text += paragraph("+", with_signs(row.after->text, "{+", "+}"), style);
    return text;
}

}  // namespace

Json to_json(const std::vector<DiffRow>& rows) {
    Json list = Json::array();
    for (const DiffRow& row : rows) {
        list.push_back({{"kind", search::name_of(row.kind)}});
        if (row.before) list.back()["before"] = side_to_json(*row.before);
        if (row.after) list.back()["after"] = side_to_json(*row.after);
    }
    return list;
}

Json diff_fields(const std::vector<DiffRow>& rows) {
    Json list = Json::array();
    for (const DiffRow& row : rows) list.push_back(diff_row_fields(row));
    const auto same = std::ranges::count(rows, DiffRow::Kind::same, &DiffRow::kind);
    return {{"summary", fmt::format("{} of {} the same", same, counted(rows.size(), "paragraph"))},
            {"rows", std::move(list)}};
}

std::string to_terminal(const std::vector<DiffRow>& rows, const TerminalStyle& style) {
    std::string text;
    for (const DiffRow& row : rows) text += row_text(row, style);
    return text;
}

}  // namespace nutgraf::render
