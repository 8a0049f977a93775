#pragma once

#include <string>
#include <string_view>

namespace nutgraf::alerts {

/// A new secret that cannot be guessed: 256 random bits as 64 hexadecimal digits. Throws Error when
/// the system gives no random bits.
std::string new_token();

/// What is kept of a secret, from which it cannot be told: its SHA-256 in hexadecimal.
std::string kept_of_token(std::string_view token);

}  // namespace nutgraf::alerts
