#pragma once

#include <chrono>
#include <cstdint>

namespace nutgraf::alerts {

// How numbers and instants lie in the database, which knows signed whole numbers only.

inline std::int64_t number_of(std::uint64_t number) {
    return static_cast<std::int64_t>(number);
}

inline std::int64_t number_of(std::chrono::sys_seconds instant) {
    return instant.time_since_epoch().count();
}

inline std::uint64_t sequence_from(std::int64_t number) {
    return static_cast<std::uint64_t>(number);
}

inline std::chrono::sys_seconds instant_from(std::int64_t number) {
    return std::chrono::sys_seconds(std::chrono::seconds(number));
}

}  // namespace nutgraf::alerts
