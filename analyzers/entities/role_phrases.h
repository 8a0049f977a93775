#pragma once

#include "analyzers/entities/draft.h"
#include "analyzers/entities/named_offices.h"
#include "analyzers/entities/role_lead.h"

#include <array>
#include <cstdint>
#include <vector>

namespace nutgraf::entities {

/// A role with the words that belong to it: "former US Deputy Assistant Secretary for Cyber ...".
struct RolePhrase {
    std::uint32_t first = 0;       ///< Its first modifier; the role itself when there is none.
    std::uint32_t role_first = 0;  ///< The role.
    std::uint32_t role_last = 0;
    std::uint32_t last = 0;        ///< With its complement: "of France", "at the foreign ministry".
    const Match* match = nullptr;  ///< Of the role.
    Article article = Article::absent;
    Title title;
    bool is_plural = false;
    bool has_complement = false;
    bool is_attached = false;  ///< To a name.
    /// "defense and foreign secretaries": words that stand for further roles, in order.
    std::array<std::uint32_t, RoleLead::most_modifiers> modifiers{};
    std::size_t modifier_count = 0;
};

/// Finds the role phrases of an article, in order. Linear in the text. Not thread-safe: one per
/// thread.
class RolePhraseFinder {
public:
    explicit RolePhraseFinder(const Draft& draft)
        : draft_(draft), text_(draft.text), lead_(draft), offices_(draft) {}

    /// Overwrites `phrases`, whose memory is used again.
    void find(std::vector<RolePhrase>& phrases);

private:
    const Match* role_at(std::uint32_t at) const;
    RolePhrase phrase(const Match& role);
    void read_complement(RolePhrase& phrase) const;
    std::uint32_t read_noun_phrase(std::uint32_t at, Title& title) const;
    bool continues_subject(std::uint32_t at) const;
    void choose_role(RolePhrase& phrase);

    const Draft& draft_;
    const Reading& text_;
    RoleLead lead_;
    OfficeCounter offices_;
    mutable std::vector<Meaning> meanings_;
};

/// The role that some words name, of any country: "defence secretary". Empty when they name none.
Title title_named(const Gazetteer& gazetteer, std::string_view words);

}  // namespace nutgraf::entities
