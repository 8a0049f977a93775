#pragma once

#include "base/date.h"
#include "indexer/index/entity_record.h"
#include "indexer/index/schema.h"
#include "indexer/index/terms.h"

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace nutgraf::tests {

/// What the value slots of an article hold; `published` is an ISO date, or two with ".." between.
struct Valued {
    std::string published;
    std::string source = "Courier";
    std::string lang = "en";
    std::vector<index::StoredEntity> entities = {};
    std::string section = {};
    std::vector<std::string> roles = {};  ///< As their terms have them.
    std::uint64_t seen = 0;               ///< Instant of ingestion, Unix seconds.
};

inline Xapian::Document document_of(const Valued& valued) {
    Xapian::Document document;
    const auto put = [&](index::Slot slot, const std::string& value) {
        document.add_value(static_cast<Xapian::valueno>(slot), value);
    };
    if (!valued.published.empty()) {
        const auto dots = valued.published.find("..");
        const std::string last =
            dots == std::string::npos ? valued.published : valued.published.substr(dots + 2);
        const auto first_days = parse_day_span(valued.published.substr(0, dots));
        put(index::Slot::published_from, index::encoded_day(first_days->first));
        put(index::Slot::published_to, index::encoded_day(parse_day_span(last)->last));
    }
    put(index::Slot::source, valued.source);
    put(index::Slot::lang, valued.lang);
    if (!valued.section.empty()) put(index::Slot::section, valued.section);
    put(index::Slot::seen, index::encoded_number(valued.seen));
    for (const std::string& role : valued.roles)
        document.add_boolean_term(index::entity_term(index::EntityField::role, role));
    put(index::Slot::entities, index::encoded_entities(valued.entities));
    return document;
}

/// A database in memory whose documents, from 1 on, have these values and roles, and no other
/// terms.
inline Xapian::Database valued_database(const std::vector<Valued>& all) {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    for (const Valued& valued : all) database.add_document(document_of(valued));
    database.commit();
    return database;
}

/// The numbers of so many documents.
inline std::vector<Xapian::docid> documents_up_to(Xapian::docid last) {
    std::vector<Xapian::docid> documents;
    for (Xapian::docid document = 1; document <= last; ++document) documents.push_back(document);
    return documents;
}

}  // namespace nutgraf::tests
