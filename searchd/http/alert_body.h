#pragma once

#include "base/expected.h"
#include "searchd/alerts/alert.h"
#include "searchd/http/search_parameters.h"

#include <optional>
#include <string>

namespace nutgraf::http {

/// What is asked for: an alert to be made, or to be changed.
enum class AlertDeed { make, change };

/// The body of a request to make or change an alert, as read; empty is what it does not say.
struct AlertBody {
    std::optional<std::string> name;
    std::optional<std::string> query;
    std::optional<alerts::SavedQuery> filters;  ///< Its text is empty.
    std::optional<alerts::Repeats> repeats;
    std::optional<std::string> since;
    std::optional<bool> is_paused;
    bool renews_feed = false;
};

/// Reads such a body: one JSON record. A member that is not known, belongs to the other deed or has
/// another type is refused, and so is a command, which is no business of HTTP's.
Expected<AlertBody, BadRequest> alert_body(const std::string& json, AlertDeed deed);

}  // namespace nutgraf::http
