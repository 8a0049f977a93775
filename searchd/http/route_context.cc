#include "searchd/http/route_context.h"

#include "searchd/http/problem.h"

namespace nutgraf::http {

SearcherPool::Loan RouteContext::searcher(std::chrono::milliseconds wait) const {
    auto loan = pool_.borrow(wait);
    if (!loan) throw Problem{503, "Too many searches are running; try again in a second.", {}, {}};
    return std::move(*loan);
}

std::chrono::sys_days RouteContext::today(const analyzers::TimeZone& zone) {
    return zone.day_of(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
}

}  // namespace nutgraf::http
