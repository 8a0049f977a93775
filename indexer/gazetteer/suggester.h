#pragma once

#include "analyzers/entities/analysis.h"
#include "analyzers/entities/block_reader.h"
#include "analyzers/entities/gazetteer.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::gazetteer {

/// An article in which names were recognised. Borrowed for the length of a call.
struct SeenArticle {
    std::string_view key;   ///< By which a reader finds it.
    std::string_view text;  ///< What the mentions are places of.
    const std::vector<entities::Mention>& mentions;
    std::optional<std::chrono::sys_days> published;
};

/// Proposes facts about those whom articles name often and the gazetteer does not know: their full
/// name, acronyms that stood for them, roles they were named with; and for organisations it does
/// know, acronyms it lacks. Borrows the gazetteer. Not thread-safe: one per thread.
class Suggester {
public:
    explicit Suggester(const entities::Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

    void add(const SeenArticle& article);

    /// At most `limit` blocks of those named in at least `min_articles` articles, the most often
    /// named first. What supports a block stands in its "note:"s. The compiler takes each, but
    /// somebody who knows is to read it first.
    std::vector<entities::Block> blocks(std::size_t min_articles, std::size_t limit) const;

private:
    struct Named {
        std::string id;
        bool is_person = false;
        bool is_known = false;
        std::string name;
        std::string example;  ///< Key of an article.
        std::uint64_t articles = 0;
        std::optional<std::chrono::sys_days> first;
        std::optional<std::chrono::sys_days> last;
        std::map<std::string, std::uint64_t> acronyms;  ///< Articles by form.
        std::map<std::string, std::uint64_t> roles;     ///< Articles by "role/country".
        std::map<std::string, std::uint64_t> countries;
    };

    /// What one article says of one.
    struct Sighting {
        std::set<std::string> acronyms;
        std::set<std::string> roles;
        std::set<std::string> countries;
    };

    void see(const entities::Mention& mention, const SeenArticle& article,
             std::map<std::string, Sighting>& seen);
    bool has_name(std::uint32_t entity, std::string_view name) const;
    entities::Block block(const Named& named) const;
    std::string free_id(const Named& named) const;

    const entities::Gazetteer& gazetteer_;
    std::map<std::string, Named> named_;  ///< By kind and name.
};

}  // namespace nutgraf::gazetteer
