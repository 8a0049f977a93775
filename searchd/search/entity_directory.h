#pragma once

#include "searchd/search/columns.h"
#include "searchd/search/entity_facts.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nutgraf::search {

/// The organisations and people that the articles of one state of an index name: what the columns
/// count by kind, a person who is an official in some articles only being one here. Immutable: may
/// be shared between threads.
class EntityDirectory {
public:
    /// Borrows its texts from the columns.
    struct Entry {
        std::string_view kind;  ///< "org", "official" where any article has them so, or "person".
        std::string_view id;
        std::string_view name;
        std::uint32_t articles = 0;  ///< That name it.
        /// Whether every one of those has it as an official.
        bool is_always_official = false;
    };

    explicit EntityDirectory(std::shared_ptr<const Columns> columns);

    /// Those that most articles name first, then by name. They live as long as the directory.
    const std::vector<Entry>& entries() const { return entries_; }

    /// The organisation of an id, for the kind "org", or else the person; null where no article
    /// names it. Without a kind the one of both that more articles name.
    const Entry* entry(std::string_view id, std::string_view kind) const;
    const Entry* entry(std::string_view id) const;

    /// How many of some documents name each, by the entries.
    std::vector<std::uint32_t> counts(std::span<const Xapian::docid> documents) const;

private:
    void add(const ColumnEntity& entity);
    void sort();

    std::shared_ptr<const Columns> columns_;
    std::vector<Entry> entries_;
    std::vector<std::uint32_t> entry_of_column_;  // By the entities of the columns.
    std::unordered_map<std::string_view, std::uint32_t> organisations_;  // By id.
    std::unordered_map<std::string_view, std::uint32_t> people_;
};

/// What the gazetteer, which may be null, knows of an entry besides its kind; else the entry alone.
EntityBrief brief_of(const EntityDirectory::Entry& entry, const entities::Gazetteer* gazetteer);

}  // namespace nutgraf::search
