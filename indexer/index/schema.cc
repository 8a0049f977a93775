#include "indexer/index/schema.h"

#include <algorithm>
#include <array>

namespace nutgraf::index {

namespace {

constexpr std::array rows = {
    FieldRow{Field::title, "title", "S", "ZS", FieldKind::text, "words of the headline"},
    FieldRow{Field::body, "body", "", "Z", FieldKind::text, "words of the text below the headline"},
    FieldRow{Field::source, "source", "XSRC", "", FieldKind::name, "the paper or agency"},
    FieldRow{Field::by, "by", "A", "", FieldKind::name, "the byline"},
    FieldRow{Field::section, "section", "XSECT", "", FieldKind::name, "the section of the paper"},
    FieldRow{Field::lang, "lang", "L", "", FieldKind::code, "the language, as an ISO 639 code"},
    FieldRow{Field::id, "id", "Q", "", FieldKind::key, "the archive's id of the article"},
    FieldRow{Field::date, "date", "", "", FieldKind::date, "the day, month or year of publication"},
};

constexpr std::array slot_rows = {
    SlotRow{Slot::published_from, "published_from",
            "first day of publication; absent when undated"},
    SlotRow{Slot::published_to, "published_to", "last day of publication"},
    SlotRow{Slot::source, "source", "the source as written"},
    SlotRow{Slot::lang, "lang", "ISO 639 code of the language"},
    SlotRow{Slot::sequence, "sequence", "sequence number of the last change"},
    SlotRow{Slot::digest, "digest", "SHA-256 of the article"},
    SlotRow{Slot::seen, "seen", "instant of ingestion"},
};

}  // namespace

std::span<const FieldRow> schema() {
    return rows;
}

const FieldRow& row_of(Field field) {
    return rows.at(static_cast<std::size_t>(field));
}

const FieldRow* row_named(std::string_view name) {
    const auto* row = std::ranges::find(rows, name, &FieldRow::name);
    return row == rows.end() ? nullptr : row;
}

std::span<const SlotRow> slots() {
    return slot_rows;
}

}  // namespace nutgraf::index
