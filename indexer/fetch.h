#pragma once

#include "base/expected.h"
#include "base/file.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace nutgraf::indexer {

/// By which a server knows what was fetched before; sent back as they came, empty when absent.
struct Validators {
    std::string etag;
    std::string modified;

    bool operator==(const Validators&) const = default;
};

/// How much a server may ask of us.
struct FetchLimits {
    std::chrono::milliseconds time = std::chrono::seconds(30);  ///< For all of it.
    std::uint64_t bytes = std::uint64_t{32} * 1024 * 1024;      ///< Undone, where it is packed.
    int redirects = 5;
};

/// Why nothing was fetched: a whole sentence.
struct FetchError {
    std::string message;
};

/// What a server answered.
struct Fetched {
    bool is_changed = true;  ///< False: it is as the validators say, and there is no content.
    std::string url;  ///< Where it lies now: another address than asked for where all redirects on
                      ///< the way to it were permanent.
    Validators validators;
    File content;  ///< In memory, gone when it is closed.
};

/// Fetches by HTTP and HTTPS. Not thread-safe: one per thread.
class Fetcher {
public:
    /// `agent` is how it calls itself. Throws Error when the library cannot be started.
    explicit Fetcher(std::string agent);
    Fetcher(const Fetcher&) = delete;
    Fetcher& operator=(const Fetcher&) = delete;
    ~Fetcher();

    /// Fetches what has changed since the validators. Certificates are checked, gzip is undone,
    /// redirects are followed to HTTP and HTTPS only. Refused is every answer but 200 and 304, one
    /// that is cut off, and one beyond the limits. Ends early when an interrupt comes.
    Expected<Fetched, FetchError> fetch(const std::string& url, const Validators& validators,
                                        const FetchLimits& limits);

private:
    class Transfer;
    std::string agent_;
    std::unique_ptr<Transfer> transfer_;
};

}  // namespace nutgraf::indexer
