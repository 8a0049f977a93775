// As json.hpp, for the tests.

#include "base/precompiled/json.hpp"

#include <doctest/doctest.h>
