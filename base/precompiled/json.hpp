// As standard.hpp, for the rooms that also handle JSON records.

#include "base/precompiled/standard.hpp"

#include <nlohmann/json.hpp>
