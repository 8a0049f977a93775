#pragma once

#include "base/error.h"

#include <string>

namespace nutgraf::tests {

/// The message of the Error a deed throws; empty when it throws none.
template <class Deed>
std::string failure(const Deed& deed) {
    try {
        deed();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

}  // namespace nutgraf::tests
