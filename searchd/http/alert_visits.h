#pragma once

#include "base/error.h"
#include "searchd/http/alert_desks.h"
#include "searchd/http/form_guard.h"
#include "searchd/http/request.h"

#include <chrono>
#include <string>

namespace nutgraf::http {

struct AlertVisit;

/// The file of alerts, or the index where they look, has failed.
class AlertsUnavailable : public Error {
public:
    using Error::Error;
};

/// Has requests about alerts answered, each at a desk. Thread-safe.
class AlertVisits {
public:
    using Answer = Response (*)(const AlertVisit& visit, const std::string& id);

    /// Borrows the desks, which must outlive it. `deadline` is for looking into the index, once a
    /// request.
    AlertVisits(AlertDesks& desks, std::chrono::milliseconds deadline);

    /// What `answer` gives. A request that changes something is taken only from this site's own
    /// pages and from programs that are no browsers. Throws what `answer` throws, Problem when the
    /// request is not taken or no desk is free, AlertsUnavailable for an Error.
    Response answered(const Request& request, const std::string& id, Answer answer) const;

private:
    AlertDesks& desks_;
    std::chrono::milliseconds deadline_;
    FormGuard guard_;
};

}  // namespace nutgraf::http
