#pragma once

#include "indexer/index/quote_record.h"
#include "indexer/index/record_fields.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::index {

/// An organisation or a person that an article names.
struct StoredEntity {
    std::string kind;            ///< "org", "official" or "person".
    std::string id;              ///< Of the gazetteer, or as `unlisted_id` has it.
    std::string name;            ///< As shown.
    std::uint8_t relevance = 0;  ///< 0 to 100: how much the article is about it.

    bool operator==(const StoredEntity&) const = default;
};

/// A place of an article where one is named.
struct StoredMention {
    bool is_in_title = false;  ///< In the title, or else in the text.
    std::uint32_t begin = 0;   ///< Bytes of that, [begin, end).
    std::uint32_t end = 0;
    std::uint32_t first_token = 0;  ///< Tokens of that, both included.
    std::uint32_t last_token = 0;
    std::uint32_t entity = 0;  ///< Which of the article's entities.
    std::uint32_t terms = 0;   ///< Which of its sets of terms.

    bool operator==(const StoredMention&) const = default;
};

/// The organisations and people of an article, and what they said.
struct StoredEntities {
    std::vector<StoredEntity> entities;   ///< The most relevant first.
    std::vector<StoredMention> mentions;  ///< Those in the title first, then by their place.
    /// Every set of entity terms that a mention or a quote is found by (schema.h), as the index
    /// holds them.
    std::vector<std::vector<std::string>> term_sets;
    std::vector<StoredQuote> quotes;  ///< Those in the title first, then by their place.

    bool operator==(const StoredEntities&) const = default;
};

/// Appends entities to a record, and takes them off it again. Reading throws Error for bytes that
/// are not of that form, and for a mention or a quote of an entity or of terms that are not there.
void put_entities(std::string& bytes, const StoredEntities& stored);
StoredEntities entities_from(RecordFields& fields);

/// A list of entities as the value of a slot, and back; an empty list is an empty value.
std::string encoded_entities(const std::vector<StoredEntity>& entities);
std::vector<StoredEntity> decoded_entities(std::string_view value);

}  // namespace nutgraf::index
