#include "analyzers/text/time_zone.h"

#include <unicode/timezone.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>

namespace nutgraf::analyzers {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::size_t max_name_bytes = 64;

std::unique_ptr<icu::TimeZone> zone_named(const std::string& name) {
    return std::unique_ptr<icu::TimeZone>(
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
}

/// How far a zone is ahead of UTC at a time, which is one of its clocks or one of UTC.
seconds offset_at(const std::string& name, std::chrono::sys_seconds time, bool is_local) {
    const auto zone = zone_named(name);
    const milliseconds since_epoch = time.time_since_epoch();
    std::int32_t standard = 0;
    std::int32_t saving = 0;
    UErrorCode error = U_ZERO_ERROR;
    zone->getOffset(static_cast<UDate>(since_epoch.count()), static_cast<UBool>(is_local), standard,
                    saving, error);
    return std::chrono::duration_cast<seconds>(milliseconds(standard + saving));
}

}  // namespace

std::optional<TimeZone> TimeZone::named(std::string_view name) {
    const bool may_be = !name.empty() && name.size() <= max_name_bytes &&
                        std::ranges::all_of(name, [](char c) { return c > ' ' && c < '\x7F'; });
    if (!may_be) return std::nullopt;
    std::string wanted(name);
    icu::UnicodeString found;
    zone_named(wanted)->getID(found);
    // What ICU does not know it takes for GMT, under this name.
    if (found == icu::UnicodeString::fromUTF8("Etc/Unknown")) return std::nullopt;
    return TimeZone(std::move(wanted));
}

std::chrono::sys_days TimeZone::day_of(std::chrono::sys_seconds instant) const {
    return std::chrono::floor<std::chrono::days>(instant + offset_at(name_, instant, false));
}

std::chrono::sys_seconds TimeZone::start_of(std::chrono::sys_days day) const {
    const std::chrono::sys_seconds midnight(day);
    return midnight - offset_at(name_, midnight, true);
}

}  // namespace nutgraf::analyzers
