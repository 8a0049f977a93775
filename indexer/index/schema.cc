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
    FieldRow{Field::seen, "seen", "", "", FieldKind::date, "the day it was taken into the index"},
    FieldRow{Field::lead, "lead", "", "", FieldKind::part, "the headline and the first paragraph"},
    FieldRow{Field::wire, "wire", "XWIRE", "", FieldKind::name, "the agency that sent it"},
    FieldRow{Field::url, "url", "U", "", FieldKind::address, "the site, or how the address begins"},
    FieldRow{Field::furniture, "furniture", "XB", "", FieldKind::name,
             "what was on the page and is not of the article"},
};

constexpr std::array entity_rows = {
    EntityRow{EntityField::org, "org", "XO", true, "an organisation, under any of its names"},
    EntityRow{EntityField::official, "official", "XF", true, "an official, under any name or role"},
    EntityRow{EntityField::person, "person", "XN", true, "a person, official or not"},
    EntityRow{EntityField::role, "role", "XR", true, "an office or role of somebody named"},
    EntityRow{EntityField::party, "party", "XP", true, "the party of somebody named"},
    EntityRow{EntityField::state, "state", "XT", true, "the state somebody named sits for"},
    EntityRow{EntityField::country, "country", "XC", true, "the country of somebody's office"},
    EntityRow{EntityField::kind, "kind", "XK", false, "a kind of organisation: company, ministry"},
    EntityRow{EntityField::under, "under", "XU", false, "an organisation or a body under it"},
    EntityRow{EntityField::about, "about", "XA", false, "whom the article is about"},
    EntityRow{EntityField::said, "said", "XS", true, "who said the words that stand there"},
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
    SlotRow{Slot::entities, "entities", "organisations and people it names, with their relevance"},
    SlotRow{Slot::section, "section", "the section as written"},
    SlotRow{Slot::story, "story", "its story, and whether it is the first; absent without copies"},
    SlotRow{Slot::announced, "announced", "sequence number of the last change that alerts look at"},
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

std::span<const EntityRow> entity_schema() {
    return entity_rows;
}

const EntityRow& row_of(EntityField field) {
    return entity_rows.at(static_cast<std::size_t>(field));
}

const EntityRow* entity_row_named(std::string_view name) {
    const auto* row = std::ranges::find(entity_rows, name, &EntityRow::name);
    return row == entity_rows.end() ? nullptr : row;
}

std::span<const SlotRow> slots() {
    return slot_rows;
}

}  // namespace nutgraf::index
