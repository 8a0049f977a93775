#include "indexer/index/entity_record.h"

#include <algorithm>

namespace nutgraf::index {

namespace {

std::uint32_t number_in(RecordFields& fields, std::uint64_t limit) {
    const std::uint64_t number = fields.number();
    if (number >= limit) fail_damaged_record();
    return static_cast<std::uint32_t>(number);
}

constexpr std::uint64_t any_number = std::uint64_t{1} << 32U;

void put_entity(std::string& bytes, const StoredEntity& entity) {
    put_text(bytes, entity.kind);
    put_text(bytes, entity.id);
    put_text(bytes, entity.name);
    put_number(bytes, entity.relevance);
}

StoredEntity entity_from(RecordFields& fields) {
    StoredEntity entity;
    entity.kind = fields.text();
    entity.id = fields.text();
    entity.name = fields.text();
    entity.relevance = static_cast<std::uint8_t>(number_in(fields, 101));
    return entity;
}

void put_mention(std::string& bytes, const StoredMention& mention) {
    put_number(bytes, mention.is_in_title ? 1 : 0);
    put_number(bytes, mention.begin);
    put_number(bytes, mention.end - mention.begin);
    put_number(bytes, mention.first_token);
    put_number(bytes, mention.last_token - mention.first_token);
    put_number(bytes, mention.entity);
    put_number(bytes, mention.terms);
}

StoredMention mention_from(RecordFields& fields, const StoredEntities& stored) {
    StoredMention mention;
    mention.is_in_title = number_in(fields, 2) == 1;
    mention.begin = number_in(fields, any_number);
    mention.end = mention.begin + number_in(fields, any_number - mention.begin);
    mention.first_token = number_in(fields, any_number);
    mention.last_token = mention.first_token + number_in(fields, any_number - mention.first_token);
    mention.entity = number_in(fields, stored.entities.size());
    mention.terms = number_in(fields, stored.term_sets.size());
    return mention;
}

}  // namespace

void put_entities(std::string& bytes, const StoredEntities& stored) {
    put_number(bytes, stored.entities.size());
    for (const StoredEntity& entity : stored.entities) put_entity(bytes, entity);
    put_number(bytes, stored.term_sets.size());
    for (const std::vector<std::string>& terms : stored.term_sets) {
        put_number(bytes, terms.size());
        for (const std::string& term : terms) put_text(bytes, term);
    }
    put_number(bytes, stored.mentions.size());
    for (const StoredMention& mention : stored.mentions) put_mention(bytes, mention);
    put_quotes(bytes, stored.quotes);
}

StoredEntities entities_from(RecordFields& fields) {
    StoredEntities stored;
    for (std::uint64_t entities = fields.count(); entities > 0; --entities)
        stored.entities.push_back(entity_from(fields));
    for (std::uint64_t sets = fields.count(); sets > 0; --sets) {
        std::vector<std::string>& terms = stored.term_sets.emplace_back();
        for (std::uint64_t left = fields.count(); left > 0; --left)
            terms.emplace_back(fields.text());
    }
    for (std::uint64_t mentions = fields.count(); mentions > 0; --mentions)
        stored.mentions.push_back(mention_from(fields, stored));
    stored.quotes = quotes_from(fields, {stored.entities.size(), stored.term_sets.size()});
    return stored;
}

std::string encoded_entities(const std::vector<StoredEntity>& entities) {
    std::string bytes;
    for (const StoredEntity& entity : entities) put_entity(bytes, entity);
    return bytes;
}

std::vector<StoredEntity> decoded_entities(std::string_view value) {
    std::vector<StoredEntity> entities;
    for (RecordFields fields(value); !fields.empty();) entities.push_back(entity_from(fields));
    return entities;
}

}  // namespace nutgraf::index
