#include "indexer/archive/key_bits.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_key_bits_test {

using nutgraf::archive::bits_of_key;

TEST_CASE("a key's bits are its digits") {
    CHECK(bits_of_key("0000000000000000") == 0);
    CHECK(bits_of_key("00000000000000ff") == 255);
    CHECK(bits_of_key("ffffffffffffffff") == 0xFFFF'FFFF'FFFF'FFFF);
}

}  // namespace nutgraf::tests::in_key_bits_test
