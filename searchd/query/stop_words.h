#pragma once

#include <string_view>

namespace nutgraf::query {

/// Whether an English word in its caseless form stands in nearly every text or belongs to asking
/// rather than to what is asked for. Not among them are words that are names in capitals: "us",
/// "who", "may".
bool is_stop_word(std::string_view caseless);

}  // namespace nutgraf::query
