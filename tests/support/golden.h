#pragma once

#include "base/file.h"
#include "tests/support/checkout.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

namespace nutgraf::tests {

/// Compares a text with a committed file below tests/golden; with NUTGRAF_GOLDEN=write puts it
/// there instead, and says that the test was skipped.
inline void check_golden(const std::filesystem::path& name, const std::string& text) {
    const std::filesystem::path file = checkout() / "tests/golden" / name;
    const char* const order = std::getenv("NUTGRAF_GOLDEN");
    if (order != nullptr && std::string_view(order) == "write") {
        std::filesystem::create_directories(file.parent_path());
        replace_file(file, text);
        MESSAGE("skipped: golden files rewritten");
        return;
    }
    CAPTURE(file);
    CHECK(text == (std::filesystem::exists(file) ? read_file(file) : ""));
}

}  // namespace nutgraf::tests
