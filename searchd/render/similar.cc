#include "searchd/render/similar.h"

#include "base/utf8.h"
#include "searchd/render/json.h"

#include <fmt/format.h>

#include <utility>

namespace nutgraf::render {

Json to_json(const search::SimilarHit& similar) {
    Json record = to_json(similar.hit);
    Json entities = Json::array();
    for (const index::StoredEntity& entity : similar.entities)
        entities.push_back({{"kind", entity.kind},
                            {"id", entity.id},
                            {"name", entity.name},
                            {"relevance", entity.relevance}});
    record["shared"] = {{"words", similar.words}, {"entities", std::move(entities)}};
    return record;
}

Json to_json(const search::SimilarArticles& similar) {
    Json hits = Json::array();
    for (const search::SimilarHit& hit : similar.hits) hits.push_back(to_json(hit));
    return {{"version", 1},
            {"article", {{"id", similar.id}, {"key", similar.key}, {"title", similar.title}}},
            {"hits", std::move(hits)},
            {"copies", similar.copies},
            {"index", {{"revision", similar.revision}, {"articles", similar.articles}}}};
}

std::string shared_words(const search::SimilarHit& similar) {
    std::string shared;
    const auto add = [&](const std::string& text) {
        shared.append(shared.empty() ? "" : ", ").append(text);
    };
    for (const index::StoredEntity& entity : similar.entities) add(entity.name);
    for (const std::string& word : similar.words) add(word);
    return shared;
}

std::string to_terminal(const search::SimilarHit& similar, std::size_t number,
                        const TerminalStyle& style) {
    constexpr std::string_view indent = "    ";
    return to_terminal(similar.hit, number, style) +
           fmt::format("{}shares {}\n", indent, visible(shared_words(similar)));
}

}  // namespace nutgraf::render
