#include "base/digest.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_digest_test {

using namespace nutgraf;

TEST_CASE("SHA-256 gives the values NIST publishes for FIPS 180-4") {
    struct Case {
        std::string bytes, expected;
    };
    const Case cases[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
        {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
         "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
         "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
        {std::string(1'000'000, 'a'),
         "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
        {std::string("\xBD", 1),
         "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"},
        {std::string(64, '\0'), "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.bytes.size());
        CHECK(hexadecimal(bytes_of(sha256(c.bytes))) == c.expected);
    }
}

TEST_CASE("bytes that come in parts have the digest of the whole") {
    const std::string bytes(1000, 'a');
    for (const std::size_t part : {1U, 63U, 64U, 65U, 999U, 1000U, 2000U}) {
        CAPTURE(part);
        DigestMaker maker;
        for (std::size_t at = 0; at < bytes.size(); at += part)
            maker.add(std::string_view(bytes).substr(at, part));
        CHECK(maker.digest() == sha256(bytes));
    }
    CHECK(DigestMaker().digest() == sha256(""));
}

TEST_CASE("a message's code is the one RFC 4231 publishes, and another key gives another") {
    CHECK(hexadecimal(bytes_of(hmac_sha256(std::string(20, '\x0B'), "Hi There"))) ==
          "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    CHECK(hexadecimal(bytes_of(hmac_sha256("Jefe", "what do ya want for nothing?"))) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(hmac_sha256("a", "text") != hmac_sha256("b", "text"));
    CHECK(hmac_sha256("", "").size() == 32);
}

TEST_CASE("secrets are equal when every byte is") {
    using namespace std::string_literals;
    CHECK(are_equal_secrets("", ""));
    CHECK(are_equal_secrets("a\0b"s, "a\0b"s));
    CHECK_FALSE(are_equal_secrets("a\0b"s, "a\0c"s));
    CHECK_FALSE(are_equal_secrets("abc", "ab"));
    CHECK_FALSE(are_equal_secrets("", "a"));
}

TEST_CASE("hexadecimal is lower case, two digits a byte") {
    using namespace std::string_literals;
    CHECK(hexadecimal("").empty());
    CHECK(hexadecimal("\0\x01\x0F\x10\x7F\x80\xAB\xFF"s) == "00010f107f80abff");
}

TEST_CASE("a digest as bytes is its 32 bytes in order") {
    Digest digest{};
    digest.front() = 'a';
    digest.back() = 0xFF;
    CHECK(bytes_of(digest) == "a" + std::string(30, '\0') + "\xFF");
}

}  // namespace nutgraf::tests::in_digest_test
