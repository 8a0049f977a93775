#pragma once

#include "searchd/http/request.h"

#include <chrono>
#include <string>
#include <string_view>

namespace nutgraf::http {

/// Throws Problem 403 when a browser says that a page of another site has caused the request
/// (Sec-Fetch-Site, Origin). Other programs say nothing, and pass.
void refuse_foreign(const Request& request);

/// Knows the forms that this process itself has sent: each carries a token that no other site can
/// read or make. Thread-safe.
class FormGuard {
public:
    /// How long a form that was sent may be used.
    static constexpr std::chrono::hours lifetime{12};

    /// The name of the token's field.
    static constexpr std::string_view field = "form_token";

    /// Makes a new secret; forms of other processes are refused. Throws Error when the system gives
    /// no random bits.
    FormGuard();

    /// The token of a form that is sent now.
    std::string token(std::chrono::sys_seconds now) const;

    /// Whether a token is one that was given out within the lifetime.
    bool is_own(std::string_view token, std::chrono::sys_seconds now) const;

private:
    std::string key_;
};

}  // namespace nutgraf::http
