#include "indexer/gazetteer/gate.h"

#include "tests/indexer/gazetteer/known_facts.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_gate_test {

using namespace nutgraf;
using namespace nutgraf::gazetteer;
using entities::EntityKind;

TEST_CASE("a name passes the gate by its words") {
    struct Case {
        std::string text;
        Passage passage;
        EntityKind kind = EntityKind::organisation;
        NameUse use = NameUse::full;
    };
    const std::vector<Case> cases = {
        {"Bornwell Foundation", Passage::name},
        {"Bornwell", Passage::name},
        {"Zarnitsa-Bank", Passage::name},
        {"BITID", Passage::acronym},
        {"TIDE", Passage::acronym},
        {"Зарница", Passage::name},
        {"Ann Doe", Passage::name, EntityKind::person},
        // A word, or words only, a country, or the letters of much else.
        {"Steel", Passage::context},
        {"STEEL", Passage::context},
        {"General Company", Passage::context},
        {"France", Passage::context},
        {"NSA", Passage::context},
        {"SP", Passage::context},
        {"Tier", Passage::context, EntityKind::organisation, NameUse::acronym},
        {"AfD", Passage::context, EntityKind::organisation, NameUse::acronym},
        {"Bornwell Foundation", Passage::context, EntityKind::organisation, NameUse::weak},
        // Nothing to be found by.
        {"Ilves", Passage::refused, EntityKind::person},
        {"Gap", Passage::refused},
        {"X", Passage::refused},
        {"member of parliament", Passage::refused},
        {"...", Passage::refused},
        {"", Passage::refused},
        {"Left | Right", Passage::refused},
        {"Group #1", Passage::refused},
        {std::string(400, 'A') + " B", Passage::refused},
    };
    const Gate gate(tests::small_known());
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const Passed passed = gate.passed({c.text, {}, c.use}, c.kind);
        CHECK(static_cast<int>(passed.passage) == static_cast<int>(c.passage));
        CHECK((passed.passage == Passage::refused) == !passed.reason.empty());
    }
}

TEST_CASE("the shown name of a record passes with evidence if it does not without") {
    const Gate gate(tests::small_known());
    for (const std::string text : {"Gap", "X", "Pelé", "member of parliament"}) {
        CAPTURE(text);
        const Passed passed = gate.passed_as_shown({text, {}, {}}, EntityKind::person);
        CHECK(static_cast<int>(passed.passage) == static_cast<int>(Passage::context));
    }
    const Passed nothing = gate.passed_as_shown({"...", {}, {}}, EntityKind::person);
    CHECK(static_cast<int>(nothing.passage) == static_cast<int>(Passage::refused));
}

TEST_CASE("a surname that is a word stands alone only if it is listed as ambiguous") {
    const Gate gate(tests::small_known());
    CHECK(gate.may_stand_alone("Doerr"));
    CHECK(gate.may_stand_alone("May"));
    CHECK_FALSE(gate.may_stand_alone("Young"));
}

}  // namespace nutgraf::tests::in_gate_test
