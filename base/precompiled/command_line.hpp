// As json.hpp, for the files that read command lines.

#include "base/precompiled/json.hpp"

#include <CLI/CLI.hpp>
