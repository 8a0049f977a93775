#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::entities {

/// What speaks for or against a run of words being an organisation or a person. What each is worth,
/// and why, stands in weights.tsv.
enum class Clue : std::uint8_t {
    // The words themselves.
    one_word,
    several_words,
    acronym,
    looks_like_person,
    first_name,
    known_surname,
    initials,
    particle,
    org_suffix,
    org_head,
    head_with_complement,
    ampersand,
    common_word,
    all_common,
    begins_with_place,
    has_place,
    other_head,
    too_long,
    // What the gazetteer says.
    listed,
    listed_as_word,
    listed_in_context,
    club_in_sport,
    plain_surname,
    ambiguous_word,
    capital_of_word,
    fits_country,
    calendar_word,
    // What stands around them.
    initial_position,
    inside_sentence,
    weak_line,
    after_role,
    after_honorific,
    after_the,
    after_a,
    after_descriptor,
    before_descriptor,
    described,
    after_place_possessive,
    before_say_verb,
    after_say_verb,
    after_in,
    after_at,
    before_company_role,
    beside_attached,
    shares,
    ticker,
    age,
    relative_clause,
    apposition,
    attribution,
    predicate,
    member_of,
    in_brackets_after_organisation,
    defined,
    after_time_word,
    before_number,
    before_base_verb,
    dateline,
    is_source,
    // What the rest of the article says.
    full_name_elsewhere,
    last_word_elsewhere,
    entity_elsewhere,
    seen_in_lower_case,
    role_of_person_elsewhere,
};

constexpr unsigned clue_count = static_cast<unsigned>(Clue::role_of_person_elsewhere) + 1;

/// A set of clues.
class Clues {
public:
    constexpr void add(Clue clue) { bits_ |= std::uint64_t{1} << static_cast<unsigned>(clue); }
    constexpr bool has(Clue clue) const { return (bits_ >> static_cast<unsigned>(clue) & 1U) != 0; }
    constexpr std::uint64_t bits() const { return bits_; }
    bool operator==(const Clues&) const = default;

private:
    std::uint64_t bits_ = 0;
};

static_assert(clue_count <= 64);

/// The sum of what some clues are worth, in log-odds.
double organisation_score(Clues clues);
double person_score(Clues clues);

/// Why a clue counts, and how much: positive speaks for it.
struct ClueReason {
    double worth = 0;
    std::string reason;  ///< For people.
};

/// What some clues say of an organisation or of a person: what counts most first, what counts
/// nothing left out.
std::vector<ClueReason> organisation_reasons(Clues clues);
std::vector<ClueReason> person_reasons(Clues clues);

/// 0 to 1 for a score: 0.5 at 0.
double confidence(double score);

}  // namespace nutgraf::entities
