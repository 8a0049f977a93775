#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace nutgraf::search {

/// An organisation or a person that articles of an index name.
struct ColumnEntity {
    std::string kind;  ///< "org", "official" or "person".
    std::string id;
    std::string name;            ///< As the first article has it.
    std::uint32_t articles = 0;  ///< That name it.
};

/// What is counted of every article of one state of an index, by document: in memory, since to read
/// it from the index takes ten times as long. Immutable: may be shared between threads.
class Columns {
public:
    /// Reads the value slots, and the terms of roles. May throw what Xapian throws on reading.
    explicit Columns(const Xapian::Database& database);

    /// One more than the number of the last document.
    std::size_t size() const { return days_.size(); }

    // Of one document, which must be one of the index.

    /// Publication's first day, where it is known to the month at least.
    std::optional<std::chrono::sys_days> day(Xapian::docid document) const;
    /// First and last year of publication; 0 when undated.
    int first_year(Xapian::docid document) const { return first_years_[document]; }
    int last_year(Xapian::docid document) const { return last_years_[document]; }
    /// When it came into the index as it is.
    std::chrono::sys_seconds seen(Xapian::docid document) const { return seen_[document]; }
    /// Which of `sources`, `sections` and `langs`; 0, the empty one, for none.
    std::uint32_t source(Xapian::docid document) const { return source_column_[document]; }
    std::uint32_t section(Xapian::docid document) const { return section_column_[document]; }
    std::uint32_t lang(Xapian::docid document) const { return lang_column_[document]; }
    /// Which of `entities`, each once.
    std::span<const std::uint32_t> entities(Xapian::docid document) const;

    /// The documents that name somebody of a role, by its id; in their order.
    const std::map<std::string, std::vector<Xapian::docid>>& roles() const { return roles_; }

    const std::vector<std::string>& sources() const { return sources_; }
    const std::vector<std::string>& sections() const { return sections_; }
    const std::vector<std::string>& langs() const { return langs_; }
    const std::vector<ColumnEntity>& entities() const { return entities_; }

    /// How many articles of the index have a `day` in [first, end).
    std::uint64_t published_within(std::chrono::sys_days first, std::chrono::sys_days end) const;

    /// How many came in within [first, end).
    std::uint64_t seen_within(std::chrono::sys_seconds first, std::chrono::sys_seconds end) const;

private:
    void read_seen(const Xapian::Database& database);
    void read_days(const Xapian::Database& database);
    void read_entities(const Xapian::Database& database);
    void read_roles(const Xapian::Database& database);

    std::vector<std::chrono::sys_days> days_;  // `no_day` where there is none.
    std::vector<std::chrono::sys_days> sorted_days_;
    std::vector<std::chrono::sys_seconds> seen_;
    std::vector<std::chrono::sys_seconds> sorted_seen_;
    std::vector<std::int16_t> first_years_;
    std::vector<std::int16_t> last_years_;
    std::vector<std::uint32_t> source_column_;
    std::vector<std::uint32_t> section_column_;
    std::vector<std::uint32_t> lang_column_;
    std::vector<std::uint32_t> entity_ends_;  // Where a document's entities end in what follows.
    std::vector<std::uint32_t> entity_column_;
    std::vector<std::string> sources_;
    std::vector<std::string> sections_;
    std::vector<std::string> langs_;
    std::vector<ColumnEntity> entities_;
    std::map<std::string, std::vector<Xapian::docid>> roles_;
};

}  // namespace nutgraf::search
