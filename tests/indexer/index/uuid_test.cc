#include "indexer/index/uuid.h"

#include <doctest/doctest.h>

#include <set>

namespace nutgraf::tests::in_uuid_test {

using namespace nutgraf::index;

TEST_CASE("a UUID has the form of version 4, and each is another") {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string uuid = new_uuid();
        CAPTURE(uuid);
        REQUIRE(uuid.size() == 36);
        for (std::size_t at = 0; at < uuid.size(); ++at) {
            const bool is_hyphen = at == 8 || at == 13 || at == 18 || at == 23;
            CHECK((uuid[at] == '-') == is_hyphen);
            if (!is_hyphen) CHECK(std::string("0123456789abcdef").find(uuid[at]) < 16);
        }
        CHECK(uuid[14] == '4');
        CHECK(std::string("89ab").find(uuid[19]) < 4);
        CHECK(seen.insert(uuid).second);
    }
}

}  // namespace nutgraf::tests::in_uuid_test
