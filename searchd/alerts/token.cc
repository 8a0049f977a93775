#include "searchd/alerts/token.h"

#include "base/digest.h"
#include "base/error.h"

#include <sys/random.h>

namespace nutgraf::alerts {

std::string new_token() {
    constexpr std::size_t bytes = 32;
    std::string secret(bytes, '\0');
    // As few bytes as these come whole, and no signal interrupts (getrandom(2)).
    if (::getrandom(secret.data(), secret.size(), 0) != static_cast<ssize_t>(secret.size()))
        throw Error("The system gives no random numbers to make a secret of.");
    return hexadecimal(secret);
}

std::string kept_of_token(std::string_view token) {
    return hexadecimal(bytes_of(sha256(token)));
}

}  // namespace nutgraf::alerts
