#pragma once

#include "analyzers/entities/facts.h"
#include "analyzers/entities/reading.h"

#include <cstdint>
#include <span>
#include <vector>

namespace nutgraf::entities {

/// What a name of the gazetteer may be used for at one place of a text.
enum class Use : std::uint8_t {
    organisation,
    organisation_in_context,
    person,
    person_in_context,
    surname,
    given,
    member,  ///< "Republicans"
    party_adjective,
    place,
    place_adjective,
    role,
    role_plural,
    descriptor,
};

/// A set of uses.
class Uses {
public:
    constexpr Uses() = default;
    template <class... Rest>
    constexpr explicit Uses(Use first, Rest... rest) {
        add(first);
        (add(rest), ...);
    }
    constexpr void add(Use use) {
        bits_ = static_cast<std::uint16_t>(bits_ | 1U << static_cast<unsigned>(use));
    }
    constexpr bool has(Use use) const { return (bits_ >> static_cast<unsigned>(use) & 1U) != 0; }
    constexpr bool has_any(Uses uses) const { return (bits_ & uses.bits_) != 0; }
    constexpr bool empty() const { return bits_ == 0; }

private:
    std::uint16_t bits_ = 0;
};

/// A name of the gazetteer in a text, written as the gazetteer demands.
struct Match {
    std::uint32_t first = 0;  ///< Words, both included.
    std::uint32_t last = 0;
    Uses uses;
    std::span<const Sense> senses;  ///< Some may demand other capitals; see Matches::senses.

    std::uint32_t words() const { return last - first + 1; }
};

/// A meaning of a match.
struct Meaning {
    Use use = Use::organisation;
    const Sense* sense = nullptr;
};

/// Every name of the gazetteer in a text. Made anew by `find`; its memory is used again. Not
/// thread-safe: one per thread.
class Matches {
public:
    explicit Matches(const Facts& facts) : facts_(facts) {}

    /// Finds all names of a text, which the matches borrow until the next.
    void find(const Reading& text);

    /// Those that begin at a word, the longest first.
    std::span<const Match> at(std::uint32_t word) const {
        return std::span(matches_).subspan(begins_[word], begins_[word + 1] - begins_[word]);
    }

    /// Whether any begins at a word.
    bool begins_at(std::uint32_t word) const { return begins_[word] != begins_[word + 1]; }

    /// The longest that begins at a word and has one of some uses; null when there is none.
    const Match* longest(std::uint32_t word, Uses uses) const {
        for (const Match& match : at(word))
            if (match.uses.has_any(uses)) return &match;
        return nullptr;
    }

    /// What a match may mean, of some uses, without meanings written with other capitals.
    /// Overwrites `meanings`, whose memory is used again.
    void meanings(const Match& match, Uses uses, std::vector<Meaning>& meanings) const;

    /// Whether a match means an organisation or a person that needs no evidence around it.
    bool is_certain(const Match& match) const;

    /// Whether a description of organisations ends at a word: "cybersecurity agency".
    bool ends_descriptor(std::uint32_t word) const { return ends_descriptor_[word] != 0; }

private:
    void add(const NameMatch& found, std::uint32_t first);
    bool is_accepted(const Sense& sense, std::uint32_t first, std::uint32_t last) const;
    Use use_of(const Sense& sense) const;
    bool is_cut_from_compound(std::uint32_t first, std::uint32_t last) const;

    const Facts& facts_;
    const Reading* text_ = nullptr;
    std::vector<Match> matches_;
    std::vector<std::uint32_t> begins_;  // By word, into matches_; one more than words.
    std::vector<NameMatch> found_;
    std::vector<std::uint8_t> ends_descriptor_;  // By word.
};

}  // namespace nutgraf::entities
