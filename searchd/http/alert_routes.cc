#include "searchd/http/alert_routes.h"

#include "searchd/http/alert_api.h"
#include "searchd/http/alert_pages.h"
#include "searchd/http/search_parameters.h"

#include <algorithm>

namespace nutgraf::http {

namespace {

template <AlertVisits::Answer answer>
Response at_a_desk(const RouteContext& context, const Request& request, const std::string& id) {
    return context.alerts().answered(request, id, answer);
}

/// Those parameters of a search that can be saved, and how many articles are shown.
std::vector<Parameter> saved_parameters() {
    return search_parameters_named({"q", "from", "to", "any", "plain", "limit"});
}

constexpr std::string_view truth_schema = R"({"type":"boolean"})";
constexpr Parameter feed_token = {"token", "the secret of the feed"};
constexpr Parameter feed_before = {"before", "the page of the feed, from its link to the next one",
                                   R"({"type":"integer","minimum":1})"};
constexpr Parameter alert_name = {"name", "one line of text, which no other alert has"};
constexpr Parameter alert_query = {"query", "the query, read strictly"};
constexpr Parameter alert_filters = {"filters", "those of a search", R"({"type":"object"})"};
constexpr Unknown strict_api = Unknown::is_refused;
constexpr Unknown lenient_page = Unknown::is_ignored;

/// The members of the body that makes an alert; alert_body.cc reads them.
std::vector<Parameter> members_to_make() {
    return {alert_name,
            alert_query,
            alert_filters,
            {"mode", "of what it tells", R"({"type":"string","enum":["once","every-version"]})"},
            {"since", "where it begins: a day, a sequence, or beginning"}};
}

/// Those of the body that changes one.
std::vector<Parameter> members_to_change() {
    return {alert_name,
            alert_query,
            alert_filters,
            {"paused", "whether it looks at nothing", truth_schema},
            {"renew_feed", "whether its feed gets a new secret", truth_schema}};
}

std::vector<Route> alert_api_routes() {
    return {
        {"GET", "/api/v1/alerts", at_a_desk<list_alerts>, {}, strict_api, "all alerts"},
        {"POST", "/api/v1/alerts", at_a_desk<make_alert>, members_to_make(), strict_api,
         "makes an alert; once with the address of its feed"},
        {"GET", "/api/v1/alerts/preview", at_a_desk<preview_query>, saved_parameters(), strict_api,
         "what an alert would have found in the last 30 days"},
        {"GET",
         "/api/v1/alerts/{id}",
         at_a_desk<show_alert>,
         {},
         strict_api,
         "an alert and its newest matches"},
        {"PATCH", "/api/v1/alerts/{id}", at_a_desk<change_alert>, members_to_change(), strict_api,
         "changes an alert"},
        {"DELETE",
         "/api/v1/alerts/{id}",
         at_a_desk<remove_alert>,
         {},
         strict_api,
         "removes an alert and all it has found"},
        {"GET",
         "/api/v1/alerts/{id}/preview",
         at_a_desk<preview_alert>,
         {},
         strict_api,
         "what the alert would have found in the last 30 days"},
        {"GET",
         "/api/v1/alerts/{id}/test",
         at_a_desk<test_alert>,
         {},
         strict_api,
         "what the next run would find"},
        {"GET",
         "/api/v1/alerts/{id}/history",
         at_a_desk<alert_history>,
         {},
         strict_api,
         "what the last runs came to"},
        {"GET",
         "/api/v1/alerts/{id}/feed.atom",
         at_a_desk<alert_feed>,
         {feed_token, feed_before},
         strict_api,
         "what the alert has found, as an Atom feed",
         "application/atom+xml"},
    };
}

std::vector<Route> alert_page_routes() {
    return {
        {"GET", "/alerts", at_a_desk<alert_list_page>, {}, lenient_page},
        {"POST", "/alerts", at_a_desk<save_alert>, {}, lenient_page},
        {"GET", "/alerts/new", at_a_desk<new_alert_page>, search_parameters(), lenient_page},
        {"GET", "/alerts/{id}", at_a_desk<alert_page>, {feed_token, feed_before}, lenient_page},
        {"POST", "/alerts/{id}/pause", at_a_desk<pause_alert>, {}, lenient_page},
        {"POST", "/alerts/{id}/resume", at_a_desk<resume_alert>, {}, lenient_page},
        {"POST", "/alerts/{id}/remove", at_a_desk<remove_alert_by_form>, {}, lenient_page},
        {"POST", "/alerts/{id}/feed", at_a_desk<renew_feed>, {}, lenient_page},
    };
}

}  // namespace

std::vector<Route> alert_routes() {
    std::vector<Route> routes = alert_api_routes();
    const std::vector<Route> pages = alert_page_routes();
    routes.insert(routes.end(), pages.begin(), pages.end());
    return routes;
}

}  // namespace nutgraf::http
