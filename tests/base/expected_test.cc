#include "base/expected.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace nutgraf::tests::in_expected_test {

using namespace nutgraf;

namespace {

struct OddNumber {
    std::string message;
};

Expected<int, OddNumber> half(int number) {
    if (number % 2 != 0) return Unexpected{OddNumber{std::to_string(number) + " is odd."}};
    return number / 2;
}

}  // namespace

TEST_CASE("an Expected holds the value, or the reason there is none") {
    const auto value = half(6);
    CHECK(static_cast<bool>(value));
    CHECK(*value == 3);
    const auto failure = half(7);
    CHECK_FALSE(static_cast<bool>(failure));
    CHECK(failure.error().message == "7 is odd.");
}

TEST_CASE("reading the half that is not there throws") {
    auto value = half(6);
    auto failure = half(7);
    CHECK_THROWS_AS((void)value.error(), std::bad_variant_access);
    CHECK_THROWS_AS((void)*failure, std::bad_variant_access);
    CHECK_THROWS_AS((void)*std::as_const(failure), std::bad_variant_access);
    CHECK_THROWS_AS((void)failure.operator->(), std::bad_variant_access);
    CHECK_THROWS_AS((void)std::as_const(failure).operator->(), std::bad_variant_access);
    CHECK_THROWS_AS((void)*std::move(failure), std::bad_variant_access);
}

TEST_CASE("the value can be changed in place and reached into") {
    Expected<std::string, OddNumber> text = std::string("Gra");
    *text += "f";
    text->insert(0, "Nut");
    CHECK(*text == "NutGraf");
    CHECK(std::as_const(text)->size() == 7);
}

TEST_CASE("a value that cannot be copied can be moved in and out") {
    Expected<std::unique_ptr<int>, OddNumber> held = std::make_unique<int>(5);
    const std::unique_ptr<int> taken = *std::move(held);
    CHECK(*taken == 5);
}

TEST_CASE("a value and a failure made of the same words stay apart") {
    using Either = Expected<std::string, OddNumber>;
    CHECK(static_cast<bool>(Either(std::string("3 is odd."))));
    CHECK_FALSE(static_cast<bool>(Either(Unexpected{OddNumber{"3 is odd."}})));
}

}  // namespace nutgraf::tests::in_expected_test
