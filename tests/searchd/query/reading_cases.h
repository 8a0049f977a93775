#pragma once

#include "tests/searchd/query/reading.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

namespace nutgraf::tests {

/// A query's text, and what is printed when it has been read.
struct ReadingCase {
    std::string text, expected;
};

template <std::size_t size>
void check_readings(const ReadingCase (&cases)[size], const query::ParseOptions& options = {}) {
    for (const ReadingCase& c : cases) {
        CAPTURE(c.text);
        CHECK(reading(c.text, options) == c.expected);
    }
}

}  // namespace nutgraf::tests
