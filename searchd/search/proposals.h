#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace nutgraf::search {

/// Another text of a query, and how many articles it finds.
struct Correction {
    std::string text;
    std::uint64_t total = 0;

    bool operator==(const Correction&) const = default;
};

/// What a query that finds nothing can do without, and how many articles it finds then.
struct Relaxation {
    std::vector<std::string> clauses;  ///< That are left out, as they are printed; or none, and
    std::string filter;                ///< the filter that is: "source", "not_lang", "from".
    bool is_any = false;               ///< Nothing is left out: any of the words will do.
    std::string text;                  ///< The query's text without the clauses, or with OR.
    std::uint64_t total = 0;

    bool operator==(const Relaxation&) const = default;
};

/// What a query that is being typed may become.
struct Completion {
    std::string kind;   ///< "word", "title", or that of an entity: "org", "official", "person".
    std::string text;   ///< The word, the headline or the name.
    std::string query;  ///< The whole query it makes.
    std::uint32_t articles = 0;  ///< That hold the word or name the entity; 0 for a headline.

    bool operator==(const Completion&) const = default;
};

}  // namespace nutgraf::search
