#pragma once

#include "searchd/http/request.h"

#include <functional>
#include <memory>
#include <string>

namespace nutgraf::http {

/// Where and how the daemon listens.
struct ServerOptions {
    std::string address = "127.0.0.1";
    int port = 8080;  ///< 0: any free one.
};

/// Answers one request; called from many threads at once. Must not throw.
using Handler = std::function<Response(const Request&)>;

/// Answers a request that was refused before a handler saw it: status, path, request id.
using Refusal = std::function<Response(int, const std::string&, const std::string&)>;

/// An HTTP/1.1 server. This header is all the rest of the daemon knows of it, so that another front
/// can take its place.
///
/// Bounds what a client can make it hold: target 8 KiB, body 256 KiB, 64 connections served at
/// once, idle connections kept for 2 s. Range requests get the whole answer; security headers are
/// on every answer. `stop` may be called from any thread; the rest from one.
class Server {
public:
    Server(const ServerOptions& options, Handler handler, Refusal refusal);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Takes the port and returns its number. Throws Error when it is taken already.
    int bind();

    /// Serves until `stop`; what is being answered then is answered to its end. Needs `bind`.
    void run();

    /// Makes `run` return; also when it has not been called yet.
    void stop();

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace nutgraf::http
