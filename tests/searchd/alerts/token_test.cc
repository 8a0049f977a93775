#include "searchd/alerts/token.h"

#include <doctest/doctest.h>

#include <set>

namespace nutgraf::tests::in_token_test {

using namespace nutgraf;

TEST_CASE("secrets have 256 bits and never come twice") {
    std::set<std::string> tokens;
    for (int i = 0; i < 1000; ++i) {
        const std::string token = alerts::new_token();
        CHECK(token.size() == 64);
        CHECK(token.find_first_not_of("0123456789abcdef") == std::string::npos);
        tokens.insert(token);
    }
    CHECK(tokens.size() == 1000);
}

TEST_CASE("what is kept of a secret is its SHA-256") {
    CHECK(alerts::kept_of_token("abc") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace nutgraf::tests::in_token_test
