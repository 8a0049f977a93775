#pragma once

#include "base/error.h"
#include "base/json.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nutgraf::cli {

/// What was asked for is there no more; what the server says of it is a whole sentence.
class Gone : public Error {
public:
    using Error::Error;
};

/// The parameters of a request, in their order; a name may come more than once.
using ServerParameters = std::vector<std::pair<std::string, std::string>>;

/// Asks a daemon over HTTP. Not thread-safe: one per thread.
///
/// Every call throws Error with a whole sentence: where no server answers, where what answers is no
/// Nutgraf, and for what the daemon refuses, in its own words.
class Client {
public:
    /// Of an address like "http://127.0.0.1:8080"; without "http://" too. Throws Error for another
    /// form.
    explicit Client(std::string_view address);

    /// The answer to a GET; empty where there is nothing of that name.
    std::optional<Json> get(const std::string& path, const ServerParameters& parameters) const;

    /// The answer to a POST of parameters as one record, which may be as long as a query can be.
    Json post(const std::string& path, const ServerParameters& parameters) const;

    /// Hands the body of the answer to a GET to a sink, piece by piece. Throws Error, too, when the
    /// answer breaks off.
    void stream(const std::string& path, const ServerParameters& parameters,
                const std::function<void(std::string_view piece)>& sink) const;

private:
    std::string address_;
};

}  // namespace nutgraf::cli
