#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nutgraf::http {

/// The parameters of a URL or a form, decoded, in their order; a name may come more than once.
using Parameters = std::vector<std::pair<std::string, std::string>>;

/// One request, free of the HTTP library.
struct Request {
    std::string method;     ///< "GET", "HEAD", "POST", ...
    std::string path;       ///< Decoded, "/articles/5f0c…".
    Parameters parameters;  ///< Of the query string.
    std::string host;       ///< The Host header.
    std::string accept_encoding;
    std::string if_none_match;
    std::string content_type;
    std::string origin;      ///< The Origin header: the site whose page asks, as browsers say.
    std::string fetch_site;  ///< The Sec-Fetch-Site header: how that site is to this one.
    std::string body;
    std::string id;  ///< Names the request in the log and in the answer.
};

/// Takes the next bytes of an answer; false when nobody reads them any more.
using Sink = std::function<bool(std::string_view)>;

/// One answer.
struct Response {
    int status = 200;
    std::string content_type;  ///< Without a parameter; "; charset=utf-8" is added to text.
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    /// Writes the body piece by piece, instead of `body`, where it is too large to be made first.
    /// May throw: the connection is then broken off, by which the client knows that it lacks some.
    std::function<void(const Sink&)> stream = {};
};

/// The parameters of a query string or of the body of a form: "q=a%3Db+c".
///
/// "+" and "%20" are spaces; only the first "=" parts name and value. A "%" that no two hexadecimal
/// digits follow stands for itself.
Parameters parameters_from(std::string_view text);

/// Takes the target of a request line apart: "/search?q=a%3Db+c" into path and parameters.
void set_target(Request& request, std::string_view target);

}  // namespace nutgraf::http
