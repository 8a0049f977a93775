#include "searchd/http/body_type.h"

#include "searchd/http/problem.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_body_type_test {

using namespace nutgraf::http;

TEST_CASE("only what is to have a body may have one, each of its own type") {
    const std::string json = "application/json";
    const std::string form = "application/x-www-form-urlencoded";
    struct Case {
        std::string method;
        std::string path;
        std::string type;
    };
    const Case cases[] = {
        {"POST", "/api/v1/search", json},    {"POST", "/api/v1/alerts", json},
        {"PATCH", "/api/v1/alerts/7", json}, {"POST", "/alerts", form},
        {"POST", "/alerts/7/pause", form},   {"GET", "/api/v1/search", ""},
        {"PUT", "/api/v1/alerts/7", ""},     {"DELETE", "/api/v1/alerts/7", ""},
        {"POST", "/api/v1/alertsx", ""},     {"POST", "/", ""},
        {"PATCH", "/alerts/7", ""},          {"POST", "/alerts/" + std::string(200, '1'), ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.method);
        CAPTURE(c.path);
        CHECK(body_type(c.method, c.path) == c.type);
    }
}

TEST_CASE("a type may have parameters, and is otherwise exact") {
    Request request;
    request.method = "POST";
    request.path = "/api/v1/alerts";
    for (const char* type :
         {"application/json", "application/json; charset=utf-8", "application/json ;x"}) {
        request.content_type = type;
        CHECK_MESSAGE(has_body_type(request), type);
    }
    for (const char* type : {"", "text/plain", "application/jsonp", "application", ";"}) {
        request.content_type = type;
        CHECK_FALSE_MESSAGE(has_body_type(request), type);
        CHECK_THROWS_AS(require_body_type(request), Problem);
    }
}

}  // namespace nutgraf::tests::in_body_type_test
