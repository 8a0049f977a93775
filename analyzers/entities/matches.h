#pragma once

#include "analyzers/entities/facts.h"
#include "analyzers/entities/flag_set.h"
#include "analyzers/entities/reading.h"

#include <cstdint>
#include <span>
#include <vector>

namespace nutgraf::entities {

/// What a name of the gazetteer may be used for at one place of a text.
using Uses = FlagSet<Use, std::uint16_t>;

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

    /// Finds all names of a text, which the matches borrow until the next, and leaves a hint in it
    /// where they begin.
    void find(Reading& text);

    /// Those that begin at a word, the longest first.
    std::span<const Match> at(std::uint32_t word) const {
        return std::span(matches_).subspan(places_[word].first, places_[word].matches);
    }

    /// Whether any begins at a word.
    bool begins_at(std::uint32_t word) const { return places_[word].matches != 0; }

    /// The longest that begins at a word and has one of some uses; null when there is none.
    const Match* longest(std::uint32_t word, Uses uses) const {
        if (!places_[word].uses.has_any(uses)) return nullptr;
        for (const Match& match : at(word))
            if (match.uses.has_any(uses)) return &match;
        return nullptr;
    }

    /// What a match may mean, of some uses, without meanings written with other capitals.
    /// Overwrites `meanings`, whose memory is used again.
    void meanings(const Match& match, Uses uses, std::vector<Meaning>& meanings) const;

    /// Whether a match may have a meaning, as it is written.
    bool may_mean(const Match& match, const Sense& sense) const {
        return is_accepted(sense, match.first, match.last);
    }

    /// Whether a match means an organisation or a person that needs no evidence around it.
    bool is_certain(const Match& match) const;

    /// Whether a description of organisations ends at a word: "cybersecurity agency".
    bool ends_descriptor(std::uint32_t word) const { return ends_descriptor_[word] != 0; }

private:
    /// The matches that begin at a word.
    struct Place {
        std::uint32_t first = 0;
        std::uint16_t matches = 0;
        Uses uses;  // Of all of them.
    };

    bool may_begin_name(std::uint32_t word) const;
    void add(const NameMatch& found, std::uint32_t first);
    bool is_accepted(const Sense& sense, std::uint32_t first, std::uint32_t last) const;
    bool is_cut_from_compound(std::uint32_t first, std::uint32_t last) const;

    const Facts& facts_;
    Reading* text_ = nullptr;
    std::vector<Match> matches_;
    std::vector<Place> places_;  // By word.
    std::vector<NameMatch> found_;
    std::vector<std::uint8_t> ends_descriptor_;  // By word.
};

}  // namespace nutgraf::entities
