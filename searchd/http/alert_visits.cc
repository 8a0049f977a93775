#include "searchd/http/alert_visits.h"

#include "searchd/http/alert_visit.h"
#include "searchd/http/body_type.h"
#include "searchd/http/problem.h"

namespace nutgraf::http {

namespace {

bool changes_something(const Request& request) {
    return request.method != "GET" && request.method != "HEAD";
}

}  // namespace

AlertVisits::AlertVisits(AlertDesks& desks, std::chrono::milliseconds deadline)
    : desks_(desks), deadline_(deadline) {}

Response AlertVisits::answered(const Request& request, const std::string& id, Answer answer) const {
    if (changes_something(request)) refuse_foreign(request);
    if (!body_type(request.method, request.path).empty()) require_body_type(request);
    auto desk = desks_.borrow(deadline_);
    if (!desk) throw Problem{503, "Too many ask about alerts; try again in a second.", {}, {}};
    const AlertVisit visit{
        request, **desk, guard_,
        std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()),
        std::chrono::steady_clock::now() + deadline_};
    try {
        return answer(visit, id);
    } catch (const search::DeadlineExceeded&) {
        throw;
    } catch (const Error& error) {
        desk->discard();
        throw AlertsUnavailable(error.what());
    }
}

}  // namespace nutgraf::http
