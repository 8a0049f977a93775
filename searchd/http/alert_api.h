#pragma once

#include "searchd/http/alert_visit.h"

#include <string>

namespace nutgraf::http {

// The alerts for programs: docs/http-api.md. Each answers one row of the table in alert_routes.cc;
// `id` is the part of the path that names an alert.

Response list_alerts(const AlertVisit& visit, const std::string& id);
Response make_alert(const AlertVisit& visit, const std::string& id);
Response preview_query(const AlertVisit& visit, const std::string& id);
Response show_alert(const AlertVisit& visit, const std::string& id);
Response change_alert(const AlertVisit& visit, const std::string& id);
Response remove_alert(const AlertVisit& visit, const std::string& id);
Response preview_alert(const AlertVisit& visit, const std::string& id);
Response test_alert(const AlertVisit& visit, const std::string& id);
Response alert_history(const AlertVisit& visit, const std::string& id);
Response alert_feed(const AlertVisit& visit, const std::string& id);

}  // namespace nutgraf::http
