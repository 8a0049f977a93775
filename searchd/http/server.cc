#include "searchd/http/server.h"

#include "base/error.h"
#include "searchd/http/body_type.h"
#include "searchd/http/compress.h"

#include <fmt/format.h>
#include <httplib.h>

#include <atomic>
#include <chrono>
#include <random>
#include <thread>

namespace nutgraf::http {

namespace {

constexpr std::size_t workers = 64;
constexpr std::size_t max_body_bytes = std::size_t{256} * 1024;
constexpr int idle_seconds = 2;
constexpr int read_seconds = 5;
constexpr int write_seconds = 10;
constexpr std::size_t max_requests_per_connection = 1000;
constexpr const char* any_path = R"([\s\S]*)";

/// 16 hexadecimal digits that name a request.
std::string new_request_id() {
    thread_local std::mt19937_64 random(std::random_device{}());
    return fmt::format("{:016x}", random());
}

std::string text_type(const std::string& content_type) {
    return content_type.starts_with("text/") ? content_type + "; charset=utf-8" : content_type;
}

const httplib::Headers& security_headers() {
    static const httplib::Headers headers = {
        {"Content-Security-Policy",
         "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src "
         "'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
        {"Accept-Ranges", "none"},  // The library would promise HEAD the ranges that we ignore.
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"}};
    return headers;
}

/// Takes from a request what the library would act on by itself. It gives handlers a const view of
/// an object that is not const, and this is the one place before it acts: Range amplifies an answer
/// a thousandfold, and Accept-Encoding brings brotli at its slowest level (reliability: HTTP).
void disarm(const httplib::Request& request) {
    auto& own = const_cast<httplib::Request&>(request);
    own.ranges.clear();
    own.headers.erase("Range");
    own.headers.erase("Accept-Encoding");
}

Request request_of(const httplib::Request& from) {
    Request request;
    request.method = from.method;
    set_target(request, from.target);
    request.host = from.get_header_value_count("Host") == 1 ? from.get_header_value("Host") : "";
    request.accept_encoding = from.get_header_value("Accept-Encoding");
    request.if_none_match = from.get_header_value("If-None-Match");
    request.content_type = from.get_header_value("Content-Type");
    request.origin = from.get_header_value("Origin");
    request.fetch_site = from.get_header_value("Sec-Fetch-Site");
    request.id = new_request_id();
    return request;
}

/// The library calls the provider until it says it is done, or breaks the connection off.
void put_stream(Response& response, httplib::Response& to) {
    to.set_chunked_content_provider(
        text_type(response.content_type),
        [stream = std::move(response.stream)](std::size_t, httplib::DataSink& sink) {
            try {
                stream([&sink](std::string_view bytes) {
                    return sink.write(bytes.data(), bytes.size());
                });
            } catch (const std::exception&) {
                return false;
            }
            sink.done();
            return true;
        });
}

void put(const Request& request, Response response, httplib::Response& to) {
    compress(request, response);
    to.status = response.status;
    for (const auto& [name, value] : response.headers) to.set_header(name, value);
    to.set_header("X-Request-Id", request.id);
    if (response.stream) {
        put_stream(response, to);
    } else if (!response.content_type.empty()) {
        to.set_content(response.body, text_type(response.content_type));
    }
}

bool has_body(const httplib::Request& request) {
    return request.has_header("Transfer-Encoding") ||
           (request.has_header("Content-Length") &&
            request.get_header_value("Content-Length") != "0");
}

/// Whether two readers of the request could disagree on where its body ends (RFC 9112, 6.3).
bool has_doubtful_body(const httplib::Request& request) {
    const auto lengths = request.get_header_value_count("Content-Length");
    const auto codings = request.get_header_value_count("Transfer-Encoding");
    if (lengths + codings > 1) return true;
    if (codings == 1) return request.get_header_value("Transfer-Encoding") != "chunked";
    const std::string length = request.get_header_value("Content-Length");
    return lengths == 1 &&
           (length.empty() || length.find_first_not_of("0123456789") != std::string::npos);
}

/// Answers and ends the connection: what is left of the request's body would be read as the next
/// request. The library ends a connection when a body breaks off, so this one says it does, after
/// its last byte; since no body is written for HEAD, that becomes a GET.
void put_last(const Request& request, Response response, const httplib::Request& from,
              httplib::Response& to) {
    const_cast<httplib::Request&>(from).method = "GET";
    response.headers.emplace_back("Connection", "close");
    put(request, std::move(response), to);
    const std::string body = std::move(to.body);
    to.body.clear();
    to.set_content_provider(body.size(), to.get_header_value("Content-Type"),
                            [body](std::size_t begin, std::size_t size, httplib::DataSink& sink) {
                                sink.write(body.data() + begin, size);
                                return false;
                            });
}

}  // namespace

/// The library lets five connections wait to be accepted, and the kernel drops what comes on top:
/// those clients wait for seconds, or for good.
class ListeningServer final : public httplib::Server {
public:
    bool bind(const std::string& address, int port) {
        return bind_to_port(address, port) && widen_queue();
    }

    /// Returns the port; -1 when there is none.
    int bind_to_any(const std::string& address) {
        const int port = bind_to_any_port(address);
        return port >= 0 && widen_queue() ? port : -1;
    }

private:
    bool widen_queue() {
        constexpr int waiting_connections = 1024;
        return ::listen(svr_sock_, waiting_connections) == 0;
    }
};

struct Server::Implementation {
    ServerOptions options;
    Handler handler;
    Refusal refusal;
    ListeningServer server;
    std::atomic<bool> is_stopping = false;

    void set_up() {
        server.new_task_queue = [] { return new httplib::ThreadPool(workers); };
        server.set_tcp_nodelay(true);
        // The library's default adds SO_REUSEPORT, by which a second daemon would share the port.
        server.set_socket_options([](socket_t socket) {
            const int yes = 1;
            ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        });
        server.set_keep_alive_timeout(idle_seconds);
        server.set_keep_alive_max_count(max_requests_per_connection);
        server.set_read_timeout(read_seconds);
        server.set_write_timeout(write_seconds);
        server.set_payload_max_length(max_body_bytes);
        server.set_default_headers(security_headers());
        set_handlers();
    }

    /// Everything is answered before the library's own routes, which are regular expressions; only
    /// what has a body goes on to one, since it is read there.
    void set_handlers() {
        server.set_pre_routing_handler([this](const httplib::Request& from, httplib::Response& to) {
            const Request request = request_of(from);
            const bool takes_body = !body_type(request.method, request.path).empty();
            if (takes_body && has_body(from) && !has_doubtful_body(from))
                return httplib::Server::HandlerResponse::Unhandled;
            disarm(from);
            if (has_body(from) || has_doubtful_body(from)) {
                put_last(request, refusal(400, request.path, request.id), from, to);
            } else {
                put(request, handler(request), to);
            }
            return httplib::Server::HandlerResponse::Handled;
        });
        const auto with_body = [this](const httplib::Request& from, httplib::Response& to,
                                      const httplib::ContentReader& read) {
            answer_with_body(from, to, read);
        };
        server.Post(any_path, with_body);
        server.Patch(any_path, with_body);
        server.set_error_handler([this](const httplib::Request& from, httplib::Response& to) {
            if (!to.body.empty() || to.content_length_ > 0) return;  // Ours already.
            const Request request = request_of(from);
            disarm(from);
            put(request, refusal(to.status, request.path, request.id), to);
        });
        server.set_exception_handler(
            [this](const httplib::Request& from, httplib::Response& to, const std::exception_ptr&) {
                const Request request = request_of(from);
                disarm(from);
                put(request, refusal(500, request.path, request.id), to);
            });
    }

    /// Reads the body piece by piece: the library checks only a length that is announced.
    void answer_with_body(const httplib::Request& from, httplib::Response& to,
                          const httplib::ContentReader& read) const {
        Request request = request_of(from);
        disarm(from);
        if (from.has_header("Content-Encoding")) {
            put_last(request, refusal(415, request.path, request.id), from, to);
            return;
        }
        // The library would take other bodies apart; what is not of the type is refused unread.
        if (!has_body_type(request)) {
            put_last(request, handler(request), from, to);
            return;
        }
        const bool is_whole = read([&](const char* bytes, std::size_t size) {
            if (request.body.size() + size > max_body_bytes) return false;
            request.body.append(bytes, size);
            return true;
        });
        if (is_whole) {
            put(request, handler(request), to);
        } else {
            put_last(request, refusal(413, request.path, request.id), from, to);
        }
    }
};

Server::Server(const ServerOptions& options, Handler handler, Refusal refusal)
    : implementation_(std::make_unique<Implementation>()) {
    implementation_->options = options;
    implementation_->handler = std::move(handler);
    implementation_->refusal = std::move(refusal);
    implementation_->set_up();
}

Server::~Server() = default;

int Server::bind() {
    ServerOptions& options = implementation_->options;
    if (options.port == 0) {
        options.port = implementation_->server.bind_to_any(options.address);
    } else if (!implementation_->server.bind(options.address, options.port)) {
        options.port = -1;
    }
    if (options.port < 0)
        throw Error(
            fmt::format("The address {} is not free to listen on; name another with "
                        "--listen.",
                        options.address));
    return options.port;
}

void Server::run() {
    Implementation& self = *implementation_;
    while (!self.is_stopping) {
        self.server.listen_after_bind();
        // The library gives up for good on a failed accept, a connection that was reset before it
        // was taken, say; the daemon does not.
        if (!self.is_stopping && !self.server.bind(self.options.address, self.options.port))
            throw Error("The daemon lost its port.");
    }
}

void Server::stop() {
    Implementation& self = *implementation_;
    self.is_stopping = true;
    // The library ignores a stop that comes before it is listening.
    constexpr std::chrono::milliseconds pause(5);
    constexpr int tries = 200;
    for (int i = 0; i < tries && !self.server.is_running(); ++i) std::this_thread::sleep_for(pause);
    self.server.stop();
}

}  // namespace nutgraf::http
