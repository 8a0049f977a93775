#pragma once

#include "base/error.h"

#include <fmt/format.h>
#include <xapian.h>

#include <filesystem>
#include <string_view>

namespace nutgraf::index {

/// Calls `call`, and turns a failure of Xapian's into an Error that says what was being done to
/// which database. DatabaseModifiedError goes through: a reader answers it by reopening.
template <class Call>
auto translating_xapian_errors(std::string_view doing, const std::filesystem::path& path,
                               const Call& call) {
    try {
        return call();
    } catch (const Xapian::DatabaseModifiedError&) {
        throw;
    } catch (const Xapian::Error& error) {
        throw Error(
            fmt::format("The index database \"{}\" could not be {}: {}{}{}.", path.string(), doing,
                        error.get_msg(), error.get_error_string() != nullptr ? ": " : "",
                        error.get_error_string() != nullptr ? error.get_error_string() : ""));
    }
}

}  // namespace nutgraf::index
