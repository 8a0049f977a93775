#include "searchd/http/form_guard.h"

#include "searchd/http/problem.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_form_guard_test {

using namespace nutgraf;
using namespace nutgraf::http;

namespace {

constexpr std::chrono::sys_seconds noon{std::chrono::seconds(1'557'489'600)};  // 10 May 2019.

int status_for(const std::string& origin, const std::string& fetch_site) {
    Request request;
    request.host = "127.0.0.1:8080";
    request.origin = origin;
    request.fetch_site = fetch_site;
    try {
        refuse_foreign(request);
        return 200;
    } catch (const Problem& problem) {
        return problem.status;
    }
}

}  // namespace

TEST_CASE("what a page of another site causes is refused, whatever the browser says of it") {
    struct Case {
        std::string origin;
        std::string fetch_site;
        int status;
    };
    const Case cases[] = {
        {"", "", 200},  // No browser.
        {"http://127.0.0.1:8080", "", 200},
        {"https://127.0.0.1:8080", "same-origin", 200},  // A proxy in front ends TLS.
        {"null", "same-origin", 200},                    // A form whose page sends no referrer.
        {"", "none", 200},
        {"null", "", 403},
        {"http://evil.example", "", 403},
        {"http://evil.example", "same-origin", 403},
        {"http://127.0.0.1:8081", "", 403},  // Another port is another site.
        {"http://127.0.0.1", "", 403},
        {"http://127.0.0.1:8080.evil.example", "", 403},
        {"ftp://127.0.0.1:8080", "", 403},
        {"127.0.0.1:8080", "", 403},
        {"", "cross-site", 403},
        {"", "same-site", 403},
        {"http://127.0.0.1:8080", "cross-site", 403},
        {"", "Same-Origin", 403},
    };
    for (const Case& c : cases) {
        CAPTURE(c.origin);
        CAPTURE(c.fetch_site);
        CHECK(status_for(c.origin, c.fetch_site) == c.status);
    }
}

TEST_CASE("a form is our own for as long as it lives, and no other is") {
    const FormGuard guard;
    const std::string token = guard.token(noon);
    CHECK(guard.is_own(token, noon));
    CHECK(guard.is_own(token, noon + FormGuard::lifetime));
    CHECK_FALSE(guard.is_own(token, noon + FormGuard::lifetime + std::chrono::seconds(1)));
    CHECK_FALSE(FormGuard().is_own(token, noon));
    CHECK(guard.token(noon + std::chrono::seconds(1)) != token);
}

TEST_CASE("a token is taken only whole and as it was") {
    const FormGuard guard;
    const std::string token = guard.token(noon);
    for (std::size_t i = 0; i < token.size(); ++i) {
        CAPTURE(i);
        std::string other = token;
        other[i] = other[i] == '0' ? '1' : '0';
        CHECK_FALSE(guard.is_own(other, noon));
        CHECK_FALSE(guard.is_own(token.substr(0, i), noon));
        CHECK_FALSE(guard.is_own(token.substr(i + 1), noon));
    }
    CHECK_FALSE(guard.is_own(token + "0", noon));
    CHECK_FALSE(guard.is_own(" " + token, noon));
    CHECK_FALSE(guard.is_own("99999999999999999999999." + token, noon));
}

}  // namespace nutgraf::tests::in_form_guard_test
