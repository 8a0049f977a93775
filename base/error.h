#pragma once

#include <stdexcept>

namespace nutgraf {

/// The world failed: a disk, an index, a missing file.
///
/// The message is a whole sentence that says what failed, while doing what, to
/// which path, and the remedy where there is one. Caught only in `main`, around
/// one HTTP request and around one saved query (style: failure).
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace nutgraf
