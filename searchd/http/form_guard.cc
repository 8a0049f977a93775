#include "searchd/http/form_guard.h"

#include "base/digest.h"
#include "searchd/alerts/token.h"
#include "searchd/http/problem.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace nutgraf::http {

namespace {

/// "http://127.0.0.1:8080" is the site that the Host header "127.0.0.1:8080" names. Whether there
/// was TLS in front of us is not known here, so the scheme does not count.
bool is_site_of(std::string_view origin, std::string_view host) {
    for (const std::string_view scheme : {"http://", "https://"})
        if (origin.starts_with(scheme)) return origin.substr(scheme.size()) == host;
    return false;
}

/// Browsers hide the origin of a form's page from which no referrer is to be sent, but not how it
/// is to this site.
bool is_foreign(const Request& request) {
    const std::string& how = request.fetch_site;
    if (!how.empty() && how != "same-origin" && how != "none") return true;
    if (request.origin.empty() || is_site_of(request.origin, request.host)) return false;
    return request.origin != "null" || how.empty();
}

std::optional<std::int64_t> seconds_in(std::string_view text) {
    std::int64_t seconds = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, seconds);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return seconds;
}

std::string signed_text(std::string_view key, std::string_view text) {
    return fmt::format("{}.{}", text, hexadecimal(bytes_of(hmac_sha256(key, text))));
}

}  // namespace

void refuse_foreign(const Request& request) {
    if (is_foreign(request))
        throw Problem{
            403, "A page of another site asked for this; only this site's own pages may.", {}, {}};
}

FormGuard::FormGuard() : key_(alerts::new_token()) {}

std::string FormGuard::token(std::chrono::sys_seconds now) const {
    return signed_text(key_, fmt::format("{}", now.time_since_epoch().count()));
}

bool FormGuard::is_own(std::string_view token, std::chrono::sys_seconds now) const {
    const std::string_view issued = token.substr(0, token.find('.'));
    const auto seconds = seconds_in(issued);
    if (!seconds || !are_equal_secrets(token, signed_text(key_, issued))) return false;
    return now <= std::chrono::sys_seconds(std::chrono::seconds(*seconds)) + lifetime;
}

}  // namespace nutgraf::http
