#include "analyzers/text/stem_exceptions.h"

#include "analyzers/text/stem.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_stem_exceptions_test {

using namespace nutgraf;
using analyzers::Stemmer;

namespace {

std::string english_stem(const std::string& word) {
    static Stemmer stemmer("en");
    return std::string(stemmer.stem(word));
}

}  // namespace

TEST_CASE("English words of two meanings do not have one stem") {
    struct Case {
        std::string one, other;
    };
    const Case cases[] = {
        {"intern", "international"},
        {"internal", "international"},
        {"internship", "international"},
        {"organ", "organisation"},
        {"organic", "organization"},
        {"organ", "organized"},
        {"university", "universe"},
        {"universities", "universal"},
        {"news", "new"},
        {"policy", "police"},
        {"general", "generation"},
        {"generic", "general"},
        {"import", "important"},
        {"imports", "importance"},
        {"author", "authority"},
        {"authors", "authorities"},
        {"author", "authorized"},
        {"several", "sever"},
        {"severe", "several"},
        {"custom", "customer"},
        {"experience", "experiment"},
        {"conservative", "conservation"},
        {"business", "busy"},
        {"emerged", "emergency"},
        {"department", "depart"},
        {"departure", "departments"},
        {"apart", "apartment"},
        {"process", "procession"},
        {"even", "evening"},
        {"hospital", "hospitality"},
        {"opposite", "opposition"},
        {"competition", "competence"},
        {"compete", "competent"},
        {"content", "contentious"},
        {"converse", "conversion"},
        {"conversation", "conversion"},
        {"diverse", "diversion"},
        {"unit", "united"},
        {"units", "unite"},
        {"liberation", "liberal"},
        {"profess", "profession"},
        {"recess", "recession"},
        {"success", "succession"},
        {"ration", "rational"},
        {"position", "positive"},
        {"initial", "initiative"},
        {"respect", "respectively"},
        {"execution", "executive"},
        {"wit", "witness"},
        {"animation", "animal"},
        {"information", "informal"},
        {"iron", "ironic"},
        {"moral", "morale"},
        {"physical", "physics"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.one);
        CAPTURE(c.other);
        CHECK(english_stem(c.one) != english_stem(c.other));
    }
}

TEST_CASE("the forms of an English exception still meet") {
    struct Case {
        std::string one, other;
    };
    const Case cases[] = {
        {"university", "universities"},
        {"university", "university's"},
        {"universities", "universities'"},
        {"universe", "universal"},
        {"organisation", "organization"},
        {"organise", "organized"},
        {"organisers", "organizer"},
        {"organ", "organs"},
        {"international", "internationally"},
        {"intern", "interns"},
        {"authority", "authorities"},
        {"authorise", "authorization"},
        {"authorised", "authorized"},
        {"important", "importance"},
        {"import", "importer"},
        {"witness", "witnessed"},
        {"department", "departmental"},
        {"experiment", "experimental"},
        {"severe", "severity"},
        {"unite", "united"},
        {"nation", "national"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.one);
        CAPTURE(c.other);
        CHECK(english_stem(c.one) == english_stem(c.other));
    }
}

TEST_CASE("an exception holds in its language alone, and other words have none") {
    CHECK(analyzers::exceptional_stem("en", "university") == "university");
    CHECK(!analyzers::exceptional_stem("de", "university"));
    CHECK(!analyzers::exceptional_stem("", "university"));
    for (const char* word : {"", "'", "'s", "universe", "organis:", "#", "nothing"}) {
        CAPTURE(word);
        CHECK(!analyzers::exceptional_stem("en", word));
    }
}

}  // namespace nutgraf::tests::in_stem_exceptions_test
