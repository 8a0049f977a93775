#pragma once

#include "analyzers/entities/gazetteer.h"
#include "indexer/index/schema.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::query {

/// One thing that a name may mean.
struct Meaning {
    std::vector<std::string> terms;  ///< Of the index.
    std::string name;                ///< As shown.
    std::string choice;              ///< What to write for it alone: "#eu-commission", "gb".

    bool operator==(const Meaning&) const = default;
};

/// Asks a gazetteer what the names in a query mean. Borrows it. Not thread-safe: one per thread.
class EntityNames {
public:
    explicit EntityNames(const entities::Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

    /// All that a name, a code or, behind "#", an id means under a field; each once. Empty when the
    /// gazetteer has nothing of that kind.
    std::vector<Meaning> meanings(index::EntityField field, std::string_view text);

    /// The name under that field that is most like a text; empty when none is. What is looked
    /// through is much: only the first few calls look.
    std::string most_like(index::EntityField field, std::string_view text);

private:
    using Meanings = std::vector<Meaning>;

    Meanings organisations(index::EntityField field, std::string_view text) const;
    Meanings subjects(std::string_view text) const;
    Meanings people(index::EntityField field, std::string_view text) const;
    Meanings speakers(std::string_view text);
    Meanings roles(std::string_view text) const;
    Meanings role_pairs(std::string_view role, std::string_view party);
    Meanings parties(std::string_view text);
    Meanings countries(std::string_view text) const;
    Meanings states(std::string_view text) const;
    Meanings kinds(std::string_view text);
    Meanings of_id(index::EntityField field, std::string_view id) const;
    Meaning role_of(const entities::Sense& sense) const;
    void look_through();

    const entities::Gazetteer& gazetteer_;
    bool is_looked_through_ = false;
    std::vector<std::pair<std::string, std::uint32_t>> letters_;  // Of parties, small; and which.
    std::vector<std::uint32_t> parties_;
    std::vector<std::string> kinds_;  // Sorted.
    int looks_ = 0;
};

}  // namespace nutgraf::query
