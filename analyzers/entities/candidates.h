#pragma once

#include "analyzers/entities/draft.h"
#include "analyzers/entities/runs.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace nutgraf::entities {

/// Makes candidates of the pieces of an article: says where a name may begin and end, and notes
/// the clues in its own words. Not thread-safe: one per thread.
class CandidateFinder {
public:
    explicit CandidateFinder(Draft& draft) : draft_(draft), text_(draft.text) {}

    /// Fills the draft's candidates.
    void find();

private:
    using Items = std::span<const Item>;

    /// What the words of a candidate are, counted.
    struct NameWords {
        std::uint32_t common = 0;
        bool has_initials = false;
        bool has_head = false;
        bool may_be_person = false;
    };

    Items without_starter(Items items) const;
    void resolve(Items items);
    std::size_t end_of_body(Items items) const;
    bool is_saint(const Item& item) const;
    bool is_tail(const Item& item) const;
    bool has_head_inside(const Item& item) const;
    bool is_of_country(const Item& entity, const Item& place) const;
    void resolve_without_body(Items items);
    std::size_t resolve_entity(Items items, std::size_t at);
    void resolve_words(Items items, std::size_t begin, std::size_t end);
    bool is_first_name(const Item& item) const;
    static bool is_generational(std::string_view folded);
    Candidate& add(std::uint32_t first, std::uint32_t last, const Match* match);
    bool is_compound_of_words(std::uint32_t first, std::uint32_t last) const;
    void note_words(Candidate& candidate) const;
    bool is_surname_by_place(const Candidate& candidate, std::uint32_t at) const;
    NameWords read_name_words(Candidate& candidate) const;
    void note_heads(Candidate& candidate) const;
    void note_single_word(Candidate& candidate) const;
    void note_name_parts(Candidate& candidate) const;
    bool is_plain_surname(const Candidate& candidate) const;

    Draft& draft_;
    const Reading& text_;
    Piece piece_;
};

}  // namespace nutgraf::entities
