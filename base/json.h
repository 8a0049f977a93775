#pragma once

#include "base/expected.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace nutgraf {

/// A JSON value whose records keep the order in which their members were written.
using Json = nlohmann::ordered_json;

/// Why a text is not JSON we take: a whole sentence, and the byte it is about.
struct JsonError {
    std::size_t position = 0;  ///< Byte offset from 0; the text's size where its end was reached.
    std::string message;
};

/// Reads one JSON value and nothing after it but white space.
///
/// Refused beside malformed text: nesting deeper than 32 (nlohmann_json copies
/// and prints by recursion and would exhaust the stack), a member given twice in
/// one record (one of the two would be dropped), bytes that are not UTF-8.
Expected<Json, JsonError> parse_json(std::string_view text);

/// The value on one line; what is not UTF-8 is printed as U+FFFD, never thrown over.
std::string to_text(const Json& value);

/// The same value for an output that may be a terminal: what `visible` would show is escaped.
std::string to_visible_text(const Json& value);

}  // namespace nutgraf
