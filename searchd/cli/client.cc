#include "searchd/cli/client.h"

#include "base/error.h"
#include "base/utf8.h"
#include "searchd/render/links.h"

#include <fmt/format.h>
#include <httplib.h>

#include <chrono>

namespace nutgraf::cli {

namespace {

constexpr std::chrono::seconds patience_to_connect(5);
constexpr std::chrono::seconds patience_to_read(60);
constexpr int status_ok = 200;
constexpr int status_not_found = 404;
constexpr int status_gone = 410;

std::string target_of(const std::string& path, const ServerParameters& parameters) {
    std::string target = path;
    for (const auto& [name, value] : parameters)
        target += fmt::format("{}{}={}", target.size() == path.size() ? '?' : '&', name,
                              render::percent_encoded(value));
    return target;
}

httplib::Client connection_to(const std::string& address) {
    httplib::Client connection(address);
    connection.set_connection_timeout(patience_to_connect);
    connection.set_read_timeout(patience_to_read);
    connection.set_url_encode(false);  // The target is encoded already.
    return connection;
}

[[noreturn]] void throw_unreachable(const std::string& address, httplib::Error error) {
    if (error == httplib::Error::Connection)
        throw Error(
            fmt::format("There is no server at {}. Is nutgraf serve running there?", address));
    throw Error(fmt::format("The server at {} did not answer in full ({}).", address,
                            httplib::to_string(error)));
}

[[noreturn]] void throw_stranger(const std::string& address, int status) {
    throw Error(fmt::format(
        "What answers at {} is not Nutgraf, or not of this version (status {}).", address, status));
}

/// The record of a body; empty where it is none.
std::optional<Json> record_in(const std::string& body) {
    auto json = parse_json(body);
    if (!json || !json->is_object()) return std::nullopt;
    return std::move(*json);
}

std::string text_member(const Json& record, const char* name) {
    const auto member = record.find(name);
    return member != record.end() && member->is_string() ? member->get<std::string>() : "";
}

/// Throws what a problem (RFC 9457) says; a server that refuses without one is a stranger.
[[noreturn]] void throw_problem(const std::string& address, int status, const std::string& body) {
    const auto problem = record_in(body);
    const std::string detail = problem ? text_member(*problem, "detail") : "";
    if (detail.empty()) throw_stranger(address, status);
    const std::string hint = text_member(*problem, "hint");
    if (status == status_gone)
        throw Gone(hint.empty() ? detail : fmt::format("{} {}", detail, hint));
    throw Error(hint.empty() ? detail : fmt::format("{} {}", detail, hint));
}

bool is_problem(const httplib::Response& response) {
    return response.get_header_value("Content-Type").starts_with("application/problem+json");
}

Json checked_answer(const std::string& address, const httplib::Result& result) {
    if (!result) throw_unreachable(address, result.error());
    if (result->status != status_ok) throw_problem(address, result->status, result->body);
    auto record = record_in(result->body);
    if (!record || !record->contains("version")) throw_stranger(address, result->status);
    return std::move(*record);
}

}  // namespace

Client::Client(std::string_view address) {
    constexpr std::string_view scheme = "http://";
    std::string_view host = address;
    if (host.starts_with(scheme)) host.remove_prefix(scheme.size());
    if (host.ends_with('/')) host.remove_suffix(1);
    if (host.empty() || host.find_first_of("/?#@ \t") != std::string_view::npos)
        throw Error(
            fmt::format("\"{}\" is not the address of a server, as http://127.0.0.1:8080 is.",
                        visible(address)));
    address_ = fmt::format("{}{}", scheme, host);
}

std::optional<Json> Client::get(const std::string& path, const ServerParameters& parameters) const {
    httplib::Client connection = connection_to(address_);
    const httplib::Result result = connection.Get(target_of(path, parameters));
    if (result && result->status == status_not_found && is_problem(*result)) return std::nullopt;
    return checked_answer(address_, result);
}

Json Client::post(const std::string& path, const ServerParameters& parameters) const {
    Json record = Json::object();
    for (const auto& [name, value] : parameters) record[name].push_back(value);
    httplib::Client connection = connection_to(address_);
    return checked_answer(address_, connection.Post(path, to_text(record), "application/json"));
}

void Client::stream(const std::string& path, const ServerParameters& parameters,
                    const std::function<void(std::string_view piece)>& sink) const {
    httplib::Client connection = connection_to(address_);
    int status = 0;
    std::string refusal;
    const httplib::Result result = connection.Get(
        target_of(path, parameters),
        [&](const httplib::Response& response) {
            status = response.status;
            return true;
        },
        [&](const char* data, std::size_t size) {
            if (status == status_ok)
                sink(std::string_view(data, size));
            else
                refusal.append(data, size);
            return true;
        });
    if (status != 0 && status != status_ok) throw_problem(address_, status, refusal);
    if (!result) throw_unreachable(address_, result.error());
}

}  // namespace nutgraf::cli
