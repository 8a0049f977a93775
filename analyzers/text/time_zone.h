#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::analyzers {

/// A time zone of the IANA database, by which instants fall on days; UTC where nothing is said.
/// Immutable: may be shared between threads.
class TimeZone {
public:
    TimeZone() = default;

    /// The zone with a name such as "Europe/London" or "UTC"; empty when there is none.
    static std::optional<TimeZone> named(std::string_view name);

    const std::string& name() const { return name_; }

    /// The day that it is there at an instant.
    std::chrono::sys_days day_of(std::chrono::sys_seconds instant) const;

    /// The instant at which a day begins there.
    std::chrono::sys_seconds start_of(std::chrono::sys_days day) const;

    bool operator==(const TimeZone&) const = default;

private:
    explicit TimeZone(std::string name) : name_(std::move(name)) {}

    std::string name_ = "UTC";
};

}  // namespace nutgraf::analyzers
