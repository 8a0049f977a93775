#pragma once

#include "indexer/gazetteer/known.h"
#include "indexer/gazetteer/record.h"

#include <string>
#include <string_view>

namespace nutgraf::gazetteer {

/// What becomes of a name.
enum class Passage : std::uint8_t {
    name,     ///< Is found always.
    acronym,  ///< Is found only written exactly so.
    context,  ///< Is found with evidence beside it.
    refused,
};

/// The answer of the gate, with the name as a block may have it.
struct Passed {
    Passage passage = Passage::refused;
    std::string text;
    std::string_view reason;  ///< Why it was refused, as a phrase; empty else.
};

/// Keeps names out that would be found where nobody is meant: every importer's names pass here
/// (docs/gazetteer.md). Immutable: may be shared between threads. Borrows what is known.
class Gate {
public:
    explicit Gate(const Known& known) : known_(known) {}

    /// `kind` is whose name it is: a single word is never a person's name alone.
    Passed passed(const ImportedName& name, entities::EntityKind kind) const;

    /// The same for the name a record is shown by: refused only if no block can have it, since
    /// where others are too short or too common it needs evidence.
    Passed passed_as_shown(const ImportedName& name, entities::EntityKind kind) const;

    /// Whether a surname may stand for its bearer once the article has named them in full: one
    /// that is a common word may not, unless a lexicon lists it as ambiguous.
    bool may_stand_alone(std::string_view surname) const;

private:
    bool is_common(const std::string& folded) const;

    const Known& known_;
};

}  // namespace nutgraf::gazetteer
